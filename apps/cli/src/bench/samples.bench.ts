import { SampleDrawing, type SampleInput } from '#inspection';
import { Db, systemActor } from '#platform';
import { BenchWorld } from './bench-world.js';
import { interleaved, percentile, round, timed, type BenchResult } from './result.js';

const GOAL_MS = 2_000;
const DRAWN = 400;
const ids = 'select h.county_code, h.id from household h order by h.county_code, h.id';

/** A sample from all households of a region, against reading their ids in one statement without territory. */
export function benchSamples({ households, quick, keep }: { households: number; quick: boolean; keep: boolean }): Promise<BenchResult[]> {
  const plans: Readonly<Record<string, SampleInput['plan']>> = {
    simple: { method: 'simple', size: DRAWN, replacements: 50 },
    stratified: { method: 'stratified', stratifyBy: 'county', size: DRAWN, replacements: 2 },
    cluster: { method: 'cluster', clusters: 40, perCluster: 10, clusterChoice: 'pps', replacements: 2 },
  };
  return BenchWorld.region({ households, keep }, (world) => world.app((app) => world.admin(async (admin) => {
    const drawing = app.get(SampleDrawing, { strict: false });
    const draw = (plan: SampleInput['plan']) => timed(() => app.get(Db).run({ actor: systemActor('15'), readOnly: true, steady: true, timeoutMs: 120_000 }, () =>
      drawing.list({ name: 'bench', question: { dataset: 'household', division: '15' }, unit: 'household', year: 2020, plan: quick && plan.size ? { ...plan, size: 20 } : quick ? { ...plan, clusters: 2, perCluster: 2 } : plan, seed: 'bench' })));
    const read = () => timed(() => admin.query({ text: ids, rowMode: 'array' }));
    const results: BenchResult[] = [];
    for (const [name, plan] of Object.entries(plans)) {
      await draw(plan);
      const found = await interleaved({ draw: () => draw(plan), read }, quick ? 1 : 5);
      const [ms, floor] = [percentile(found.draw, 0.5), percentile(found.read, 0.5)];
      results.push({
        name: `sample ${name}`, size: { households, drawn: DRAWN }, figures: { ms: round(ms) }, floor: { 'ids read in one statement': round(floor) }, ratio: round(ms / floor),
        goal: `≤ ${GOAL_MS} ms at 650,000 households`, met: quick ? null : ms <= GOAL_MS,
      });
    }
    return results;
  })));
}
