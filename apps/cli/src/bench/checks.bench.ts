import { shanghaiDate, yearOf } from '#domain';
import type { INestApplicationContext } from '@nestjs/common';
import type { Client } from 'pg';
import { CheckCatalogue, CheckRunner, CheckRuns, type CheckResultRow } from '#inspection';
import { Db, systemActor } from '#platform';
import type { BenchWorld } from './bench-world.js';
import { round, timed, type BenchResult } from './result.js';

const GOAL_MS = 60_000;
const REGION = '15';
const SLOWEST = 5;

interface MeasuredRun {
  readonly ms: number;
  readonly results: readonly CheckResultRow[];
}

/** All checks over the region, found for the first time and again with nothing changed, against one parallel scan of every table that they read. */
export async function benchChecks(world: BenchWorld): Promise<BenchResult[]> {
  return world.app((app) => world.admin(async (admin) => {
    const year = await newestYear(admin);
    const first = await run(app, year);
    await admin.query('analyze check_hit');
    const again = await run(app, year);
    const village = await largestVillage(admin);
    const one = await run(app, year, village);
    const tables = await tablesRead(app, admin);
    const floorMs = await timed(() => scan(admin, tables));
    const households = Number((await admin.query<{ n: string }>('select count(*) as n from household')).rows[0]?.n);
    const hits = again.results.reduce((sum, row) => sum + row.hits, 0);
    const slowest = [...again.results].sort((a, b) => b.ms - a.ms).slice(0, SLOWEST);
    const faulty = again.results.filter(({ failure }) => failure !== null).length;
    return [
      result('checks, first run', { first, floorMs, size: { households, checks: first.results.length, hits, tables: tables.length, year } }),
      {
        ...result('checks, nothing changed', { first: again, floorMs, size: { households, checks: again.results.length, hits, faulty, year } }),
        figures: { ms: round(again.ms), ...Object.fromEntries(slowest.map(({ check_code: code, ms }) => [code, ms])) },
      },
      {
        name: 'checks, one village', size: { village, households, year }, figures: { ms: round(one.ms), slowest: Math.max(...one.results.map(({ ms }) => ms)) }, floor: { 'the whole region': round(again.ms) },
        ratio: round(one.ms / again.ms), goal: 'no goal is set: bounded by the village', met: null,
      },
    ];
  }));
}

function result(name: string, { first, floorMs, size }: { first: MeasuredRun; floorMs: number; size: BenchResult['size'] }): BenchResult {
  const failed = first.results.some(({ failure }) => failure !== null);
  return { name, size, figures: { ms: round(first.ms) }, floor: { 'one scan of the tables': round(floorMs) }, ratio: round(first.ms / floorMs), goal: `all checks of a region within ${GOAL_MS / 1000} s`, met: !failed && first.ms <= GOAL_MS };
}

async function run(app: INestApplicationContext, year: number, division = REGION): Promise<MeasuredRun> {
  const [db, runs] = [app.get(Db), app.get(CheckRuns, { strict: false })];
  const actor = systemActor(REGION);
  const { county_code: countyCode, id } = await db.run({ actor }, () => runs.create({ division, codes: null, year }));
  const ms = await timed(() => app.get(CheckRunner, { strict: false }).run({ countyCode, id }));
  const { results } = await db.run({ actor, readOnly: true }, () => runs.read({ countyCode, id }));
  return { ms, results: results.filter((row) => row.division_code === division) };
}

async function newestYear(admin: Client): Promise<number> {
  const { rows } = await admin.query<{ year: number }>('select max(y.year)::integer as year from household_year y');
  return rows[0]?.year ?? yearOf(shanghaiDate(new Date()));
}

async function largestVillage(admin: Client): Promise<string> {
  const { rows } = await admin.query<{ village_code: string }>('select h.village_code from household h group by 1 order by count(*) desc limit 1');
  return rows[0]?.village_code ?? REGION;
}

/** Tables that stand after from or join in a statement; rules read the facts and the persons. */
async function tablesRead(app: INestApplicationContext, admin: Client): Promise<string[]> {
  const checks = await app.get(Db).run({ actor: systemActor(REGION), readOnly: true }, () => app.get(CheckCatalogue, { strict: false }).inForce(yearOf(shanghaiDate(new Date())), null));
  const text = checks.map((check) => check.sql ?? 'from household_fact join member join member_year').join('\n');
  const { rows } = await admin.query<{ name: string }>("select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'village_code')");
  return rows.map(({ name }) => name).filter((name) => new RegExp(`\\b(from|join)\\s+${name}\\b`).test(text));
}

async function scan(admin: Client, tables: readonly string[]): Promise<void> {
  for (const table of tables) await admin.query(`select count(*) filter (where t.village_code > $1) from ${table} t`, [REGION]);
}
