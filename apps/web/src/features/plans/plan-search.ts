import { planStatuses, type PlanStatus } from '#domain';
import type { KeysetPlace } from '../../ui/keyset.js';
import { wordOf, yearOf, type RawSearch } from '../../ui/search-params.js';
import { readList } from '../help/parts/read-search.js';

export interface PlanFilters {
  division?: string | undefined;
  status?: PlanStatus | undefined;
  year?: number | undefined;
}

export function readPlanSearch(search: RawSearch): PlanFilters & KeysetPlace {
  return { ...readList(search), status: wordOf(search, 'status', planStatuses), year: yearOf(search, 'year') };
}
