import type { KeysetPlace } from '../../ui/keyset.js';
import { wordOf, type RawSearch } from '../../ui/search-params.js';
import { readList } from '../help/parts/read-search.js';

export interface HelperSearch extends KeysetPlace {
  division?: string | undefined;
  tab?: 'list' | undefined;
}

export function readHelperSearch(search: RawSearch): HelperSearch {
  return { ...readList(search), tab: wordOf(search, 'tab', ['list']) };
}
