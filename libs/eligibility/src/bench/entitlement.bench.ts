import { uuidV7 } from '#domain';
import { systemActor, type Db } from '#platform';
import { gapList } from '../entitlements/entitlement-list.queries.js';
import type { BasisReader } from '../recalculation/county-basis.js';
import { joins, roomForCounty } from '../recalculation/recalculation.queries.js';
import type { RecalculationService } from '../recalculation/recalculation.service.js';
import type { VillageBatch } from '../recalculation/village-batch.js';
import { floorDifferences, insertFloorGaps, makeFloorGaps } from './entitlement-floor.queries.js';
import { populateRegister } from './population.queries.js';
import type { BenchConnection } from './recalculation.bench.js';

export interface EntitlementBenchServices {
  readonly db: Db;
  readonly basis: BasisReader;
  readonly batch: VillageBatch;
  readonly recalculation: RecalculationService;
}

export interface EntitlementBench {
  readonly households: number;
  readonly measures: number;
  readonly rows: number;
  readonly gaps: number;
  /** Gap lists of three measures written by hand. */
  readonly floorMs: number;
  /** Entitlements of all measures and needs with their gap lists, written for the first time, and again when nothing changed. */
  readonly allChangedMs: number;
  readonly nothingChangedMs: number;
  /** The lists of the same three measures read whole. */
  readonly listsMs: number;
  /** Rows of the three lists in which the two sides differ; there must be none. */
  readonly differences: number;
}

const RUNS = 3;
const YEAR = 2020;
const THREE = ['EMP-01', 'HEA-01', 'HEA-06'];

/** Fills the database with a synthetic population and measures its entitlements against three measures written by hand, in one run. */
export async function benchEntitlements(admin: BenchConnection, services: EntitlementBenchServices, households: number): Promise<EntitlementBench> {
  await populateRegister(admin, households);
  const counties = (await admin.query<{ code: string; villages: string[] }>('select h.county_code as code, array_agg(distinct h.village_code) as villages from household h group by 1 order by 1')).rows;
  for (const { code } of counties) await services.recalculation.recalculateCounty(code, { cause: 'bench', whole: true });
  await admin.query('analyze');
  const running = (await admin.query<{ year: number }>('select extract(year from app.today())::integer as year')).rows[0]?.year ?? YEAR;
  const times = { floor: [] as number[], changed: [] as number[], unchanged: [] as number[], lists: [] as number[] };
  const every = async (): Promise<void> => {
    for (const { code, villages } of counties) await compute(services, code, villages);
  };
  for (let run = 0; run < RUNS; run += 1) {
    await admin.query(makeFloorGaps);
    times.floor.push(await timed(() => admin.query(insertFloorGaps, [YEAR, running])));
    await admin.query('truncate entitlement, entitlement_gap');
    times.changed.push(await timed(every));
    await admin.query('analyze entitlement, entitlement_gap');
    times.unchanged.push(await timed(every));
    times.lists.push(await timed(() => readLists(services.db, counties.map(({ code }) => code), households)));
  }
  const count = async (sql: string): Promise<number> => (await admin.query<{ n: number }>(sql)).rows[0]?.n ?? 0;
  const best = (list: readonly number[]): number => Math.round(Math.min(...list) * 10) / 10;
  return {
    households, measures: await count(`select count(distinct m.code)::integer as n from measure_version m where m.level in ('household', 'member')`),
    rows: await count('select count(*)::integer as n from entitlement'), gaps: await count('select count(*)::integer as n from entitlement_gap'),
    floorMs: best(times.floor), allChangedMs: best(times.changed), nothingChangedMs: best(times.unchanged), listsMs: best(times.lists), differences: await count(floorDifferences),
  };
}

function compute({ db, basis, batch }: EntitlementBenchServices, countyCode: string, villages: readonly string[]): Promise<number> {
  return db.run({ actor: systemActor(countyCode), timeoutMs: 600_000 }, async () => {
    await db.query(roomForCounty);
    await db.query(joins.whole);
    return batch.entitlements({ countyCode, basis: await basis.read(countyCode, [YEAR], YEAR), runId: uuidV7(), rejudged: false }, villages);
  });
}

async function readLists(db: Db, counties: readonly string[], rows: number): Promise<void> {
  const nothing = [null, null, null, null, null, null];
  for (const code of THREE) await db.run({ actor: systemActor('15'), readOnly: true, timeoutMs: 600_000 }, () => db.query(gapList, ['15', counties, 'LACKING', code, ...nothing, rows * 5]));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
