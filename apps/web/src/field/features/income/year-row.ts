import { type PackRow } from '#domain';
import type { PackHousehold } from '../../store/types.js';

type Sources = Pick<PackHousehold, 'rows' | 'edits'>;
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The record of a year with what was corrected here and has not come back yet; null when the year has no record. */
export function yearRow({ rows, edits }: Sources, year: number): PackRow | null {
  const recorded = rows.years.find((row) => row['year'] === year);
  const own = edits.filter(({ kind, payload, state }) => kind === 'year.correct' && payload['year'] === year && state !== 'returned').map(({ payload }) => payload['values']).filter(isObject);
  if (!recorded && own.length === 0) return null;
  return Object.assign({ year }, recorded, ...own) as PackRow;
}

/** The record of a person in a year, corrected likewise. `memberId` is a plain UUID. */
export function memberYearRow({ rows, edits }: Sources, memberId: string, year: number): PackRow | null {
  const recorded = rows.memberYears.find((row) => row['memberId'] === memberId && row['year'] === year);
  const parts = edits.filter(({ kind, payload, state }) => kind === 'year.correct' && payload['year'] === year && state !== 'returned')
    .flatMap(({ payload }) => (Array.isArray(payload['members']) ? (payload['members'] as unknown[]) : [])).filter(isObject)
    .filter((part) => String(part['memberId']).endsWith(memberId)).map((part) => part['values']).filter(isObject);
  if (!recorded && parts.length === 0) return null;
  return Object.assign({ year, memberId }, recorded, ...parts) as PackRow;
}

/** Years with a record, and the year in which we are; the latest first. */
export function yearsToChoose({ rows }: Pick<Sources, 'rows'>, today: string): number[] {
  const current = Number(today.slice(0, 4));
  const recorded = rows.years.map((row) => Number(row['year'])).filter((year) => year <= current);
  return [...new Set([current, ...recorded])].sort((left, right) => right - left);
}

/** The year that is shown first: the latest with a record. */
export function firstYear(sources: Pick<Sources, 'rows'>, today: string): number {
  const recorded = sources.rows.years.map((row) => Number(row['year'])).filter((year) => year <= Number(today.slice(0, 4)));
  return recorded.length > 0 ? Math.max(...recorded) : Number(today.slice(0, 4));
}
