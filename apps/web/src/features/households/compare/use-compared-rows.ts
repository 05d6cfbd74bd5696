import { useTranslation } from 'react-i18next';
import { codeLabel, findField, type FieldEntity } from '#domain';
import type { components } from '../../../api/generated/schema.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { useFieldText } from '../../../ui/use-field-text.js';

export type HouseholdState = components['schemas']['HouseholdStateResponse'];

export interface ComparedRow {
  readonly key: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What differs between two states of a household: itself, its people, its years. */
export function useComparedRows(before: HouseholdState, after: HouseholdState): ComparedRow[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const fieldText = useFieldText();
  const nothing = t('common.notRecorded');
  const row = (key: string, label: string, left: string | null, right: string | null): ComparedRow[] => (left === right ? [] : [{ key, label, before: left ?? nothing, after: right ?? nothing }]);
  const fields = (entity: FieldEntity, key: string, name: string, left: Record<string, unknown>, right: Record<string, unknown>): ComparedRow[] =>
    [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((field) => {
      const known = findField(entity, field);
      return known ? row(`${key} ${field}`, `${name}${known[language]}`, fieldText(known, left[field]), fieldText(known, right[field])) : [];
    });
  const people = (state: HouseholdState): string => state.household.members.filter(({ active }) => active).map(({ name }) => name).join('、');
  const years = [...new Set([...before.years, ...after.years].map(({ year }) => year))].sort((a, b) => b - a);
  const values = (state: HouseholdState, year: number): Record<string, unknown> => state.years.find((known) => known.year === year)?.values ?? {};
  return [
    ...row('status', t('households.column.status'), codeLabel('householdStatus', before.household.status, language), codeLabel('householdStatus', after.household.status, language)),
    ...row('people', t('households.column.members'), people(before), people(after)),
    ...fields('household', 'household', '', before.household.values, after.household.values),
    ...years.flatMap((year) => fields('householdYear', String(year), `${t('areas.year', { year })} `, values(before, year), values(after, year))),
  ];
}
