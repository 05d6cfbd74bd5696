import { fieldOfTarget, holds, Permission, type ColumnTarget } from '#domain';
import { currentContext } from '#platform';
import type { BatchRow } from './batch.queries.js';

const headIdNo = 'virtual.headIdNo';

/** Whoever uploaded a file sees its cells; others only with the right to see sensitive fields in clear. */
export function seesCells(batch: BatchRow): boolean {
  const { actor } = currentContext();
  return batch.uploaded_by === actor.userId || holds(actor.role, Permission.HouseholdUnmask);
}

/** Hides sensitive cells of a row from those who may not see them. */
export function hider(batch: BatchRow): <T extends { readonly cells: readonly string[] }>(row: T) => T {
  if (seesCells(batch)) return (row) => row;
  const hidden = new Set((batch.columns?.columns ?? []).filter(({ target }) => target !== null && isSensitive(target)).map((column) => column.index));
  return (row) => ({ ...row, cells: row.cells.map((text, index) => (hidden.has(index) && text !== '' ? '****' : text)) });
}

function isSensitive(target: ColumnTarget): boolean {
  return target === headIdNo || fieldOfTarget(target)?.encrypted === true;
}
