import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newCaseId } from '../../store/index.js';
import type { SpotCheck } from '../../store/spot-checks.js';
import { Ask, BigButton, Problem } from '../../ui/index.js';
import { nameOf } from './spot-checks.page.js';
import { useKeepSpotWork } from './use-keep-spot-work.js';

/** 申请换户: the next reserve of the list takes the place of a household that was given up; the server finds it, nobody chooses. */
export function AskReplacement({ check: { task } }: { check: SpotCheck }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { keep, busy, failed } = useKeepSpotWork();
  const press = async (): Promise<void> => {
    setAsking(false);
    await keep({ kind: 'sample.replace', entityId: newCaseId(task.id), title: t('field.spot.askTitle', { name: nameOf(task, t('field.spot.unnamed')) }), payload: { taskId: task.id } });
  };
  return (
    <>
      {failed !== null && <Problem error={failed} />}
      <BigButton busy={busy} onClick={() => setAsking(true)} data-testid="ask-replacement">{t('field.spot.ask')}</BigButton>
      <Ask open={asking} title={t('field.spot.ask')} body={t('field.spot.askBody')} confirm={t('field.spot.ask')} onConfirm={() => void press()} onClose={() => setAsking(false)} />
    </>
  );
}
