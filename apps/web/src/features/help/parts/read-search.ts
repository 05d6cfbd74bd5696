import { readPlace, type KeysetPlace } from '../../../ui/keyset.js';
import { textOf, type RawSearch } from '../../../ui/search-params.js';

/** A division of the national code: 2, 4, 6, 9 or 12 digits. */
export function divisionOf(search: RawSearch): string | undefined {
  const code = textOf(search, 'division', 12);
  return code !== undefined && /^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$/.test(code) ? code : undefined;
}

/** Text of one shape. */
export function shapeOf(search: RawSearch, name: string, shape: RegExp): string | undefined {
  const text = textOf(search, name, 200);
  return text !== undefined && shape.test(text) ? text : undefined;
}

export const MEASURE_CODE = /^[A-Z]{3}-[0-9]{2}$/;
export const CASE_ID = /^[0-9]{6}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;

/** What every list has: the place in it and the division. */
export function readList(search: RawSearch): { division?: string | undefined } & KeysetPlace {
  return { division: divisionOf(search), ...readPlace(search) };
}
