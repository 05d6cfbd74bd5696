import { textOf, type RawSearch } from './search-params.js';

/** Place in a long list: the cursor of the page before, and its number for the reader. Both stand in the address. */
export interface KeysetPlace {
  cursor?: string | undefined;
  page?: number | undefined;
}

export function readPlace(search: RawSearch): KeysetPlace {
  const cursor = textOf(search, 'cursor', 400);
  const page = Number(search['page']);
  return cursor ? { cursor, page: Number.isInteger(page) && page > 1 ? page : 2 } : {};
}

export function nextPlace(place: KeysetPlace, nextCursor: string): KeysetPlace {
  return { cursor: nextCursor, page: (place.page ?? 1) + 1 };
}
