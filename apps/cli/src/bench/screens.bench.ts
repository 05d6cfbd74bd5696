import { screens } from '#domain';
import { ScreenReader } from '#inspection';
import { Db, systemActor } from '#platform';
import type { BenchWorld } from './bench-world.js';
import { interleaved, percentile, round, timed, type BenchResult } from './result.js';

const GOAL_MS = 5_000;
const REGION = '15';
/** Incomes are looked at in the newest year that has a poverty line, what people do in the newest visit's. */
const extent = `
select max(f.year) filter (where f.year in (select p.year from parameter p where p.name = 'poverty_line'))::integer as income_year, count(*)::integer as facts,
  (select count(*)::integer from household) as households, (select extract(year from max(v.visited_on))::integer from visit v) as visit_year
from household_fact f`;
const floor = "select count(*) filter (where f.village_code > '15'), sum(f.net_income_per_capita_fen) from household_fact f";

interface Extent {
  readonly income_year: number;
  readonly visit_year: number;
  readonly facts: number;
  readonly households: number;
}

/** Every statistical screen over the region, against one parallel scan of the facts of all households and years. */
export function benchScreens(world: BenchWorld, { quick }: { quick: boolean }): Promise<BenchResult[]> {
  return world.app((app) => world.admin(async (admin) => {
    const reader = app.get(ScreenReader, { strict: false });
    const { rows } = await admin.query<Extent>(extent);
    const { income_year: incomeYear, visit_year: visitYear, facts, households } = rows[0] as Extent;
    const results: BenchResult[] = [];
    for (const { code } of screens) {
      const year = code.includes('income') ? incomeYear : visitYear;
      let groups = 0;
      const ask = () => timed(async () => {
        const answer = await app.get(Db).run({ actor: systemActor(REGION), readOnly: true }, () => reader.ask({ code, year, division: REGION }));
        groups = answer.groups.length;
      });
      await ask();
      const found = await interleaved({ ask, scan: () => timed(() => admin.query(floor)) }, quick ? 1 : 5);
      const [ms, scan] = [percentile(found.ask, 0.5), percentile(found.scan, 0.5)];
      results.push({
        name: `screens ${code}`, size: { households, facts, groups, year }, figures: { ms: round(ms) }, floor: { 'one scan of the facts': round(scan) }, ratio: round(ms / scan),
        goal: `a screen of the region within ${GOAL_MS / 1000} s`, met: quick ? null : ms <= GOAL_MS,
      });
    }
    return results;
  }));
}
