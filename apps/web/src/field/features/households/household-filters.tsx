import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { codeLabel } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import type { HouseholdEntry } from '../../store/types.js';
import { Chips, TextField } from '../../ui/index.js';
import type { ListSearch } from './list-search.js';
import { ScanCode } from './scan-code.js';

interface Props {
  entries: readonly HouseholdEntry[];
  search: ListSearch;
  words: string;
  onWords: (words: string) => void;
  onCode: (code: string) => void;
  onNarrow: (change: ListSearch) => void;
  count: number;
}

const TYPE = 'type:';

/** Search and chips above the list. */
export function HouseholdFilters({ entries, search, words, onWords, onCode, onNarrow, count }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const types = useMemo(() => [...new Set(entries.map(({ type }) => type))].filter(Boolean).sort(), [entries]);
  const options = [
    { value: 'problem', text: t('field.households.withProblem') }, { value: 'unsent', text: t('field.households.notUploaded') },
    ...types.map((type) => ({ value: `${TYPE}${type}`, text: codeLabel('poorHouseholdType', type, language) })),
  ];
  const value = [search.problem && 'problem', search.unsent && 'unsent', search.type && `${TYPE}${search.type}`].filter((chip): chip is string => Boolean(chip));
  const choose = (chosen: string[]) => onNarrow({
    problem: chosen.includes('problem') || undefined, unsent: chosen.includes('unsent') || undefined, type: chosen.filter((chip) => chip.startsWith(TYPE)).at(-1)?.slice(TYPE.length),
  });
  return (
    <div className="household-filters">
      <TextField label={t('field.households.search')} placeholder={t('field.households.searchHint')} type="search" value={words} onChange={onWords} maxLength={50} testid="household-search" after={<ScanCode onCode={onCode} />} />
      <Chips label={t('field.households.filters')} inLine multiple options={options} value={value} onChange={choose} testid="filter" />
      <p className="small" role="status">{t('field.households.count', { count, all: entries.length })}</p>
    </div>
  );
}
