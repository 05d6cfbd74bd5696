/** 97.5 % point of the normal distribution. */
export const Z95 = 1.959963984540054;
/** The finite population counts from this share of the frame on (n/N > 5 %). */
export const FINITE_FROM = 0.05;

export interface Interval {
  /** Lower and upper end of the 95 % interval, as shares, rounded outwards to six digits. */
  readonly low: number;
  readonly high: number;
}

/** How many independent answers the sample is worth once the frame is nearly used up: n·(N−1)/(N−n), from n/N > 5 % on. */
export function effectiveSize(n: number, frame: number): number {
  if (n >= frame) return Number.POSITIVE_INFINITY;
  return n / frame > FINITE_FROM ? (n * (frame - 1)) / (frame - n) : n;
}

/**
 * Wilson score interval, 95 %, of a share found in `n` answers (which may be an effective, broken number). Of everybody (n = ∞) the
 * share itself. @throws RangeError unless 0 ≤ share ≤ 1 and n > 0
 */
export function wilson(share: number, n: number): Interval {
  if (!(share >= 0 && share <= 1) || !(n > 0)) throw new RangeError(`no interval for ${share} of ${n}`);
  if (n === Number.POSITIVE_INFINITY) return outwards(share, share);
  const z2 = Z95 * Z95;
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return outwards(share === 0 ? 0 : middle - half, share === 1 ? 1 : middle + half);
}

/**
 * Zero-hit rule: none found in `n` does not mean none. With 95 % confidence there are at most this share: the largest number K of
 * the frame for which a sample without any has a probability of at least 5 %; 1 − 0.05^(1/n) for a frame without limit.
 */
export function zeroHitUpper(n: number, frame: number | null): number {
  if (frame === null || n / frame <= FINITE_FROM) return Math.ceil((1 - 0.05 ** (1 / n)) * 1e6) / 1e6;
  if (n >= frame) return 0;
  // P(none | K) = Π (N−n−i)/(N−i), i < K
  let probability = 1;
  let most = 0;
  while (most < frame - n) {
    probability *= (frame - n - most) / (frame - most);
    if (probability < 0.05) break;
    most += 1;
  }
  return Math.ceil((most / frame) * 1e6) / 1e6;
}

function outwards(low: number, high: number): Interval {
  // A hair of tolerance, so that 0.1 + 0.2 does not become a digit.
  return { low: Math.max(0, Math.floor(low * 1e6 + 1e-6) / 1e6), high: Math.min(1, Math.ceil(high * 1e6 - 1e-6) / 1e6) };
}
