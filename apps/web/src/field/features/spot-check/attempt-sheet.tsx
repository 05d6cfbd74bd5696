import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureReasonCodes, failureReasons, type FailureReason } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import { newCaseId } from '../../store/index.js';
import type { SpotCheck } from '../../store/spot-checks.js';
import { BigButton, Chips, Problem, Sheet, TextField } from '../../ui/index.js';
import { useServerDay } from '../households/use-server-day.js';
import { nameOf } from './spot-checks.page.js';
import { useKeepSpotWork } from './use-keep-spot-work.js';

/** Why a village could not be looked at. */
const villageReasons: readonly FailureReason[] = ['REFUSED', 'UNSAFE'];

/** 没能问到: why. Absence counts after two days, anything else at once; which household comes instead nobody chooses. */
export function AttemptSheet({ check: { task } }: { check: SpotCheck }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useServerDay();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState<FailureReason | null>(null);
  const [note, setNote] = useState('');
  const { keep, busy, failed } = useKeepSpotWork();
  const end = (): void => {
    setOpen(false);
    setReason(null);
    setNote('');
  };
  const press = async (): Promise<void> => {
    const title = t('field.spot.attemptTitle', { name: nameOf(task, t('field.spot.unnamed')) });
    const payload = { taskId: task.id, triedOn: today, reason, ...(note.trim() === '' ? {} : { note: note.trim() }) };
    if (reason !== null && (await keep({ kind: 'sample.attempt', entityId: newCaseId(task.id), title, payload }))) end();
  };
  const footer = <BigButton disabled={reason === null} why={t('field.spot.reasonNeeded')} busy={busy} onClick={() => void press()} data-testid="save-attempt">{t('common.save')}</BigButton>;
  return (
    <>
      <BigButton kind="plain" onClick={() => setOpen(true)} data-testid="not-asked">{t('field.spot.notAsked')}</BigButton>
      <Sheet open={open} title={t('field.spot.notAsked')} onClose={end} footer={footer}>
        <p className="secondary">{t('field.spot.ruleReplace')}</p>
        {failed !== null && <Problem error={failed} />}
        <Chips label={t('field.spot.reason')} shown options={(task.unit === 'village' ? villageReasons : failureReasonCodes).map((value) => ({ value, text: failureReasons[value][language] }))} value={reason} onChange={setReason} testid="reason" />
        <TextField label={t('field.spot.attemptNote')} maxLength={300} value={note} onChange={setNote} testid="attempt-note" />
      </Sheet>
    </>
  );
}
