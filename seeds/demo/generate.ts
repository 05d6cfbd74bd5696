import type { Client } from 'pg';
import { uuidV7 } from '#domain';
import type { FieldWriter } from '#households';
import { copyRows } from './copy.js';
import { HouseholdMaker, type MadeHousehold } from './household.js';
import { calibratedPlan, sampledPlan, type CountyStock, type PlannedHousehold } from './plan.js';
import { Random } from './random.js';
import { PopulationWriter, writeRows, type PopulationRows } from './write.js';

export interface GenerateOptions {
  readonly seed: number;
  /** Number of households; ignored when calibrated. */
  readonly households: number;
  /** Exactly the published stock of the end of 2016. */
  readonly calibrate: boolean;
  readonly years: readonly number[];
  /** Only these counties, evenly. */
  readonly counties?: readonly string[];
  /** Whether every row gets its audit record; without it one record per county tells what was generated. */
  readonly audited: boolean;
  readonly onProgress?: (done: number) => void;
}

export interface GenerateReport {
  households: number;
  persons: number;
  counties: number;
  villages: number;
}

const LOT = 500;
const audited = ['household', 'episode', 'member', 'household_year', 'member_year', 'village_year', 'county_year'];
const AS_SYSTEM =
  "begin; set local app.scope = '15'; set local app.audit_scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system'; set local app.request = 'generate'";

/**
 * Generates a synthetic population, deterministic in seed and options (ids excepted). Households are made one after the other;
 * lots of them are written side by side, on the connections that are given.
 */
export async function generatePopulation(clients: readonly [Client, ...Client[]], fields: FieldWriter, stock: readonly CountyStock[], options: GenerateOptions): Promise<GenerateReport> {
  const random = new Random(options.seed);
  const villages = await villagesByCounty(clients[0]);
  const maker = new HouseholdMaker({ random, years: options.years, stockOnly: options.calibrate, villagesOf: (county) => villages.get(county) ?? [] });
  const plan = options.calibrate ? calibratedPlan(stock, random) : sampledPlan(stock, options.households, random, options.counties);
  const poor = new Map<string, number>();
  const report: GenerateReport = { households: 0, persons: 0, counties: 0, villages: 0 };
  const lots = rowsInLots(plan, { maker, writer: new PopulationWriter(fields), poor });
  const count = (rows: PopulationRows) => {
    report.persons += rows.member.length;
    report.households += rows.household.length;
    options.onProgress?.(report.households);
  };
  const areas = () => writeAreas(clients[0], random, poor, options.years, options);
  if (options.audited) await writeSideBySide(clients, lots, { count, areas });
  else await writeLotByLot(clients[0], lots, { count, areas });
  report.villages = poor.size;
  report.counties = new Set([...poor.keys()].map((code) => code.slice(0, 6))).size;
  return report;
}

interface Steps {
  readonly count: (rows: PopulationRows) => void;
  readonly areas: () => Promise<void>;
}

/** A small population is there as a whole or, when anything fails, not at all. */
async function writeSideBySide(clients: readonly Client[], lots: Iterable<PopulationRows>, { count, areas }: Steps): Promise<void> {
  const all = (statement: string) => Promise.all(clients.map((client) => client.query(statement)));
  const lane = async (client: Client) => {
    for (const rows of lots) {
      await writeRows(client, rows);
      count(rows);
    }
  };
  await all(AS_SYSTEM);
  try {
    await Promise.all(clients.map(lane));
    await areas();
    await all('commit');
  } catch (error) {
    await all('rollback');
    throw error;
  }
}

/** A large one in transactions of a lot each, its rows without audit records of their own: setting those aside takes one writer. */
async function writeLotByLot(client: Client, lots: Iterable<PopulationRows>, { count, areas }: Steps): Promise<void> {
  for (const rows of lots) {
    await unaudited(client, () => writeRows(client, rows));
    count(rows);
  }
  await unaudited(client, areas);
}

/** Rows of the next lot whenever one is asked for; counts the poor persons of each village as it goes. */
function* rowsInLots(plan: Iterable<PlannedHousehold>, { maker, writer, poor }: { maker: HouseholdMaker; writer: PopulationWriter; poor: Map<string, number> }): Generator<PopulationRows> {
  let lot: MadeHousehold[] = [];
  for (const planned of plan) {
    const made = maker.make(planned);
    poor.set(made.villageCode, (poor.get(made.villageCode) ?? 0) + (made.status === 'REGISTERED' ? made.people.length : 0));
    lot.push(made);
    if (lot.length === LOT) {
      yield writer.rows(lot);
      lot = [];
    }
  }
  if (lot.length > 0) yield writer.rows(lot);
}

async function unaudited(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query(AS_SYSTEM);
  try {
    // Only the owner can do this, only for generated people, and the record of it stays in the log.
    for (const table of audited) await client.query(`alter table ${table} disable trigger audit_insert`);
    await work();
    for (const table of audited) await client.query(`alter table ${table} enable trigger audit_insert`);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function villagesByCounty(client: Client): Promise<Map<string, string[]>> {
  // Village committees have codes from 200 on; residents' committees of towns hold no registered poor households here.
  const { rows } = await client.query<{ code: string }>("select d.code from division d where length(d.code) = 12 and substr(d.code, 10, 3) between '200' and '399' order by d.code");
  const map = new Map<string, string[]>();
  for (const { code } of rows) map.set(code.slice(0, 6), [...(map.get(code.slice(0, 6)) ?? []), code]);
  return map;
}

/** Yearly records of the villages and counties: resident population that gives believable incidences, indicators mostly present. */
async function writeAreas(client: Client, random: Random, poor: ReadonlyMap<string, number>, years: readonly number[], options: GenerateOptions): Promise<void> {
  const villageRows: unknown[][] = [];
  const population = new Map<string, number>();
  for (const [village, persons] of poor) {
    const county = village.slice(0, 6);
    const rate = random.weighted([[0.012, 3], [0.025, 4], [0.045, 3], [0.09, 1]]);
    const residents = Math.max(180, Math.round(persons / rate / 10) * 10 + random.int(0, 9));
    population.set(county, (population.get(county) ?? 0) + residents);
    const good = random.chance(0.8);
    for (const year of years) {
      villageRows.push([county, uuidV7(), village, year, residents, true, true, good || random.chance(0.7), good || random.chance(0.6), good || random.chance(0.6), random.chance(0.8), true, random.chance(0.95), random.int(2, 30) * 1_000_000, random.chance(0.7)]);
    }
  }
  await copyRows(client, 'village_year', ['county_code', 'id', 'village_code', 'year', 'rural_resident_population', 'hardened_road', 'production_power', 'safe_water_covered',
    'clinic', 'village_doctor', 'culture_room', 'broadcasting', 'broadband', 'collective_income_fen', 'cooperative'], villageRows);
  const countyRows = [...population].flatMap(([county, residents]) => years.map((year) => [county, uuidV7(), `${county}000000`, year, residents]));
  await copyRows(client, 'county_year', ['county_code', 'id', 'village_code', 'year', 'rural_resident_population'], countyRows);
  for (const county of population.keys()) {
    await client.query('select app.record_event($1, $2, $3, $4, $5)', ['GENERATE', 'population', String(options.seed), county, JSON.stringify({ seed: options.seed, calibrate: options.calibrate })]);
  }
}
