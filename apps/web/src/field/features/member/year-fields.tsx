import { useTranslation } from 'react-i18next';
import { codeLabel, codeListOf } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import type { PackHousehold } from '../../store/types.js';
import { Chips, NumberField, TextField } from '../../ui/index.js';
import { firstYear, memberYearRow } from '../income/year-row.js';
import type { PersonHere } from '../visit/members.js';
import { useToday } from '../visit/use-today.js';
import type { MemberChangeForm } from './member-change.js';

interface Props {
  household: PackHousehold;
  form: MemberChangeForm;
  person: PersonHere;
  onChange: (part: Partial<MemberChangeForm>) => void;
}

const MONTHS = 12;

/** School, health or work of a person in the year on record; what stands there is shown as chosen. */
export function YearFields({ household, form, person, onChange }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const year = firstYear(household, useToday());
  const row = memberYearRow(household, person.id, year);
  const options = (list: 'schoolStatus' | 'health' | 'workArea') => codeListOf(list).items.map(({ code }) => ({ value: code, text: codeLabel(list, code, language) }));
  const text = (key: string) => (typeof row?.[key] === 'string' ? row[key] : null);
  const healthNow = Array.isArray(row?.['health']) ? (row['health'] as string[]) : [];
  const months = typeof row?.['workMonths'] === 'number' ? row['workMonths'] : null;
  return (
    <>
      <p>{t('field.member.forYear', { year })}</p>
      {form.type === 'school' && <Chips label={t('field.member.type.school')} options={options('schoolStatus')} value={form.schoolStatus ?? text('schoolStatus')} onChange={(schoolStatus) => onChange({ schoolStatus })} testid="school" />}
      {form.type === 'school' && <TextField label={t('field.member.dropoutReason')} value={form.dropoutReason} onChange={(dropoutReason) => onChange({ dropoutReason })} testid="dropout-reason" />}
      {form.type === 'health' && <Chips label={t('field.member.type.health')} multiple options={options('health')} value={form.health ?? healthNow} onChange={(health) => onChange({ health })} testid="health" />}
      {form.type === 'work' && <Chips label={t('field.member.type.work')} options={options('workArea')} value={form.workArea ?? text('workArea')} onChange={(workArea) => onChange({ workArea })} testid="work" />}
      {form.type === 'work' && <NumberField label={t('field.member.workMonths')} max={MONTHS} value={form.workMonths ?? months} onChange={(workMonths) => onChange({ workMonths })} testid="work-months" />}
    </>
  );
}
