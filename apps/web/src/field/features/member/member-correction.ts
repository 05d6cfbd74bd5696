import { sameValue, validateFields, type FieldFault, type PackRow } from '#domain';
import type { PackHousehold } from '../../store/types.js';

/** Fields of a person that are corrected on the phone. The relation of the head changes by an event. */
export const editableFields = ['name', 'gender', 'birthDate', 'idNo', 'relationToHead', 'ethnicGroup', 'phone'] as const;
export type EditableField = (typeof editableFields)[number];
export type MemberEdits = Readonly<Partial<Record<EditableField, string>>>;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The person as recorded, with what was corrected here and has not come back yet. */
export function memberRow({ rows, edits }: Pick<PackHousehold, 'rows' | 'edits'>, memberId: string): PackRow | null {
  const row = rows.members.find(({ id }) => id === memberId);
  const own = edits.filter(({ kind, entityId, state }) => kind === 'member.correct' && entityId.endsWith(memberId) && state !== 'returned').map(({ payload }) => payload['values']).filter(isObject);
  return row ? (Object.assign({}, row, ...own) as PackRow) : null;
}

/** What differs from the record; what was emptied becomes nothing, and a number that was left empty stays as it is. */
export function changedFields(row: PackRow, edits: MemberEdits): Record<string, string | null> {
  const entries = Object.entries(edits).map(([key, value]) => [key, value.trim() === '' ? null : value.trim()] as const);
  return Object.fromEntries(entries.filter(([key, value]) => !sameValue(row[key], value) && !(value === null && (key === 'idNo' || key === 'phone'))));
}

export function correctionFaults(row: PackRow, values: Readonly<Record<string, unknown>>): FieldFault[] {
  return validateFields('member', { ...values }, { partial: true, current: row }).faults;
}

/** `member.correct`: values, and what stood there before. */
export function memberCorrection(row: PackRow, values: Readonly<Record<string, unknown>>, householdCaseId: string): { payload: object; baseVersion: number } {
  const base = Object.fromEntries(Object.keys(values).map((key) => [key, row[key] ?? null]));
  return { payload: { householdId: householdCaseId, values, base }, baseVersion: Number(row['version'] ?? 0) };
}
