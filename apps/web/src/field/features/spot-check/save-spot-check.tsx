import { useTranslation } from 'react-i18next';
import { markRedone, newCaseId, usePhotos } from '../../store/index.js';
import type { SpotCheck } from '../../store/spot-checks.js';
import { BigButton, Problem, useGo } from '../../ui/index.js';
import { nameOf } from './spot-checks.page.js';
import type { Missing } from './spot-form.js';
import { useKeepSpotWork } from './use-keep-spot-work.js';

interface Props {
  check: SpotCheck;
  draftKey: string;
  correcting: boolean;
  missing: readonly Missing[];
  payload: (photos: readonly string[]) => object;
  onFaults: (texts: readonly string[]) => void;
}

/** 保存: the answers for good. What is missing is said; income that was not told stays unanswered. */
export function SaveSpotCheck({ check, draftKey, correcting, missing, payload, onFaults }: Props) {
  const { t } = useTranslation();
  const { task, answer } = check;
  const go = useGo();
  const photos = usePhotos(draftKey).map(({ id }) => id);
  const { keep, busy, failed } = useKeepSpotWork();
  const press = async (): Promise<void> => {
    const faults = missing.map((fault) => t(`field.spot.missing.${fault}`));
    onFaults(faults);
    if (faults.length > 0) return window.scrollTo({ top: 0 });
    const title = t(correcting ? 'field.spot.correctTitle' : 'field.spot.itemTitle', { name: nameOf(task, t('field.spot.unnamed')) });
    const saved = await keep({ kind: 'sample.answer', entityId: newCaseId(task.id), title, payload: payload(photos), photos, photosOf: task.villageCode, draftKey });
    if (saved && answer) await markRedone(answer.opId);
    if (saved && correcting) go(`/spot-checks/${task.id}`, { replace: true });
    window.scrollTo({ top: 0 });
  };
  return (
    <>
      {failed !== null && <Problem error={failed} />}
      <BigButton busy={busy} onClick={() => void press()} data-testid="save-spot">{t(correcting ? 'field.spot.saveCorrection' : 'field.spot.save')}</BigButton>
    </>
  );
}
