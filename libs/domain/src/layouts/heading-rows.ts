import { foldHeading } from '../fields/headings.js';
import { targetsOfHeading, type ColumnTarget } from './column-target.js';

/** Titles, notes and units may stand above the headings; they are looked for in this many rows. */
export const HEADING_SEARCH_ROWS = 8;

export interface HeadingRows {
  readonly row: number;
  readonly rows: 1 | 2;
  readonly headings: string[];
  readonly score: number;
}

type Mapping = ReadonlyMap<string, ColumnTarget>;

/** Finds the heading rows: the one or two rows whose cells name most columns. Null when no row names two. */
export function findHeadingRows(rows: readonly (readonly string[])[], mapping: Mapping): HeadingRows | null {
  let best: HeadingRows | null = null;
  const limit = Math.min(rows.length, HEADING_SEARCH_ROWS);
  for (let row = 0; row < limit; row++) {
    const single = candidate(rows, row, 1, mapping);
    const below = score(rows[row + 1] ?? [], mapping);
    const pair = below >= 2 ? candidate(rows, row, 2, mapping) : null;
    // Two rows count as one heading only when each of them names columns that the other does not.
    const found = pair && pair.score >= single.score + 2 && pair.score > below ? pair : single;
    if (!best || found.score > best.score) best = found;
  }
  return best && best.score >= 2 ? best : null;
}

function candidate(rows: readonly (readonly string[])[], row: number, count: 1 | 2, mapping: Mapping): HeadingRows {
  const upper = rows[row] ?? [];
  const lower = count === 2 ? (rows[row + 1] ?? []) : [];
  const width = Math.max(upper.length, lower.length);
  const headings = Array.from({ length: width }, (_, index) => combine((upper[index] ?? '').trim(), (lower[index] ?? '').trim(), mapping));
  return { row, rows: count, headings, score: score(headings, mapping) };
}

/** 收入 above 工资性收入: the lower one names the column. 是否参加 above 新农合: the two together do. */
function combine(upper: string, lower: string, mapping: Mapping): string {
  if (lower === '' || lower === upper) return upper;
  if (upper === '' || known(lower, mapping)) return lower;
  if (known(upper + lower, mapping)) return upper + lower;
  return known(upper, mapping) ? upper : lower;
}

function known(heading: string, mapping: Mapping): boolean {
  return heading !== '' && (mapping.has(foldHeading(heading)) || targetsOfHeading(heading).length > 0);
}

function score(headings: readonly string[], mapping: Mapping): number {
  return new Set(headings.filter((heading) => known(heading, mapping)).map(foldHeading)).size;
}
