import { fieldsOf, type Field, type FieldEntity } from '#domain';

/** A row as the database or an audit image holds it; the catalogue says what its columns mean. */
export type StoredRow = Readonly<Record<string, unknown>>;

export const tableOf = { household: 'household', householdYear: 'household_year', member: 'member', memberYear: 'member_year' } as const;

/** What every row of a table carries besides its fields. */
const fixedColumns: Readonly<Record<FieldEntity, readonly string[]>> = {
  household: ['county_code', 'id', 'village_code', 'status', 'head_name', 'member_count', 'ended_on', 'end_reason', 'origin_county_code', 'origin_id', 'version', 'created_at', 'updated_at'],
  member: ['county_code', 'id', 'village_code', 'household_id', 'name_initials', 'origin_county_code', 'origin_id', 'version', 'created_at', 'updated_at'],
  householdYear: ['county_code', 'id', 'village_code', 'household_id', 'version', 'recorded_at', 'superseded_at', 'correction_reason'],
  memberYear: ['county_code', 'id', 'village_code', 'household_id', 'member_id', 'version', 'recorded_at', 'superseded_at', 'correction_reason'],
};

/** Column that may leave the server: the masked copy of an encrypted field, the column itself otherwise. */
export function shownColumn(field: Field): string {
  return field.encrypted ? `${field.column}_masked` : field.column;
}

/** Columns that a page may read. Ciphertext and blind indexes are not among them. */
export function shownColumns(entity: FieldEntity): string[] {
  return [...new Set([...fixedColumns[entity], ...fieldsOf(entity).map(shownColumn)])];
}

/** All columns of the table, ciphertext included; for moves of whole rows and for writing. */
export function allColumns(entity: FieldEntity): string[] {
  const extra = entity === 'household' ? ['phone_last4'] : entity === 'member' ? ['id_no_bidx'] : [];
  const encrypted = fieldsOf(entity).filter((field) => field.encrypted).map((field) => `${field.column}_enc`);
  return [...shownColumns(entity), ...encrypted, ...extra];
}

/** `h.id, h.village_code, …` of the columns that a page may read. The names come from the catalogue, never from a request. */
export function selectList(entity: FieldEntity, alias: string): string {
  return shownColumns(entity).map((column) => `${alias}.${column}`).join(', ');
}

/** Carried beside the values of a row, not among them. */
const notValues: Readonly<Record<FieldEntity, readonly string[]>> = { household: ['villageCode', 'status'], householdYear: ['year'], member: [], memberYear: ['year'] };

/** Recorded values by field key, masked where the catalogue says so. A field that was not recorded is absent. */
export function valuesOf(entity: FieldEntity, row: StoredRow): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const field of fieldsOf(entity)) {
    const stored = row[shownColumn(field)];
    if (stored === null || stored === undefined || notValues[entity].includes(field.key)) continue;
    values[field.key] = field.type === 'decimal' ? Number(stored) : stored;
  }
  return values;
}

/** Same recorded values: what is null and what is absent both mean "not recorded". */
export function same(left: Readonly<Record<string, unknown>>, right: Readonly<Record<string, unknown>>): boolean {
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => JSON.stringify(left[key] ?? null) === JSON.stringify(right[key] ?? null));
}
