import { taskStatuses, type TaskStatus } from '#domain';
import type { KeysetPlace } from '../../ui/keyset.js';
import { wordOf, type RawSearch } from '../../ui/search-params.js';
import { DAY, readList, shapeOf } from '../help/parts/read-search.js';
import { taskBoxes } from './tasks.api.js';

export interface TaskFilters {
  division?: string | undefined;
  box?: (typeof taskBoxes)[number] | undefined;
  status?: TaskStatus | undefined;
  mine?: boolean | undefined;
  dueBy?: string | undefined;
}

export function readTaskSearch(search: RawSearch): TaskFilters & KeysetPlace {
  return { ...readList(search), box: wordOf(search, 'box', taskBoxes), status: wordOf(search, 'status', taskStatuses), mine: search['mine'] === true || search['mine'] === 'true' ? true : undefined, dueBy: shapeOf(search, 'dueBy', DAY) };
}
