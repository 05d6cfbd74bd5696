import type { Client } from 'pg';
import { fieldsOf, uuidV7, type FieldEntity } from '#domain';
import type { FieldWriter } from '#households';
import { copyRows } from './copy.js';
import type { MadeHousehold, Values } from './household.js';

type Row = Record<string, unknown>;

/** Columns of one entity as the generator fills them: the catalogue's, with ciphertext and mask where it says so. */
function entityColumns(entity: FieldEntity): string[] {
  return fieldsOf(entity).filter((field) => field.key !== 'villageCode').flatMap((field) => (field.encrypted ? [`${field.column}_enc`, `${field.column}_masked`] : [field.column]));
}
const own = {
  household: ['county_code', 'id', 'village_code', 'head_name', 'phone_last4', ...entityColumns('household')],
  episode: ['county_code', 'id', 'village_code', 'household_id', 'sequence', 'entry_kind', 'entered_on', 'status', 'exited_on', 'not_entitled_on', 'closed_on', 'close_reason'],
  member: ['county_code', 'id', 'village_code', 'household_id', 'name_initials', 'id_no_bidx', ...entityColumns('member')],
  identity_register: ['id_hash', 'county_code', 'village_code', 'household_id', 'member_id'],
  household_year: ['county_code', 'id', 'village_code', 'household_id', ...entityColumns('householdYear')],
  member_year: ['county_code', 'id', 'village_code', 'household_id', 'member_id', ...entityColumns('memberYear')],
} as const;
const extra: Record<string, string[]> = { household: ['member_count'] };

/** Rows of all tables, parents before children. */
export type PopulationRows = Readonly<Record<keyof typeof own, Row[]>>;

/** Writes one lot of rows in the running transaction. A column that is empty throughout is left to its default, which is null. */
export async function writeRows(client: Client, rows: PopulationRows): Promise<void> {
  for (const table of Object.keys(own) as (keyof typeof own)[]) {
    const filled = new Set(rows[table].flatMap((row) => Object.keys(row).filter((column) => row[column] !== null && row[column] !== undefined)));
    const columns = [...own[table], ...(extra[table] ?? [])].filter((column) => filled.has(column));
    if (columns.length > 0) await copyRows(client, table, columns, valuesOf(rows[table], columns));
  }
}

function* valuesOf(rows: readonly Row[], columns: readonly string[]): Generator<unknown[]> {
  for (const row of rows) yield columns.map((column) => row[column]);
}

/** Turns made households into rows of all tables, through the same writer that the application uses. */
export class PopulationWriter {
  private number = 0;
  constructor(private readonly fields: FieldWriter) {}

  /** Households are numbered in the order in which they are handed over. */
  rows(made: readonly MadeHousehold[]): PopulationRows {
    const rows: PopulationRows = { household: [], episode: [], member: [], identity_register: [], household_year: [], member_year: [] };
    for (const household of made) this.rowsOf(household, rows);
    return rows;
  }

  private rowsOf(made: MadeHousehold, rows: PopulationRows): void {
    const id = uuidV7();
    const place = { county_code: made.countyCode, village_code: made.villageCode };
    const columns = (entity: FieldEntity, rowId: string, values: Values) => this.fields.columns(entity, rowId, values);
    rows.household.push(Object.assign(
      columns('household', id, { ...made.values, householdCode: `${made.countyCode}${String(++this.number).padStart(8, '0')}` }),
      place, { id, status: made.status, head_name: made.people[0]?.name, member_count: made.people.length },
    ));
    if (made.status !== 'CANDIDATE') rows.episode.push(this.episode(made, id));
    const memberIds = made.people.map(() => uuidV7());
    for (const [i, person] of made.people.entries()) {
      const memberId = memberIds[i] ?? '';
      const member = columns('member', memberId, { ...person.values, memberCode: `${made.countyCode}${String(this.number).padStart(8, '0')}${i + 1}` });
      rows.member.push(Object.assign(member, place, { id: memberId, household_id: id }));
      if (made.status !== 'CLEARED_OUT') rows.identity_register.push({ ...place, id_hash: member['id_no_bidx'], household_id: id, member_id: memberId });
    }
    for (const year of made.years) {
      const yearId = uuidV7();
      rows.household_year.push(Object.assign(columns('householdYear', yearId, { ...year.values, year: year.year }), place, { id: yearId, household_id: id }));
      for (const [i, values] of year.people.entries()) {
        const rowId = uuidV7();
        rows.member_year.push(Object.assign(columns('memberYear', rowId, { ...values, year: year.year }), place, { id: rowId, household_id: id, member_id: memberIds[i] }));
      }
    }
  }

  private episode(made: MadeHousehold, householdId: string): Row {
    const closed = made.status === 'CLEARED_OUT';
    return {
      county_code: made.countyCode, id: uuidV7(), village_code: made.villageCode, household_id: householdId, sequence: 1, entry_kind: 'IMPORTED',
      entered_on: made.enteredOn, status: made.status, exited_on: made.status.startsWith('EXITED') ? made.endedOn : null,
      not_entitled_on: made.status === 'EXITED_NOT_ENTITLED' ? made.endedOn : null, closed_on: closed ? made.endedOn : null, close_reason: closed ? '演示：错评清退' : null,
    };
  }
}
