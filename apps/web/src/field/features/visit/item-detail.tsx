import { useTranslation } from 'react-i18next';
import { codeLabel, codeListOf, type AssuranceItem } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import type { PackHousehold } from '../../store/types.js';
import { Chips, MoneyField, TextArea } from '../../ui/index.js';
import { partsOf, valueOf, withParts, withValue } from './form/note-parts.js';
import { explained, type SetForm } from './form/visit-form.js';
import { activeMembers } from './members.js';
import { useToday } from './use-today.js';

/** Up to this age somebody is offered as a pupil; it only shortens the list. */
const OLDEST_PUPIL = 19;
const dropoutReasons = ['illness', 'unwilling', 'hardship', 'distance', 'work'] as const;
const medicalFaults = ['notInsured', 'lapsed', 'chronicUnregistered'] as const;
const waterFaults = ['quantity', 'quality', 'fetching', 'reliability'] as const;

interface Props {
  household: PackHousehold;
  item: AssuranceItem;
  note: string;
  set: SetForm;
}

/** What is asked further about an item that is a problem; everything ends up in its note. */
export function ItemDetail({ household, item, note, set }: Props) {
  const { t } = useTranslation();
  const write = (next: string) => set((now) => explained(now, item, next));
  return (
    <div className="item-detail">
      {item === 'EDUCATION' && <Dropout {...{ household, note, write }} />}
      {item === 'MEDICAL' && <Medical note={note} write={write} />}
      {item === 'HOUSING' && <Grades note={note} write={write} />}
      {item === 'WATER' && <Phrases label={t('field.visit.water.title')} testid="water" offered={waterFaults.map((key) => t(`field.visit.water.${key}`))} note={note} write={write} />}
      <TextArea label={t('field.visit.explain')} value={note} onChange={write} testid={`note-${item}`} />
    </div>
  );
}

interface NoteProps {
  note: string;
  write: (note: string) => void;
}

function Phrases({ label, offered, testid, note, write }: NoteProps & { label: string; offered: readonly string[]; testid: string }) {
  const chosen = partsOf(note).filter((part) => offered.includes(part));
  return <Chips label={label} shown multiple testid={testid} options={offered.map((text) => ({ value: text, text }))} value={chosen} onChange={(next) => write(withParts(note, offered, next))} />;
}

function Dropout({ household, note, write }: NoteProps & { household: PackHousehold }) {
  const { t } = useTranslation();
  const pupils = activeMembers(household, useToday()).filter(({ age }) => age !== null && age >= 3 && age <= OLDEST_PUPIL);
  return (
    <>
      <Phrases label={t('field.visit.education.who')} testid="dropout" offered={pupils.map(({ name }) => t('field.visit.education.dropout', { name }))} note={note} write={write} />
      <Phrases label={t('field.visit.education.why')} testid="dropout-why" offered={dropoutReasons.map((key) => t(`field.visit.education.${key}`))} note={note} write={write} />
    </>
  );
}

function Medical({ note, write }: NoteProps) {
  const { t } = useTranslation();
  const beginning = t('field.visit.medical.paid');
  const paid = valueOf(note, beginning).replaceAll(/[^0-9.]/g, '');
  return (
    <>
      <Phrases label={t('field.visit.medical.title')} testid="medical" offered={medicalFaults.map((key) => t(`field.visit.medical.${key}`))} note={note} write={write} />
      <MoneyField label={beginning} value={paid === '' ? null : Math.round(Number(paid) * 100)} onChange={(fen) => write(withValue(note, beginning, fen === null ? '' : t('field.visit.medical.amount', { yuan: fen / 100 })))} testid="medical-paid" />
    </>
  );
}

function Grades({ note, write }: NoteProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const offered: string[] = codeListOf('housingGrade').items.map(({ code }) => t('field.visit.housing.grade', { grade: codeLabel('housingGrade', code, language) }));
  const words = new Set(offered);
  return <Phrases label={t('field.visit.housing.title')} testid="grade" offered={offered} note={note} write={(next) => write(withParts(next, offered, partsOf(next).filter((part) => words.has(part)).slice(-1)))} />;
}
