import { codeRange, contains } from '#domain';
import { currentContext, decodeCursor } from '#platform';

export interface ListQuestion {
  readonly division?: string;
  readonly cursor?: string;
  readonly limit: number;
}

/**
 * The first six parameters of every list: from village, to village, county or null, cursor village or null, cursor id, limit + 1.
 * Null when nothing of the division asked for lies in the actor's territory. A broken cursor is a `validation` problem.
 */
export function listRange({ division, cursor, limit }: ListQuestion): readonly (string | number | null)[] | null {
  const key = decodeCursor(cursor, ['village', 'uuid']);
  const place = territory(division);
  if (place === null) return null;
  const { from, to } = codeRange(place);
  return [from, to, place.length >= 6 ? place.slice(0, 6) : null, key?.[0] ?? null, key?.[1] ?? null, limit + 1];
}

/** The division asked for, as far as it lies in the actor's territory. */
function territory(division: string | undefined): string | null {
  const { scope } = currentContext().actor;
  if (scope === null) return null;
  if (division === undefined || contains(division, scope)) return scope;
  return contains(scope, division) ? division : null;
}

/** Next key of a page in the order of villages. */
export const listKey = (row: { village_code: string; id: string }): string[] => [row.village_code, row.id];
