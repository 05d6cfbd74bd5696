import type { Sha256 } from '../procedures/dossier.js';
import { orderKey } from './draw-order.js';
import type { FrameUnit, SamplePlan } from './plan.js';
import { wholeNumberOf } from './strata.js';

/**
 * Parts a frame into the hardest units of a sample of `size`, taken for certain, and all others. The share (half unless said
 * otherwise) is rounded up. Harder is a larger value; of equal ones the earlier in the order of the seed comes first.
 * @throws SamplePlanError `sample.frame-value`
 */
export function splitHardest<Unit extends FrameUnit>(
  sorted: readonly Unit[], size: number, { hardestBy = 'incidenceBp', hardestBp = 5_000 }: Pick<SamplePlan, 'hardestBy' | 'hardestBp'>, seed: string, sha256: Sha256,
): { hardest: Unit[]; others: Unit[] } {
  const count = Math.min(size, Math.ceil((size * hardestBp) / 10_000));
  const placed = sorted.map((unit) => ({ unit, value: wholeNumberOf(unit, hardestBy, 0), key: orderKey(seed, unit.id, sha256) }));
  placed.sort((a, b) => b.value - a.value || (a.key < b.key ? -1 : 1));
  const hardest = placed.slice(0, count).map(({ unit }) => unit);
  const taken = new Set(hardest.map(({ id }) => id));
  return { hardest, others: sorted.filter(({ id }) => !taken.has(id)) };
}
