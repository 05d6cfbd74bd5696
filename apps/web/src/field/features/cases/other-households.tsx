import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackStep, PackStart } from '#domain';
import { useHouseholdIndex } from '../../store/index.js';
import { BigButton, Card, NumberField, Picker } from '../../ui/index.js';
import type { Dossier } from './dossier.js';
import { isPassed } from './meeting.js';

interface Props {
  step: PackStep;
  start: PackStart;
  village: string;
  /** The household that the dossier is about. */
  own: string;
  dossier: Dossier;
  onChange: (others: Dossier['others']) => void;
}

/** The same meeting often speaks of several households: each gets its own dossier and its own votes. */
export function OtherHouseholds({ step, start, village, own, dossier, onChange }: Props) {
  const { t } = useTranslation();
  const entries = useHouseholdIndex();
  const [open, setOpen] = useState(false);
  const { others, meeting } = dossier;
  const nameOf = (id: string) => entries.find((entry) => entry.id === id)?.headName ?? '';
  const taken = new Set([own, ...others.map(({ householdId }) => householdId)]);
  const options = entries.filter((entry) => entry.village === village && !entry.isPractice && !taken.has(entry.id) && !entry.cases && start.statuses.some((status) => status === entry.status)).map(({ id, headName, code, py }) => ({ value: id, text: headName, note: code, also: py }));
  const setVotes = (id: string, part: object) => onChange(others.map((other) => (other.householdId === id ? { ...other, ...part } : other)));
  return (
    <Card title={t('field.cases.meeting.others')} data-testid="others">
      {others.map((other) => (
        <fieldset key={other.householdId} className="case-other">
          <legend>{t('field.cases.meeting.votesFor', { name: nameOf(other.householdId) })}</legend>
          <div className="case-pair">
            <NumberField label={t('field.cases.meeting.inFavour')} value={other.inFavour} onChange={(inFavour) => setVotes(other.householdId, { inFavour })} testid={`other-inFavour-${nameOf(other.householdId)}`} />
            <NumberField label={t('field.cases.meeting.against')} value={other.against} onChange={(against) => setVotes(other.householdId, { against })} />
          </div>
          {other.inFavour !== null && step.review && <p className="small">{t('field.cases.meeting.result', { result: t(isPassed(step.review, other, meeting.present) ? 'field.cases.meeting.passed' : 'field.cases.meeting.refused') })}</p>}
          <BigButton small kind="plain" onClick={() => onChange(others.filter(({ householdId }) => householdId !== other.householdId))}>{t('field.cases.meeting.remove')}</BigButton>
        </fieldset>
      ))}
      {options.length > 0 && <BigButton kind="plain" onClick={() => setOpen(true)} data-testid="add-other">{t('field.cases.meeting.addOther')}</BigButton>}
      <Picker open={open} title={t('field.cases.meeting.addOther')} options={options} value={null} onClose={() => setOpen(false)} onPick={(householdId) => onChange([...others, { householdId, inFavour: null, against: null, abstained: null }])} />
    </Card>
  );
}
