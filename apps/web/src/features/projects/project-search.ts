import { projectStatuses, type ProjectStatus } from '#domain';
import type { KeysetPlace } from '../../ui/keyset.js';
import { wordOf, yearOf, type RawSearch } from '../../ui/search-params.js';
import { readList } from '../help/parts/read-search.js';

export interface ProjectFilters {
  division?: string | undefined;
  year?: number | undefined;
  status?: ProjectStatus | undefined;
}

export function readProjectSearch(search: RawSearch): ProjectFilters & KeysetPlace {
  return { ...readList(search), year: yearOf(search, 'year'), status: wordOf(search, 'status', projectStatuses) };
}
