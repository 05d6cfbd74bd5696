import { SamplePlanError } from './plan.js';

export interface Stratum {
  readonly name: string;
  /** Units of the frame in it. */
  readonly units: number;
}

/**
 * Shares `total` over strata in proportion to `weights` by largest remainder; no stratum gets more than it has, and what it cannot
 * take goes to the others in the same proportion. Of equal remainders the earlier stratum wins.
 * @returns one number per stratum; their sum is `total`. @throws SamplePlanError when `total` is more than there is.
 */
export function allocate(total: number, weights: readonly number[], most: readonly number[]): number[] {
  const room = most.reduce((sum, units) => sum + units, 0);
  if (total > room) throw new SamplePlanError('sample.frame-too-small', { wanted: total, units: room });
  const result = most.map(() => 0);
  let open = most.map((_, i) => i).filter((i) => (most[i] ?? 0) > 0 && (weights[i] ?? 0) > 0);
  let left = total;
  for (;;) {
    const sum = open.reduce((all, i) => all + BigInt(weights[i] ?? 0), 0n);
    const full = open.filter((i) => BigInt(left) * BigInt(weights[i] ?? 0) >= BigInt(most[i] ?? 0) * sum);
    if (open.length === 0 || full.length === 0) {
      if (open.length > 0) largestRemainder(left, open, weights, sum, result);
      return result;
    }
    for (const i of full) {
      result[i] = most[i] ?? 0;
      left -= most[i] ?? 0;
    }
    open = open.filter((i) => !full.includes(i));
  }
}

function largestRemainder(total: number, open: readonly number[], weights: readonly number[], sum: bigint, result: number[]): void {
  const quotas = open.map((i) => {
    const product = BigInt(total) * BigInt(weights[i] ?? 0);
    return { i, whole: Number(product / sum), rest: product % sum };
  });
  let left = total - quotas.reduce((all, { whole }) => all + whole, 0);
  for (const { i, whole } of quotas) result[i] = whole;
  for (const { i } of [...quotas].sort((a, b) => (a.rest > b.rest ? -1 : a.rest < b.rest ? 1 : a.i - b.i))) {
    if (left-- <= 0) return;
    result[i] = (result[i] ?? 0) + 1;
  }
}
