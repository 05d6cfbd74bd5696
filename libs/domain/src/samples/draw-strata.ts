import type { Sha256 } from '../procedures/dossier.js';
import { allocate } from './allocate.js';
import { firstInOrder } from './draw-order.js';
import type { Drawing } from './drawing.js';
import { splitHardest } from './hardest.js';
import { SamplePlanError, type FrameUnit, type SamplePlan } from './plan.js';
import { groupBy } from './strata.js';

/** Simple and stratified samples: the first units of each stratum in the order of the seed; reserves are those that come next. */
export function drawStrata(sorted: readonly FrameUnit[], plan: SamplePlan, size: number, seed: string, sha256: Sha256): Drawing {
  const groups = groupsOf(sorted, plan, size, seed, sha256);
  const counts = countsOf(groups, plan, size);
  const drawings = groups.map(([stratum, units], i): Drawing => {
    const drawn = counts[i] ?? 0;
    const listed = firstInOrder(units, drawn + (drawn > 0 ? plan.replacements : 0), seed, sha256);
    return {
      units: listed.map((unit, at) => ({
        role: at < drawn ? ('PRIMARY' as const) : ('REPLACEMENT' as const), id: unit.id, village: unit.village, stratum, cluster: null, weight: [units.length, drawn] as const,
      })),
      strata: [{ stratum, units: units.length, drawn, replacements: listed.length - drawn }],
    };
  });
  return { units: drawings.flatMap(({ units }) => units), strata: drawings.flatMap(({ strata }) => strata) };
}

function groupsOf(sorted: readonly FrameUnit[], plan: SamplePlan, size: number, seed: string, sha256: Sha256): [string, readonly FrameUnit[]][] {
  if (plan.method === 'simple') return [['ALL', sorted]];
  if (plan.stratifyBy === undefined) throw new SamplePlanError('sample.plan', { field: 'stratifyBy' });
  if (plan.stratifyBy !== 'hardest') return groupBy(sorted, plan.stratifyBy);
  const { hardest, others } = splitHardest(sorted, size, plan, seed, sha256);
  return [['HARDEST', hardest], ['RANDOM', others]];
}

function countsOf(groups: readonly [string, readonly FrameUnit[]][], plan: SamplePlan, size: number): number[] {
  const most = groups.map(([, units]) => units.length);
  // The hardest are all taken, and are then a stratum that stands for itself.
  if (plan.method === 'stratified' && plan.stratifyBy === 'hardest') return [most[0] ?? 0, size - (most[0] ?? 0)];
  if (plan.method === 'simple' || plan.allocation === undefined || plan.allocation === 'proportional') return allocate(size, most, most);
  if (plan.allocation === 'equal') return allocate(size, most.map(() => 1), most);
  const given = plan.given ?? {};
  if (givenUnits(plan) !== size) throw new SamplePlanError('sample.plan', { field: 'size', given: givenUnits(plan) });
  const unknown = Object.keys(given).find((name) => !groups.some(([stratum]) => stratum === name));
  if (unknown !== undefined) throw new SamplePlanError('sample.plan', { field: 'given', stratum: unknown });
  return groups.map(([stratum, units]) => {
    const wanted = given[stratum] ?? 0;
    if (wanted > units.length) throw new SamplePlanError('sample.frame-too-small', { wanted, units: units.length, stratum });
    return wanted;
  });
}

/** Units that the plan asks for, stratum by stratum. */
export function givenUnits({ given = {} }: Pick<SamplePlan, 'given'>): number {
  return Object.values(given).reduce((sum, units) => sum + units, 0);
}
