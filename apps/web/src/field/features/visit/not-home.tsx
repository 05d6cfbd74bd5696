import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePhotos, useSyncState } from '../../store/index.js';
import type { PackHousehold } from '../../store/types.js';
import { BigButton, Row, Rows, Sheet, TextField } from '../../ui/index.js';
import type { VisitForm } from './form/visit-form.js';
import { notHomeContent } from './form/visit-payload.js';
import { useKeepVisit } from './use-keep-visit.js';

const reasons = ['awayForWork', 'herding', 'visitingFamily', 'inHospital', 'unknown'] as const;

interface Props {
  open: boolean;
  onClose: () => void;
  household: PackHousehold;
  form: VisitForm;
  draftKey: string;
}

/** Why nobody is at home. The tap on a reason saves the visit. */
export function NotHome({ open, onClose, household, form, draftKey }: Props) {
  const { t } = useTranslation();
  const [other, setOther] = useState('');
  const photos = usePhotos(draftKey).map(({ id }) => id);
  const { serverTimeOffset } = useSyncState();
  const { keep, busy } = useKeepVisit(household, draftKey);
  const end = (reason: string) => {
    const content = notHomeContent(reason, form, { visitedAt: new Date().toISOString(), clockOffsetSeconds: Math.round(serverTimeOffset / 1000), photos });
    void keep(content, { next: false });
  };
  return (
    <Sheet open={open} title={t('field.visit.notHomeTitle')} onClose={onClose}>
      <p>{t('field.visit.notHomeHint')}</p>
      <Rows label={t('field.visit.notHomeTitle')}>
        {reasons.map((reason) => <Row key={reason} arrow={false} title={t(`field.visit.notHome.${reason}`)} onClick={() => end(t(`field.visit.notHome.${reason}`))} data-testid={`not-home-${reason}`} />)}
      </Rows>
      <TextField label={t('field.visit.otherReason')} value={other} onChange={setOther} testid="not-home-other" />
      <BigButton disabled={other.trim() === ''} busy={busy} onClick={() => end(other.trim())} data-testid="not-home-save">{t('common.save')}</BigButton>
    </Sheet>
  );
}
