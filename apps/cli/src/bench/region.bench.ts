import { BenchWorld } from './bench-world.js';
import { recalculateRegion } from './region/build-region.js';
import { countRegion, regionCounties, type RegionCounts } from './region/region.queries.js';
import { round, type BenchResult } from './result.js';

/** A whole region recalculated from what is written, nothing having changed: facts, verdicts, entitlements and registers of every county. */
export function benchRegion({ households, keep }: { households: number; keep: boolean }): Promise<BenchResult[]> {
  return BenchWorld.region({ households, keep }, async (world) => {
    const [counts, counties] = await world.admin(async (admin) => [
      (await admin.query<RegionCounts>(countRegion)).rows[0], (await admin.query<{ code: string }>(regionCounties)).rows.map(({ code }) => code),
    ] as const);
    const ms = await world.app((app) => recalculateRegion(app, counties));
    return [{
      name: 'region', size: { ...counts, counties: counties.length }, figures: { 'recalculation, nothing changed': round(ms), 'a thousand households': round((ms * 1000) / households) }, floor: {}, ratio: null,
      goal: 'no goal is set; recalc measures against a floor', met: null,
    }];
  });
}
