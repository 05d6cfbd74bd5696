import type { KeysetPlace } from '../../ui/keyset.js';
import { wordOf, yearOf, type RawSearch } from '../../ui/search-params.js';
import { readList } from '../help/parts/read-search.js';
import { fundLevels } from './funds.api.js';

export interface FundFilters {
  division?: string | undefined;
  year?: number | undefined;
  level?: (typeof fundLevels)[number] | undefined;
}

export function readFundSearch(search: RawSearch): FundFilters & KeysetPlace {
  return { ...readList(search), year: yearOf(search, 'year'), level: wordOf(search, 'level', fundLevels) };
}
