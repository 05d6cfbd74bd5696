import { isUuid, problem } from '#domain';
import { decodeCursor } from '#platform';

/** Id that a page begins after; null for the first page. A broken cursor is a `validation` problem. */
export function uuidCursor(cursor: string | undefined): string | null {
  const id = decodeCursor(cursor, ['string'])?.[0];
  if (id === undefined) return null;
  if (typeof id === 'string' && isUuid(id)) return id;
  throw problem('validation', { fields: [{ field: 'cursor', faults: ['cursor'] }] });
}
