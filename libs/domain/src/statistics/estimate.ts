import { FINITE_FROM, effectiveSize, wilson, type Interval } from './interval.js';

/** One unit that answered. */
export interface Observation {
  readonly stratum: string;
  /** Units of one cluster are not independent; null when the units themselves were drawn. */
  readonly cluster: string | null;
  /** Units of the frame that it stands for. */
  readonly weight: number;
  /** Counted in the numerator, and in the denominator: 0 or 1, or persons. */
  readonly hit: number;
  readonly of: number;
}

/** Units of the frame and units that answered, per stratum. */
export interface StratumSize {
  readonly stratum: string;
  readonly units: number;
}

export interface Estimate extends Interval {
  readonly hits: number;
  readonly of: number;
  /** Units in the denominator. */
  readonly units: number;
  /** Estimated share of the frame; null when nobody is in the denominator. */
  readonly share: number | null;
  /** Variance of the estimate. */
  readonly variance: number | null;
  readonly interval: 'NONE' | 'CENSUS' | 'WILSON' | 'WILSON_FINITE' | 'WILSON_DESIGN';
}

const NOTHING: Estimate = { hits: 0, of: 0, units: 0, share: null, variance: null, low: 0, high: 1, interval: 'NONE' };

/**
 * Share Σw·hit / Σw·of with its 95 % interval. A simple sample of units gets Wilson's interval of its counts; every other design
 * gets the linearised variance Σ (1−f)·m/(m−1)·Σ(z−z̄)² over strata, z = w·(hit − share·of)/Σw·of summed per drawn cluster, and
 * Wilson's interval for the number of independent answers of the same variance, at most those of a simple sample. The finite population counts from f > 5 % on;
 * not for clusters, whose variance is then rather over- than understated.
 */
export function estimateShare(observed: readonly Observation[], strata: readonly StratumSize[]): Estimate {
  const asked = observed.filter(({ of }) => of > 0);
  const [hits, of] = [sum(asked, ({ hit }) => hit), sum(asked, (o) => o.of)];
  if (asked.length === 0) return NOTHING;
  const all = sum(asked, (o) => o.weight * o.of);
  const share = Math.min(1, Math.max(0, sum(asked, (o) => o.weight * o.hit) / all));
  const plain = strata.length === 1 && asked.every((o) => o.cluster === null && o.of === 1 && o.weight === asked[0]?.weight);
  const variance = linearised(observed, strata, share, all);
  const base = { hits, of, units: asked.length, share: Math.round(share * 1e6) / 1e6, variance };
  if (plain) {
    const frame = (strata[0]?.units ?? 0) * (asked.length / observed.length);
    const n = effectiveSize(asked.length, frame);
    return { ...base, ...wilson(share, n), interval: n === Number.POSITIVE_INFINITY ? 'CENSUS' : n === asked.length ? 'WILSON' : 'WILSON_FINITE' };
  }
  const most = mostAnswers(asked, strata, asked.length / observed.length);
  const n = share > 0 && share < 1 && variance > 0 ? Math.min(most, (share * (1 - share)) / variance) : most;
  return { ...base, ...wilson(share, n), interval: n === Number.POSITIVE_INFINITY ? 'CENSUS' : 'WILSON_DESIGN' };
}

/**
 * No design is credited with more than a simple sample of answers of equal weight: (Σw)²/Σw² of them, with the finite frame. What
 * strata would gain over that is left out, since a stratum without a hit hides its own spread.
 */
function mostAnswers(asked: readonly Observation[], strata: readonly StratumSize[], part: number): number {
  const kish = sum(asked, ({ weight }) => weight) ** 2 / sum(asked, ({ weight }) => weight * weight);
  if (asked.some(({ cluster }) => cluster !== null)) return new Set(asked.map(({ cluster }) => cluster)).size === 1 ? 1 : kish;
  return effectiveSize(kish, sum(strata, ({ units }) => units) * part);
}

function linearised(observed: readonly Observation[], strata: readonly StratumSize[], share: number, all: number): number {
  let variance = 0;
  for (const { stratum, units } of strata) {
    const inside = observed.filter((o) => o.stratum === stratum);
    const totals = new Map<string, number>();
    inside.forEach((o, i) => {
      const key = o.cluster ?? `#${i}`;
      totals.set(key, (totals.get(key) ?? 0) + (o.weight * (o.hit - share * o.of)) / all);
    });
    const m = totals.size;
    if (m === 0) continue;
    const z = [...totals.values()];
    const mean = sum(z, (value) => value) / m;
    const clustered = inside.some((o) => o.cluster !== null);
    const f = m / units;
    const left = !clustered && f > FINITE_FROM ? 1 - f : 1;
    // One unit alone says nothing of its stratum's spread: its own distance from the share stands in.
    variance += left * (m === 1 ? (z[0] ?? 0) ** 2 : (m / (m - 1)) * sum(z, (value) => (value - mean) ** 2));
  }
  return variance;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
