import { BasisReader, benchEntitlements, RecalculationService, VillageBatch, type EntitlementBench } from '#eligibility';
import { Db } from '#platform';
import { BenchWorld } from './bench-world.js';
import { round, type BenchResult } from './result.js';

/** Who is due what help and does not get it, over all measures, against three measures written by hand. */
export async function benchEntitlementLists(households: number): Promise<BenchResult[]> {
  const found = await BenchWorld.with((world) => world.app((app) => world.admin((admin): Promise<EntitlementBench> => {
    const services = { db: app.get(Db), basis: app.get(BasisReader, { strict: false }), batch: app.get(VillageBatch, { strict: false }), recalculation: app.get(RecalculationService, { strict: false }) };
    return benchEntitlements(admin, services, households);
  })));
  const size = { households: found.households, measures: found.measures, rows: found.rows, gaps: found.gaps, 'rows that differ': found.differences };
  const side = (name: string, ms: number, goal: string): BenchResult =>
    ({ name: `entitlements ${name}`, size, figures: { ms }, floor: { ms: found.floorMs }, ratio: round(ms / found.floorMs), goal, met: null });
  return [
    side('all changed', found.allChangedMs, 'no goal is set: all measures and needs, written, against three measures by hand'),
    side('nothing changed', found.nothingChangedMs, 'no goal is set: computed and compared, nothing written'),
    side('lists read', found.listsMs, 'no goal is set: the lists of the same three measures, read from what was computed'),
  ];
}
