export interface WeightedUnit {
  readonly stratum: string;
  readonly cluster: string | null;
  readonly weight: readonly [number, number];
  readonly role: 'PRIMARY' | 'REPLACEMENT';
  readonly answered: boolean;
}

/**
 * Weights of those who answered: within a stratum (in a cluster sample: a village) they stand for the drawn ones who could not be
 * asked, so that the weights still add up to what the drawn ones stood for.
 * @returns one number per unit, 0 for those who did not answer.
 */
export function respondentWeights(units: readonly WeightedUnit[]): number[] {
  const poolOf = ({ stratum, cluster }: WeightedUnit): string => `${stratum}\u001f${cluster ?? ''}`;
  const drawn = new Map<string, number>();
  const asked = new Map<string, number>();
  for (const unit of units) {
    const weight = unit.weight[0] / unit.weight[1];
    const pool = poolOf(unit);
    if (unit.role === 'PRIMARY') drawn.set(pool, (drawn.get(pool) ?? 0) + weight);
    if (unit.answered) asked.set(pool, (asked.get(pool) ?? 0) + weight);
  }
  return units.map((unit) => (unit.answered ? ((unit.weight[0] / unit.weight[1]) * (drawn.get(poolOf(unit)) ?? 0)) / (asked.get(poolOf(unit)) ?? 1) : 0));
}
