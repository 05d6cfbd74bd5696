import { benchRecalculation, RecalculationService, type Measured, type RecalculationBench } from '#eligibility';
import { BenchWorld } from './bench-world.js';
import { round, type BenchResult } from './result.js';

const OF_FLOOR = 1.5;
const OF_SMALL = 1.2;
const SMALL_SHARE = 10;
const VISIBLE_MS = 2_000;

/** The whole register against one tuned statement, and one changed household in a register of a tenth and in the whole one. */
export async function benchRecalc(households: number): Promise<BenchResult[]> {
  const small = await measure(Math.ceil(households / SMALL_SHARE));
  const large = await measure(households);
  const whole = (name: string, { ms, floorMs, ratio }: Measured): BenchResult => ({
    name: `recalc ${name}`, size: { households: large.households, counties: large.counties, facts: large.factRows, verdicts: large.verdictRows },
    figures: { ms }, floor: { ms: floorMs }, ratio, goal: `at most ${OF_FLOOR} times one tuned statement that writes as many rows`, met: ratio <= OF_FLOOR,
  });
  const ratio = round(large.oneHousehold.medianMs / small.oneHousehold.medianMs);
  return [
    whole('all changed', large.allChanged), whole('nothing changed', large.nothingChanged),
    {
      name: 'recalc with entitlements', size: { households: large.households, entitlements: large.withEntitlements.rows }, figures: { 'all changed': large.withEntitlements.allChangedMs, 'nothing changed': large.withEntitlements.nothingChangedMs },
      floor: { 'all changed': large.allChanged.floorMs, 'nothing changed': large.nothingChanged.floorMs }, ratio: round(large.withEntitlements.allChangedMs / large.allChanged.floorMs),
      goal: 'no goal is set: the same floor, which computes no entitlements', met: null,
    },
    {
      name: 'recalc one household', size: { households: large.households, 'of the floor': small.households }, figures: { ms: large.oneHousehold.medianMs, longest: large.oneHousehold.maxMs },
      floor: { ms: small.oneHousehold.medianMs }, ratio, goal: `at most ${OF_SMALL} times that of a register of a tenth, and at most ${VISIBLE_MS} ms`,
      met: ratio <= OF_SMALL && large.oneHousehold.maxMs <= VISIBLE_MS,
    },
  ];
}

function measure(households: number): Promise<RecalculationBench> {
  return BenchWorld.with((world) => world.app((app) => world.admin((admin) => benchRecalculation(admin, app.get(RecalculationService, { strict: false }), households))));
}
