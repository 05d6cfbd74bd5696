import { findField, uuidV7, type Field, type FieldEntity } from '#domain';
import type { FieldWriter } from '../../store/field-writer.js';
import type { StoredRow } from '../../store/columns.js';

/** How values become columns and rows get their ids. A check needs neither ciphertext nor ids, so it has a writer that makes none. */
export interface ColumnWriter {
  newId(): string;
  columns(entity: FieldEntity, rowId: string, values: Readonly<Record<string, unknown>>): Record<string, unknown>;
  reveal(field: Field, rowId: string, row: StoredRow): string | null;
}

/** Real columns, for rows that will be written. */
export function realWriter(writer: FieldWriter): ColumnWriter {
  return { newId: () => uuidV7(), columns: (entity, rowId, values) => writer.columns(entity, rowId, values), reveal: (field, rowId, row) => writer.reveal(field, rowId, row) };
}

const NO_ID = '';
const nothing: Record<string, unknown> = Object.freeze({});

/** Only what the judgement itself looks at: the sums of a year. */
export function dryWriter(writer: FieldWriter): ColumnWriter {
  return {
    newId: () => NO_ID,
    columns: (entity, _rowId, values) => (entity === 'householdYear' ? plainColumns(values) : nothing),
    reveal: (field, rowId, row) => writer.reveal(field, rowId, row),
  };
}

function plainColumns(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const key of Object.keys(values)) columns[findField('householdYear', key)?.column ?? key] = values[key];
  return columns;
}
