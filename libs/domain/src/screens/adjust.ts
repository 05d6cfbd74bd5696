/**
 * Holm's step-down: p-values adjusted so that, whatever the groups are, the chance of a single false flag among all of them is at
 * most alpha when every adjusted value is compared with alpha. In the order given.
 */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues.map((p, i) => ({ p, i })).sort((a, b) => a.p - b.p);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let highest = 0;
  for (const [rank, { p, i }] of order.entries()) {
    highest = Math.max(highest, Math.min(1, p * (pValues.length - rank)));
    adjusted[i] = highest;
  }
  return adjusted;
}
