import { findField, type Field, type FieldEntity, type FieldValues } from '#domain';
import type { ColumnWriter } from './column-writer.js';
import type { WholeRow } from './existing.queries.js';

/** Value of a stored row by field; encrypted fields are opened. */
export function storedValue(writer: ColumnWriter, field: Field, row: WholeRow): unknown {
  if (field.encrypted) return writer.reveal(field, row.id, row);
  const stored = row[field.column] ?? null;
  return field.type === 'decimal' && stored !== null ? Number(stored) : stored;
}

/** The given values that differ from the stored row. Nothing given is nothing changed. */
export function changedValues(entity: FieldEntity, given: FieldValues, row: WholeRow, context: { writer: ColumnWriter; except?: readonly string[] }): FieldValues {
  const changed: FieldValues = {};
  for (const key of Object.keys(given)) {
    const field = findField(entity, key);
    const value = given[key] ?? null;
    if (!field || value === null || context.except?.includes(key)) continue;
    if (JSON.stringify(value) !== JSON.stringify(storedValue(context.writer, field, row))) changed[key] = value;
  }
  return changed;
}

/** The stored values of the columns that are about to change. */
export function beforeOf(row: WholeRow, changes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.keys(changes).map((column) => [column, row[column] ?? null]));
}
