import type { KeysetPlace } from '../../ui/keyset.js';
import { wordOf, yearOf, type RawSearch } from '../../ui/search-params.js';
import { readList } from '../help/parts/read-search.js';

export interface CoverageSearch extends KeysetPlace {
  division?: string | undefined;
  year?: number | undefined;
  missing?: 'helper' | 'visit' | undefined;
}

export function readCoverageSearch(search: RawSearch): CoverageSearch {
  return { ...readList(search), year: yearOf(search, 'year'), missing: wordOf(search, 'missing', ['helper', 'visit']) };
}
