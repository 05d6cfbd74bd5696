import { useTranslation } from 'react-i18next';
import { codeLabel } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { useDivisionName } from '../../ui/use-divisions.js';
import type { HouseholdFilters } from './list-search.js';

/** The conditions in words, for a list that is empty because of them. */
export function useFilterWords({ division, status, type, cause, q, verdict, year }: HouseholdFilters): string[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const place = useDivisionName(division ?? '15');
  const word = (key: 'q' | 'division' | 'status' | 'verdict' | 'type' | 'cause' | 'year', value: string | null | undefined) => (value ? [`${t(`households.condition.${key}`)} ${value}`] : []);
  return [
    ...word('q', q), ...word('division', division && place), ...word('status', status && codeLabel('householdStatus', status, language)),
    ...word('verdict', verdict && t(`common.verdict.${verdict}`)), ...word('type', type && codeLabel('poorHouseholdType', type, language)),
    ...word('cause', cause && codeLabel('povertyCause', cause, language)), ...word('year', year === undefined ? null : String(year)),
  ];
}
