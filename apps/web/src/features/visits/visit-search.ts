import type { KeysetPlace } from '../../ui/keyset.js';
import type { RawSearch } from '../../ui/search-params.js';
import { DAY, readList, shapeOf } from '../help/parts/read-search.js';

export interface VisitFilters {
  division?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

export function readVisitSearch(search: RawSearch): VisitFilters & KeysetPlace {
  return { ...readList(search), from: shapeOf(search, 'from', DAY), to: shapeOf(search, 'to', DAY) };
}
