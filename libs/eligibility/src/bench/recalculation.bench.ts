import type { RecalculationService } from '../recalculation/recalculation.service.js';
import * as floor from './floor.queries.js';
import { populateRegister } from './population.queries.js';

/** A connection with superuser rights to a database made for measuring: it is filled, truncated and filled again. */
export interface BenchConnection {
  query<Row extends object>(sql: string, params?: unknown[]): Promise<{ rows: Row[]; rowCount: number | null }>;
}

export interface Measured {
  readonly floorMs: number;
  readonly ms: number;
  /** How many times the floor; budgets are on this number alone, for machines differ. */
  readonly ratio: number;
}

export interface RecalculationBench {
  readonly households: number;
  readonly counties: number;
  readonly factRows: number;
  readonly verdictRows: number;
  /** Every fact and verdict written for the first time. */
  readonly allChanged: Measured;
  /** Everything computed and compared, nothing written. */
  readonly nothingChanged: Measured;
  /** The same with the catalogue of measures in force: entitlements and gaps of all of them come on top, which the floor knows nothing of. */
  readonly withEntitlements: { readonly allChangedMs: number; readonly nothingChangedMs: number; readonly rows: number };
  /** One household changed: its village and its county, median and range. */
  readonly oneHousehold: { readonly medianMs: number; readonly minMs: number; readonly maxMs: number };
}

const REGION = '15';
const RUNS = 3;
const CHANGES = 15;
/** Fen a head; which side of it a household lies does not matter for the time. */
const LINE = 300_000;

/** Fills the database with a synthetic population and measures recalculation against its floor, in one run. */
export async function benchRecalculation(admin: BenchConnection, recalculation: RecalculationService, households: number): Promise<RecalculationBench> {
  await populateRegister(admin, households);
  const counties = (await admin.query<{ code: string }>('select distinct h.county_code as code from household h order by 1')).rows.map(({ code }) => code);
  const whole = async (): Promise<void> => {
    for (const county of counties) await recalculation.recalculateCounty(county, { cause: 'bench', whole: true });
  };
  // The floor computes facts and verdicts, so that is what it is compared with first.
  await admin.query(floor.withoutMeasures);
  await whole();
  const years = (await admin.query<{ year: number }>('select distinct f.year from household_fact f order by 1')).rows.map(({ year }) => year);
  const places = [REGION, counties, years];
  const { rows: published } = await admin.query<{ id: string; code: string; expression: unknown }>(floor.householdRules);
  const judgement = floor.floorJudgement(published.map(({ id, code, expression }) => ({ code, versionId: id, level: 'household', expression, years })));
  const judged = [...places, JSON.stringify(years.map((year) => ({ year, poverty_line: LINE }))), ...judgement.values];
  const times = { floorChanged: [] as number[], floorUnchanged: [] as number[], changed: [] as number[], unchanged: [] as number[] };
  for (let run = 0; run < RUNS; run += 1) {
    await admin.query(floor.makeFloorTables);
    times.floorChanged.push(await timed(async () => {
      await admin.query(floor.insertFloorFacts, places);
      await admin.query(judgement.insert, judged);
    }));
    await admin.query('analyze floor_fact, floor_verdict');
    times.floorUnchanged.push(await timed(async () => {
      await admin.query(floor.compareFloorFacts, places);
      await admin.query(judgement.compare, judged);
    }));
    times.unchanged.push(await timed(whole));
    await admin.query(`truncate ${floor.derivedTables}`);
    times.changed.push(await timed(whole));
    await admin.query('analyze household_fact, household_verdict, village_fact, county_fact');
  }
  await admin.query(floor.withMeasures);
  await admin.query(`truncate ${floor.derivedTables}`);
  const allChangedMs = round(await timed(whole));
  await admin.query('analyze household_fact, household_verdict, entitlement, entitlement_gap');
  const nothingChangedMs = round(await timed(whole));
  const rows = async (table: string): Promise<number> => (await admin.query<{ n: number }>(`select count(*)::integer as n from ${table}`)).rows[0]?.n ?? 0;
  return {
    households, counties: counties.length, factRows: await rows('household_fact'), verdictRows: await rows('household_verdict'),
    allChanged: quickest(times.floorChanged, times.changed), nothingChanged: quickest(times.floorUnchanged, times.unchanged),
    withEntitlements: { allChangedMs, nothingChangedMs, rows: await rows('entitlement') }, oneHousehold: await oneHousehold(admin, recalculation),
  };
}

async function oneHousehold(admin: BenchConnection, recalculation: RecalculationService): Promise<RecalculationBench['oneHousehold']> {
  await admin.query(`set session_replication_role = origin; set app.scope = '${REGION}'; set app.actor = '00000000-0000-7000-8000-000000000001'; set app.role = 'system'`);
  const times: number[] = [];
  for (let change = 0; change < CHANGES; change += 1) {
    const { rows } = await admin.query<{ county_code: string }>(
      `update household h set main_cause = (array['01', '02', '08'])[1 + $1 % 3], version = h.version + 1
       from (select k.county_code, k.id from household k order by k.county_code desc, k.id offset $1 limit 1) k where h.county_code = k.county_code and h.id = k.id returning h.county_code`,
      [change * 7],
    );
    times.push(await timed(() => recalculation.recalculateCounty(rows[0]?.county_code ?? '', { cause: 'bench' })));
  }
  times.sort((a, b) => a - b);
  return { medianMs: round(times[Math.floor(times.length / 2)] ?? 0), minMs: round(times[0] ?? 0), maxMs: round(times.at(-1) ?? 0) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The quickest run of each side: other work on the machine only ever adds. */
function quickest(floors: readonly number[], runs: readonly number[]): Measured {
  const [floorMs, ms] = [Math.min(...floors), Math.min(...runs)];
  return { floorMs: round(floorMs), ms: round(ms), ratio: Math.round((ms / floorMs) * 100) / 100 };
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
