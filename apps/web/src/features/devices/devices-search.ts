import { readPlace, type KeysetPlace } from '../../ui/keyset.js';
import { textOf, wordOf, type RawSearch } from '../../ui/search-params.js';

export interface DevicesSearch extends KeysetPlace {
  tab?: 'pending' | 'kept' | undefined;
  division?: string | undefined;
  all?: boolean | undefined;
}

export const readDevicesSearch = (search: RawSearch): DevicesSearch => ({
  ...readPlace(search), tab: wordOf(search, 'tab', ['pending', 'kept'] as const), division: textOf(search, 'division', 12), all: search['all'] === true || undefined,
});
