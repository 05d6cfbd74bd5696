import { comparisonRegisters, matchVerdicts } from '#domain';
import { readPlace, type KeysetPlace } from '../../../ui/keyset.js';
import { wordOf, type RawSearch } from '../../../ui/search-params.js';

export interface ComparisonSearch extends KeysetPlace {
  tab?: 'doubtful' | 'unmatched' | undefined;
  verdict?: (typeof matchVerdicts)[number] | 'NONE' | undefined;
}

export function readComparisonSearch(search: RawSearch): ComparisonSearch {
  return { tab: wordOf(search, 'tab', ['doubtful', 'unmatched']), verdict: wordOf(search, 'verdict', [...matchVerdicts, 'NONE']), ...readPlace(search) };
}

export interface ComparisonListSearch extends KeysetPlace {
  register?: string | undefined;
}

export function readComparisonListSearch(search: RawSearch): ComparisonListSearch {
  return { register: wordOf(search, 'register', comparisonRegisters.map(({ code }) => code)), ...readPlace(search) };
}
