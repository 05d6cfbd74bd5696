import { useTranslation } from 'react-i18next';
import type { PackStep } from '#domain';
import { Card, DateField, NumberField, TextArea, TextField } from '../../ui/index.js';
import { abstainedOf, isPassed, type MeetingFault, type MeetingForm } from './meeting.js';
import { useMeetingFaultText } from './use-fault-text.js';

interface Props {
  step: PackStep;
  meeting: MeetingForm;
  today: string;
  /** Shown at their fields once somebody has tried to hand it in. */
  faults: readonly MeetingFault[];
  onChange: (meeting: MeetingForm) => void;
}

/** Record of the review meeting: when, where, who, how many came, how they voted. */
export function MeetingSection({ step, meeting, today, faults, onChange }: Props) {
  const { t } = useTranslation();
  const text = useMeetingFaultText();
  const set = (part: Partial<MeetingForm>) => onChange({ ...meeting, ...part });
  const fault = (field: MeetingFault['field']) => {
    const found = faults.find((one) => one.field === field);
    return found ? text(found) : null;
  };
  const count = (field: 'entitled' | 'present' | 'inFavour' | 'against') => (
    <NumberField label={t(`field.cases.meeting.${field}`)} value={meeting[field]} error={fault(field)} onChange={(value) => set({ [field]: value })} testid={`meeting-${field}`} />
  );
  const { review } = step;
  const voted = meeting.present !== null && meeting.inFavour !== null;
  return (
    <Card title={t('field.cases.meeting.title')} data-testid="meeting">
      <DateField label={t('field.cases.meeting.heldOn')} value={meeting.heldOn} max={today} error={fault('heldOn')} onChange={(heldOn) => set({ heldOn })} testid="meeting-heldOn" />
      <TextField label={t('field.cases.meeting.place')} value={meeting.place} error={fault('place')} onChange={(place) => set({ place })} testid="meeting-place" />
      <TextField label={t('field.cases.meeting.convener')} value={meeting.convener} maxLength={100} error={fault('convener')} onChange={(convener) => set({ convener })} testid="meeting-convener" />
      <div className="case-pair">{count('entitled')}{count('present')}</div>
      <div className="case-votes">
        {count('inFavour')}{count('against')}
        <NumberField label={t('field.cases.meeting.abstained')} value={meeting.abstained} placeholder={String(abstainedOf(meeting, meeting.present) ?? '')} hint={t('field.cases.meeting.abstainedHint')} onChange={(abstained) => set({ abstained })} testid="meeting-abstained" />
      </div>
      {voted && review && <p className="case-result" role="status" data-testid="meeting-result">{t('field.cases.meeting.result', { result: t(isPassed(review, meeting, meeting.present) ? 'field.cases.meeting.passed' : 'field.cases.meeting.refused') })}</p>}
      <TextArea label={t('field.cases.meeting.summary')} value={meeting.summary} hint={t('field.cases.meeting.summaryHint')} maxLength={1000} onChange={(summary) => set({ summary })} testid="meeting-summary" />
    </Card>
  );
}
