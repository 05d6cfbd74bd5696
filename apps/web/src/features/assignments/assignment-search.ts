import { assignmentStatuses, type AssignmentStatus } from '#domain';
import type { KeysetPlace } from '../../ui/keyset.js';
import { wordOf, yearOf, type RawSearch } from '../../ui/search-params.js';
import { CASE_ID, MEASURE_CODE, readList, shapeOf } from '../help/parts/read-search.js';

export interface AssignmentFilters {
  division?: string | undefined;
  status?: AssignmentStatus | undefined;
  year?: number | undefined;
  measureCode?: string | undefined;
  projectId?: string | undefined;
}

export function readAssignmentSearch(search: RawSearch): AssignmentFilters & KeysetPlace {
  return { ...readList(search), status: wordOf(search, 'status', assignmentStatuses), year: yearOf(search, 'year'), measureCode: shapeOf(search, 'measureCode', MEASURE_CODE), projectId: shapeOf(search, 'projectId', CASE_ID) };
}
