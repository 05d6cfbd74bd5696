import { recordKindNames, type RecordKind } from '#domain';
import { textOf, wordOf, type RawSearch } from '../../../ui/search-params.js';

export interface RecordSearch {
  kind?: RecordKind | undefined;
  id?: string | undefined;
}

/** Kind and id of a record: `<county>-<uuid>`. */
export function readRecordSearch(search: RawSearch): RecordSearch {
  const id = textOf(search, 'id', 60)?.trim();
  return { kind: wordOf(search, 'kind', recordKindNames), id: id && /^\d{6}-[0-9a-f-]{36}$/.test(id) ? id : undefined };
}
