import type { ImportBatch, ImportRow } from './imports.api.js';

type Columns = ImportBatch['columns'];
const names: ReadonlySet<string> = new Set(['member.name', 'virtual.headName']);

/** The name, then the columns in which something is wrong, then the others: nobody has to look for the fault. */
export function faultyFirst(columns: Columns, rows: readonly ImportRow[]): Columns {
  const faulty = new Set(rows.flatMap((row) => row.faults.map((fault) => fault.column)));
  const place = (column: Columns[number]) => (names.has(column.target ?? '') ? 0 : faulty.has(column.index) ? 1 : 2);
  return [...columns].sort((left, right) => place(left) - place(right) || left.index - right.index);
}
