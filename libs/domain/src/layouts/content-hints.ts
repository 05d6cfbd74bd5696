import { readCode } from '../codes/code-lists.js';
import { readResidentId } from '../identity/resident-id.js';
import type { ColumnTarget } from './column-target.js';

/** A column is recognised by content when nine of ten of its filled cells look like it, and there are enough of them. */
const SHARE = 0.9;
const LEAST_CELLS = 3;

const hints: readonly (readonly [ColumnTarget, (cell: string) => boolean])[] = [
  ['member.idNo', (cell) => readResidentId(cell).ok],
  ['household.phone', (cell) => /^1[3-9][0-9]{9}$/.test(cell)],
  ['member.relationToHead', (cell) => readCode('relationToHead', cell) !== undefined && !/^[0-9]+$/.test(cell)],
  ['member.gender', (cell) => /^[男女]性?$/.test(cell)],
  ['member.ethnicGroup', (cell) => /族$/.test(cell) && readCode('ethnicGroup', cell) !== undefined],
];

/**
 * What the cells of a column look like, for columns whose heading nobody knows. Only unmistakable content counts: a
 * document number has its check digit, a mobile number its shape, a relation its word.
 */
export function targetByContent(cells: readonly string[], taken: ReadonlySet<ColumnTarget>): ColumnTarget | null {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (filled.length < LEAST_CELLS) return null;
  for (const [target, fits] of hints) {
    if (!taken.has(target) && filled.filter(fits).length >= filled.length * SHARE) return target;
  }
  return null;
}
