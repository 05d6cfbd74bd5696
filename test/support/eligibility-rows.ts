import pg, { type Client } from 'pg';
import { snakeCase, uuidV7, type FactValues, type WrittenHouseholdInYear } from '#domain';
import type { TestDatabase } from './database.js';
import type { HouseholdCase } from './eligibility-arbitraries.js';

export interface WrittenCase {
  readonly id: string;
  readonly villageCode: string;
  readonly written: HouseholdCase;
}

const incomes = ['wageIncome', 'businessIncome', 'propertyIncome', 'transferIncome', 'businessCost'];

function columns(record: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [snakeCase(key) + (incomes.includes(key) ? '_fen' : ''), value as unknown]));
}

/** Inserts rows by column name. */
export async function insertRows(client: Client, table: string, rows: Record<string, unknown>[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const names = Object.keys(first).join(', ');
  await client.query(`insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(rows)]);
}

/** Writes households as the features would, including superseded versions that must not count; ids of persons where a test needs to know them. */
export async function insertCases(client: Client, cases: readonly WrittenCase[], memberIds: readonly (readonly string[])[] = []): Promise<void> {
  const tables: Record<string, Record<string, unknown>[]> = { household: [], episode: [], household_year: [], member: [], member_year: [], household_comparison: [] };
  const add = (table: string, row: Record<string, unknown>): void => void tables[table]?.push(row);
  for (const [n, { id, villageCode, written }] of cases.entries()) {
    const place = { county_code: villageCode.slice(0, 6), village_code: villageCode };
    const base = () => ({ ...place, id: uuidV7(), household_id: id });
    add('household', { ...place, id, head_name: '户主', member_count: 1, ...columns(written.household) });
    for (const episode of written.episodes) add('episode', { ...base(), ...columns(episode) });
    const members = written.members.map(({ member: { hasDisabilityCertNo, ...member }, memberYears }, i) => {
      const row = { ...base(), id: memberIds[n]?.[i] ?? uuidV7(), name: '成员', ...columns(member), disability_cert_no_masked: hasDisabilityCertNo ? '***' : null };
      add('member', row);
      return { memberId: row.id, memberYears };
    });
    for (const [year, record] of Object.entries(written.householdYears)) versions('household_year', year, record && columns(record), base);
    for (const [year, record] of Object.entries(written.comparisons)) versions('household_comparison', year, record && columns(record), base);
    for (const { memberId, memberYears } of members) {
      for (const [year, record] of Object.entries(memberYears)) versions('member_year', year, record && { member_id: memberId, ...columns(record) }, base);
    }
  }
  function versions(table: string, year: string, row: Record<string, unknown> | null, base: () => Record<string, unknown>): void {
    if (!row) return;
    const flipped = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'boolean' ? !value : value]));
    add(table, { ...base(), year: Number(year), version: 1, recorded_at: '2021-01-01', superseded_at: '2021-06-01', ...flipped });
    add(table, { ...base(), year: Number(year), version: 2, recorded_at: '2021-06-01', superseded_at: null, ...row });
  }
  for (const [table, rows] of Object.entries(tables)) await insertRows(client, table, rows);
}

/** What the specification sees of a case in one year. */
export function inYear({ written }: WrittenCase, year: number): WrittenHouseholdInYear {
  return {
    year,
    household: written.household,
    episodes: written.episodes,
    householdYear: written.householdYears[year] ?? null,
    members: written.members.map(({ member, memberYears }) => ({ member, memberYear: memberYears[year] ?? null })),
    comparison: written.comparisons[year] ?? null,
  };
}

/** A row of a fact query reduced to the facts. */
export function factsOfRow(row: Record<string, unknown>, without: readonly string[]): FactValues {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !without.includes(name))) as FactValues;
}

/** Writes cases as the system does, in one transaction. */
export async function writeCases(database: TestDatabase, cases: readonly WrittenCase[]): Promise<void> {
  const client = new pg.Client(database.appUrl);
  await client.connect();
  try {
    await client.query(`begin; set local search_path = public, app; set local app.scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001';
      set local app.role = 'system'; set local app.request = 'test'`);
    await insertCases(client, cases);
    await client.query('commit');
  } finally {
    await client.end();
  }
}
