import type { LocalText } from '../facts/index.js';
import { housePositionText } from '../places/house-position.js';
import { fenToYuanText } from '../values/money.js';
import { columnName, isShownColumn } from './column-names.js';

export interface ColumnDifference {
  readonly column: string;
  readonly name: LocalText;
  readonly before: unknown;
  readonly after: unknown;
  /** As a person reads it, in Chinese. */
  readonly beforeText: string | null;
  readonly afterText: string | null;
}

export interface AuditImages {
  /** Of an update only the columns that changed; of a deletion the whole row. */
  readonly before?: Readonly<Record<string, unknown>>;
  /** The whole row, without what is null. */
  readonly after?: Readonly<Record<string, unknown>>;
}

/** What one row of the audit log changed, column by column, in the order of their names. */
export function columnDifferences({ before, after }: AuditImages): ColumnDifference[] {
  const changed = before ?? after ?? {};
  return Object.keys(changed).filter(isShownColumn).sort().map((column) => {
    const was = before?.[column] ?? null;
    const is = after?.[column] ?? null;
    return { column, name: columnName(column), before: was, after: is, beforeText: inWords(column, was), afterText: inWords(column, is) };
  });
}

function inWords(column: string, value: unknown): string | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return column.endsWith('_fen') ? `${fenToYuanText(value)}元` : String(value);
  if (column === 'house_position') return housePositionText(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
