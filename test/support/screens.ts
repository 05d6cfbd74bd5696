import { shanghaiDate, uuidV7, yearOf } from '#domain';
import { adminQuery } from './admin.js';
import type { TestDatabase } from './database.js';

/** Rows for the statistical screens, written past the services: what counts is that they are there. */
const quiet = 'set session_replication_role = replica;';
const json = (rows: readonly object[]): string => `'${JSON.stringify(rows).replaceAll("'", "''")}'::jsonb`;

async function write(database: TestDatabase, table: string, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 2_000) {
    await adminQuery(database, `${quiet} insert into ${table} select r.* from jsonb_populate_recordset(null::${table}, ${json(rows.slice(from, from + 2_000))}) r`);
  }
}

export interface PlantedHousehold {
  readonly id: string;
  readonly villageCode: string;
}

/** Households of a village with their per-capita incomes of some years, in fen. */
export async function plantIncomes(database: TestDatabase, planted: readonly { readonly villageCode: string; readonly incomes: Readonly<Record<number, number>> }[]): Promise<PlantedHousehold[]> {
  const households = planted.map(({ villageCode, incomes }) => ({ id: uuidV7(), villageCode, incomes }));
  await write(database, 'household', households.map(({ id, villageCode }, i) => ({
    county_code: villageCode.slice(0, 6), id, village_code: villageCode, status: 'REGISTERED', head_name: `户主${i}`, member_count: 3, version: 1, created_at: '2014-01-01', updated_at: '2014-01-01',
  })));
  await write(database, 'household_fact', households.flatMap(({ id, villageCode, incomes }) => Object.entries(incomes).map(([year, income]) => ({
    county_code: villageCode.slice(0, 6), household_id: id, village_code: villageCode, year: Number(year), status: 'REGISTERED', net_income_per_capita_fen: income,
  }))));
  return households;
}

export interface PlantedVisit {
  readonly household: PlantedHousehold;
  readonly at: string;
  readonly visitor: string;
  readonly notes?: string;
  readonly id?: string;
  readonly position?: string;
}

/** Visits at the home, with a text or an encrypted position. */
export async function plantVisits(database: TestDatabase, planted: readonly PlantedVisit[]): Promise<void> {
  await write(database, 'visit', planted.map(({ household, at, visitor, notes, id, position }) => ({
    county_code: household.villageCode.slice(0, 6), id: id ?? uuidV7(), recorded_on: at.slice(0, 10), village_code: household.villageCode, household_id: household.id, way: 'HOME', types: ['SITUATION'],
    visited_at: at, visited_on: at.slice(0, 10), clock_ahead: false, recorded_at: at, visitor_id: visitor, visitor_name: '走访人', visitor_role: 'team_member', persons_met: [], assurances: [],
    income_changes: [], needs: [], problems: [], notes: notes ?? null, attachment_ids: [], position_enc: position ?? null, position_accuracy_m: position === undefined ? null : 20, correction_no: 0,
    content_hash: 'x',
  })));
}

/** Photographs that are kept for a household. */
export async function plantPhotos(database: TestDatabase, planted: readonly { readonly household: PlantedHousehold; readonly sha256: string; readonly at: string }[]): Promise<void> {
  await write(database, 'attachment', planted.map(({ household, sha256, at }) => ({
    county_code: household.villageCode.slice(0, 6), id: uuidV7(), village_code: household.villageCode, household_id: household.id, kind: 'photo', state: 'READY', mime: 'image/jpeg', bytes: 1, sha256,
    kept_mime: 'image/jpeg', kept_bytes: 1, kept_sha256: sha256, uploaded_by: uuidV7(), announced_at: at,
  })));
}

export interface PlantedDecision {
  readonly household: PlantedHousehold;
  readonly approver: string;
  readonly unit: string;
  readonly action: 'agree' | 'return' | 'refuse';
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly arrived: number;
}

/** Cases with what came in and what was decided about it. */
export async function plantDecisions(database: TestDatabase, planted: readonly PlantedDecision[]): Promise<void> {
  const [pack] = await adminQuery<{ id: string }>(database, "select id from procedure_pack where code = 'household_exit' limit 1");
  const cases = planted.map((decision) => ({ ...decision, id: uuidV7(), county: decision.household.villageCode.slice(0, 6) }));
  await write(database, 'case_file', cases.map(({ id, county, household, arrived }) => ({
    county_code: county, id, village_code: household.villageCode, pack_id: pack?.id, pack_code: 'household_exit', subject_kind: 'household', household_id: household.id, division_code: household.villageCode,
    year: yearOf(shanghaiDate(new Date(arrived))), status: 'COMPLETED', entered_at: new Date(arrived), started_by: uuidV7(), started_by_name: '', started_role: 'village_clerk', started_unit: '',
    started_at: new Date(arrived), open_objections: 0, version: 1,
  })));
  const event = (one: (typeof cases)[number], seq: number, more: object) => ({
    county_code: one.county, id: uuidV7(), village_code: one.household.villageCode, case_id: one.id, household_id: one.household.id, seq, step: 'decision', ...more,
  });
  await write(database, 'case_event', cases.flatMap((one) => [
    event(one, 1, { action: 'submit', actor_id: uuidV7(), actor_name: '村干部', actor_role: 'village_clerk', unit: one.household.villageCode, at: new Date(one.arrived) }),
    event(one, 2, { action: one.action, actor_id: one.approver, actor_name: '审批人本名', actor_role: 'county_approver', unit: one.unit, at: new Date(one.at) }),
  ]));
  await write(database, 'case_decision', cases.filter(({ action }) => action === 'agree').map((one) => ({
    county_code: one.county, id: uuidV7(), village_code: one.household.villageCode, case_id: one.id, household_id: one.household.id, outcome: 'APPROVED', step: 'decision', decided_by: one.approver,
    decided_by_name: '审批人本名', role: 'county_approver', unit: one.unit, decided_on: shanghaiDate(new Date(one.at)), decided_at: new Date(one.at),
  })));
}
