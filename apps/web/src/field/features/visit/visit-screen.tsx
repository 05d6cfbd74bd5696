import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../store/index.js';
import type { PackHousehold } from '../../store/types.js';
import { Card, FieldPage, Strip, TextField } from '../../ui/index.js';
import { Photos } from '../camera/photos.js';
import { useAwaitedForm } from '../camera/use-awaited-form.js';
import { Place } from '../position/place.js';
import type { LastVisit } from './form/last-visit.js';
import type { VisitForm } from './form/visit-form.js';
import { IncomeChanges } from './income-changes.js';
import { NeedsAndProblems } from './needs-and-problems.js';
import { SaveVisit } from './save-visit.js';
import { SevenItems } from './seven-items.js';
import { VisitHead } from './visit-head.js';
import { Way } from './way.js';
import './visit.css';

export interface VisitScreenProps {
  household: PackHousehold;
  /** The visit that answers are carried from. */
  last: LastVisit | null;
  draftKey: string;
  begin: () => VisitForm;
  /** Id of the visit that is corrected. */
  correcting: string | null;
}


/** The whole visit on one scroll, prefilled, with the button under the thumb. */
export function VisitScreen({ household, last, draftKey, begin, correcting }: VisitScreenProps) {
  const { t } = useTranslation();
  const [first] = useState(begin);
  const { value: form, set, savedAt, discard } = useDraft(draftKey, useCallback(() => first, [first]));
  const [shown, setShown] = useState<readonly string[]>([]);
  const awaiting = useAwaitedForm((on) => set((now) => ({ ...now, awaitingPhoto: on })));
  return (
    <FieldPage title={t(correcting ? 'field.visit.correctTitle' : 'field.visit.title')} back={`/households/${household.id}`} footer={<SaveVisit {...{ household, last, draftKey, form, correcting, set }} onFaults={setShown} />}>
      <VisitHead household={household} last={last} savedAt={savedAt} onDiscard={discard} />
      {shown.length > 0 && <Strip kind="error" data-testid="visit-faults">{shown.join('；')}</Strip>}
      {correcting && <Card><TextField label={t('field.visit.reason')} required value={form.reason} onChange={(reason) => set((now) => ({ ...now, reason }))} testid="correction-reason" /></Card>}
      <Way {...{ household, form, draftKey, correcting, set }} />
      <SevenItems {...{ household, last, form, set }} />
      <IncomeChanges {...{ household, form, set }} />
      <NeedsAndProblems form={form} set={set} />
      <Card title={t('field.visit.photos')}><Photos owner={draftKey} position={form.withoutPosition ? null : form.position} awaiting={form.awaitingPhoto} onAwaiting={awaiting} /></Card>
      <Card title={t('field.visit.place')}>
        <Place position={form.position} without={form.withoutPosition} onFound={(position) => set((now) => ({ ...now, position }))} onWithout={(withoutPosition) => set((now) => ({ ...now, withoutPosition, position: withoutPosition ? null : now.position }))} />
      </Card>
    </FieldPage>
  );
}
