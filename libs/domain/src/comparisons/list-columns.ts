import { foldHeading } from '../fields/headings.js';
import { readResidentId } from '../identity/resident-id.js';
import { personHeadings, personTargets } from './listed-person.js';
import type { ComparisonRegister } from './register-column.js';

/** Titles and notes may stand above the headings; they are looked for in this many rows. */
export const LIST_HEADING_ROWS = 8;

export interface ListColumn {
  /** From 0. */
  readonly index: number;
  readonly heading: string;
  /** What the column stands for: name, idNo, birthDate or a column of the register; null when nobody said. */
  readonly target: string | null;
  /** How that is known: by its heading, by what its cells hold, or because a person said so. */
  readonly by: 'heading' | 'content' | 'person' | null;
}

export interface ListColumns {
  /** Row of the headings, from 0 among the filled rows. */
  readonly headingRow: number;
  readonly columns: readonly ListColumn[];
}

/** Target → index of its column. */
export type ListMapping = Readonly<Record<string, number>>;

/** Everything that a column of a register's list may stand for. */
export function targetsOfRegister(register: ComparisonRegister): string[] {
  return [...personTargets, ...register.columns.map((column) => column.name)];
}

/** Finds the heading row and suggests what its columns stand for. `rows` are the first rows of the file. */
export function suggestListColumns(rows: readonly (readonly string[])[], register: ComparisonRegister): ListColumns {
  const known = headingsOf(register);
  const count = (row: readonly string[]) => new Set(row.map((cell) => known.get(foldHeading(cell))).filter((target) => target !== undefined)).size;
  const candidates = rows.slice(0, LIST_HEADING_ROWS);
  const best = candidates.reduce((found, row, index) => (count(row) > count(candidates[found] ?? []) ? index : found), 0);
  // Nothing is known: the first row with two filled cells is taken, and a person says what they are.
  const headingRow = count(candidates[best] ?? []) > 0 ? best : Math.max(0, candidates.findIndex((row) => row.filter((cell) => cell !== '').length > 1));
  const headings = rows[headingRow] ?? [];
  const data = rows.slice(headingRow + 1);
  const width = Math.max(headings.length, ...data.map((row) => row.length));
  const taken = new Set<string>();
  const named = Array.from({ length: width }, (_, index): ListColumn => {
    const target = known.get(foldHeading(headings[index] ?? '')) ?? null;
    if (target === null || taken.has(target)) return { index, heading: labelOf(headings, index), target: null, by: null };
    taken.add(target);
    return { index, heading: labelOf(headings, index), target, by: 'heading' };
  });
  if (taken.has('idNo')) return { headingRow, columns: named };
  const numbers = named.find((column) => column.target === null && holdsNumbers(data.map((row) => row[column.index] ?? '')));
  return { headingRow, columns: named.map((column) => (column === numbers ? { ...column, target: 'idNo', by: 'content' } : column)) };
}

/** A list can be compared by numbers, or by names with birth dates. */
export function isComparable(mapping: ListMapping): boolean {
  return mapping['idNo'] !== undefined || (mapping['name'] !== undefined && mapping['birthDate'] !== undefined);
}

export function mappingOf(columns: readonly ListColumn[]): ListMapping {
  return Object.fromEntries(columns.flatMap(({ target, index }) => (target === null ? [] : [[target, index]])));
}

function headingsOf(register: ComparisonRegister): Map<string, string> {
  const pairs = [
    ...personTargets.flatMap((target) => personHeadings[target].map((heading) => [heading, target] as const)),
    ...register.columns.flatMap((column) => column.headings.map((heading) => [heading, column.name] as const)),
  ];
  return new Map([...pairs].reverse().map(([heading, target]) => [foldHeading(heading), target]));
}

/** Headings name columns, so the second of two equal ones is told apart. */
function labelOf(headings: readonly string[], index: number): string {
  const heading = (headings[index] ?? '').replace(/\s+/g, ' ').trim() || `第${index + 1}列`;
  const before = headings.slice(0, index).filter((other) => other.replace(/\s+/g, ' ').trim() === heading).length;
  return before === 0 ? heading : `${heading}（${before + 1}）`;
}

function holdsNumbers(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && filled.filter((cell) => readResidentId(cell).ok).length * 2 > filled.length;
}
