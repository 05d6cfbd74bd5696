import pg from 'pg';
import type { TestDatabase } from '../database.js';
import { eligibilityServices } from '../eligibility-services.js';
import { addTeam } from './region/field-work.js';
import { addFund, makeProject, type CleanProject } from './region/help.js';
import { makeHousehold, type CleanHousehold, type HouseholdOptions } from './region/household.js';
import { Tables, type Row } from './region/tables.js';

export type { CleanHousehold, CleanProject, HouseholdOptions, Row };
export type { CleanMember, PersonOptions } from './region/people.js';
export { addMember, idNumber } from './region/people.js';
export { cleanPeople, setIncome } from './region/household.js';
export { cleanIncome, incomeColumns } from './region/income.js';
export { addTeam, addVisit } from './region/field-work.js';
export { addAssignment, addFund, addPayment } from './region/help.js';

const session = `set local search_path = public, app; set local app.scope = '15'; set local app.audit_scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001';
  set local app.role = 'system'; set local app.request = 'region'`;

/**
 * A region in which no check finds anything, in memory until it is written: five villages of two counties with teams, projects,
 * funds, and as many complete households as asked for. A plant takes households (teams, projects) of its own, so that faults never
 * meet, and changes their rows.
 */
export class CleanRegion {
  /** The year that is checked, and the day on which. */
  readonly year = 2025;
  readonly today = '2025-12-31';
  /** Years with records. */
  readonly years: readonly number[] = [2024, 2025];
  readonly villages: readonly string[] = ['150221213200', '150221213201', '150221105202', '150222102212', '150222102213'];
  readonly households: CleanHousehold[] = [];
  readonly teams = new Map<string, ReturnType<typeof addTeam>>();
  readonly projects: CleanProject[] = [];
  /** SQL for after the rows are written, as the system, with its values. */
  readonly afterwards: { readonly sql: string; readonly values: readonly unknown[] }[] = [];
  /** The same once facts and totals are computed. */
  readonly afterFacts: { readonly sql: string; readonly values: readonly unknown[] }[] = [];
  private readonly tables = new Tables();
  private readonly funds = new Map<string, Row>();
  private readonly spareVillages: string[];
  private serial = 0;

  /** @param packs ids of procedure packs by code; @param spareVillages villages without anything, for faults of whole villages */
  constructor(private readonly packs: Readonly<Record<string, string>>, spareVillages: readonly string[] = [], households = 60) {
    this.spareVillages = [...spareVillages];
    for (const village of this.villages) this.furnish(village);
    for (let n = 0; n < households; n++) this.household({ status: (['REGISTERED', 'REGISTERED', 'EXITED_ENTITLED', 'REGISTERED', 'EXITED_NOT_ENTITLED'] as const)[n % 5] });
    for (const village of this.villages) this.project(village, this.households.filter(({ place, row }) => place.village_code === village && row['status'] === 'REGISTERED'));
  }

  /** One more complete household in which nothing is wrong, of nobody else. */
  household(options: HouseholdOptions = {}): CleanHousehold {
    const made = makeHousehold(this, options);
    this.households.push(made);
    return made;
  }

  /** One more finished project in which nothing is wrong; without households it brings two registered ones of its own. */
  project(village = this.villages[0] ?? '', households = [this.household({ village }), this.household({ village })]): CleanProject {
    const made = makeProject(this, village, households);
    this.projects.push(made);
    return made;
  }

  /** A village of nobody else, with team and yearly record but without households; ask for households by `household({ village })`. */
  village(): string {
    const code = this.spareVillages.shift();
    if (!code) throw new Error('no spare village left');
    this.furnish(code);
    return code;
  }

  /** The fund out of which payments to households of a county come; it allocates what was paid. */
  countyFund(county: string): Row {
    const fund = this.funds.get(county) ?? addFund(this, county);
    this.funds.set(county, fund);
    return fund;
  }

  add(table: string, row: Row): Row {
    return this.tables.add(table, row);
  }

  remove(table: string, row: Row): void {
    this.tables.remove(table, row);
  }

  rows(table: string): readonly Row[] {
    return this.tables.of(table);
  }

  /** A number that is used once. */
  next(): number {
    return ++this.serial;
  }

  /** An id that is used once; the same program gives the same ids. */
  id(): string {
    return `00000000-0000-7000-9000-${this.next().toString(16).padStart(12, '0')}`;
  }

  packId(code: string): string {
    const id = this.packs[code];
    if (!id) throw new Error(`no pack ${code}`);
    return id;
  }

  private furnish(village: string): void {
    this.teams.set(village, addTeam(this, village));
    const place = { county_code: village.slice(0, 6), village_code: village };
    for (const year of this.years) {
      this.add('village_year', { ...place, id: this.id(), year, village_type: '01', rural_resident_population: 400, hardened_road: true, production_power: true, safe_water_covered: true, clinic: true, village_doctor: true, culture_room: true, broadcasting: true, broadband: true, collective_income_fen: 10_000_000, cooperative: true, recorded_at: `${year}-11-30T00:00:00Z` });
    }
  }

  /** Writes everything as the system and computes facts and verdicts. */
  async write(database: TestDatabase): Promise<void> {
    for (const [, fund] of this.funds) {
      if (fund['allocated_fen'] === 0) fund['allocated_fen'] = this.rows('payment').filter((row) => row['fund_id'] === fund['id']).reduce((sum, row) => sum + Number(row['amount_fen']), 0);
    }
    await asSystem(database, async (client) => {
      await this.tables.write(client);
      for (const { sql, values } of this.afterwards) await client.query(sql, [...values]);
    });
    await recalculate(database, [...new Set(this.households.map(({ place }) => place.county_code))]);
    await asSystem(database, async (client) => {
      for (const { sql, values } of this.afterFacts) await client.query(sql, [...values]);
    });
  }
}

/** One transaction as the system over the whole region. */
async function asSystem(database: TestDatabase, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(database.appUrl);
  await client.connect();
  try {
    await client.query(`begin; ${session}`);
    await work(client);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function recalculate(database: TestDatabase, counties: readonly string[]): Promise<void> {
  const services = await eligibilityServices(database, { 2024: { poverty_line: 690_000, monitoring_line: 800_000 }, 2025: { poverty_line: 700_000, monitoring_line: 800_000 } });
  try {
    for (const county of counties) await services.recalculation.recalculateCounty(county, { cause: 'region', whole: true });
  } finally {
    await services.close();
  }
}

/** A region over a test database: knows its packs and its empty villages. */
export async function cleanRegion(database: TestDatabase, households?: number): Promise<CleanRegion> {
  const client = new pg.Client(database.ownerUrl);
  await client.connect();
  try {
    const packs = await client.query<{ code: string; id: string }>('select p.code, p.id from procedure_pack p where p.valid_to is null');
    const spare = await client.query<{ code: string }>("select d.code from division d where d.level = 'village' and d.code like '150223%' order by d.code limit 60");
    return new CleanRegion(Object.fromEntries(packs.rows.map(({ code, id }) => [code, id])), spare.rows.map(({ code }) => code), households);
  } finally {
    await client.end();
  }
}
