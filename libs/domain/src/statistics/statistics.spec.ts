import { estimateShare, type Observation } from './estimate.js';
import { Z95, effectiveSize, wilson, zeroHitUpper } from './interval.js';

/** ln of n over k. */
const logs = Array.from({ length: 3_000 }, () => 0);
for (let i = 1; i < logs.length; i++) logs[i] = (logs[i - 1] ?? 0) + Math.log(i);
const choose = (n: number, k: number): number => (k < 0 || k > n ? Number.NEGATIVE_INFINITY : (logs[n] ?? 0) - (logs[k] ?? 0) - (logs[n - k] ?? 0));
const binomial = (n: number, p: number, x: number): number => Math.exp(choose(n, x) + x * Math.log(p) + (n - x) * Math.log(1 - p));
const hypergeometric = (all: number, hits: number, n: number, x: number): number => Math.exp(choose(hits, x) + choose(all - hits, n - x) - choose(all, n));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the interval of a share', () => {
  it('is that of the textbook', () => {
    // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29
    expect([wilson(81 / 263, 263), wilson(15 / 148, 148), wilson(0, 20), wilson(1 / 29, 29)].map(({ low, high }) => [low.toFixed(4), high.toFixed(4)])).toEqual(
      [['0.2553', '0.3662'], ['0.0624', '0.1605'], ['0.0000', '0.1611'], ['0.0061', '0.1718']]);
  });

  it('covers the truth in 95 of 100 samples, by enumeration of all outcomes', () => {
    for (const n of [30, 100, 400]) {
      const intervals = Array.from({ length: n + 1 }, (_, x) => wilson(x / n, n));
      const covered = Array.from({ length: 199 }, (_, i) => (i + 1) / 200).map((p) => intervals.reduce((sum, { low, high }, x) => sum + (low <= p && p <= high ? binomial(n, p, x) : 0), 0));
      expect(mean(covered)).toBeGreaterThan(0.948);
      expect(mean(covered)).toBeLessThan(0.96);
      // Known of this interval: where less than one hit is expected it covers 84 of 100 at the worst.
      expect(Math.min(...covered)).toBeGreaterThan(0.83);
      expect(Math.min(...covered.filter((_, i) => Math.min(i + 1, 199 - i) * n >= 5 * 200))).toBeGreaterThan(0.92);
    }
  });

  it('does so in a small frame, too, where without the correction it would be too wide', () => {
    const [all, n] = [300, 120];
    const coverage = (size: number) => {
      const intervals = Array.from({ length: n + 1 }, (_, x) => wilson(x / n, size));
      return mean(Array.from({ length: all - 1 }, (_, i) => i + 1).map((hits) =>
        intervals.reduce((sum, { low, high }, x) => sum + (low <= hits / all && hits / all <= high ? hypergeometric(all, hits, n, x) : 0), 0)));
    };
    const finite = effectiveSize(n, all);
    expect(finite).toBeCloseTo((120 * 299) / 180, 9);
    expect(coverage(finite)).toBeGreaterThan(0.94);
    expect(coverage(finite)).toBeLessThan(0.965);
    expect(coverage(n)).toBeGreaterThan(0.985);
  });

  it('leaves the frame out of account up to 5 % of it, and is the share itself when everybody was asked', () => {
    expect(effectiveSize(50, 1_000)).toBe(50);
    expect(effectiveSize(51, 1_000)).toBeGreaterThan(51);
    expect(wilson(0.25, effectiveSize(40, 40))).toEqual({ low: 0.25, high: 0.25 });
    expect(() => wilson(1.1, 10)).toThrow(RangeError);
  });

  it('none found does not mean none: at most so many, by enumeration', () => {
    expect(zeroHitUpper(100, null)).toBe(0.029514);
    expect(zeroHitUpper(100, 1_000_000)).toBe(0.029514);
    const [all, n] = [200, 60];
    const most = Math.round(zeroHitUpper(n, all) * all);
    expect(hypergeometric(all, most, n, 0)).toBeGreaterThanOrEqual(0.05);
    expect(hypergeometric(all, most + 1, n, 0)).toBeLessThan(0.05);
    expect(zeroHitUpper(60, 60)).toBe(0);
  });
});

const unit = (stratum: string, hit: number, weight: number, cluster: string | null = null, of = 1): Observation => ({ stratum, hit, weight, cluster, of });
const repeat = (count: number, of: Observation): Observation[] => Array.from({ length: count }, () => of);

describe('the estimate of a share', () => {
  it('of a simple sample is the counted share with the interval of the counts', () => {
    const found = estimateShare([...repeat(15, unit('ALL', 1, 100)), ...repeat(133, unit('ALL', 0, 100))], [{ stratum: 'ALL', units: 14_800 }]);
    expect(found).toMatchObject({ hits: 15, of: 148, units: 148, interval: 'WILSON' });
    expect([found.low.toFixed(4), found.high.toFixed(4)]).toEqual(['0.0624', '0.1605']);
  });

  it('of strata is Σ W·p with the variance Σ W²(1−f)p(1−p)/(n−1), computed by hand', () => {
    const strata = [{ stratum: 'A', units: 1_000 }, { stratum: 'B', units: 200 }];
    const observed = [...repeat(4, unit('A', 1, 25)), ...repeat(36, unit('A', 0, 25)), ...repeat(15, unit('B', 1, 4)), ...repeat(35, unit('B', 0, 4))];
    const share = (1_000 / 1_200) * 0.1 + (200 / 1_200) * 0.3;
    // A: 40 of 1000 is not above 5 %, B: 50 of 200 is
    const variance = (1_000 / 1_200) ** 2 * ((0.1 * 0.9) / 39) + (200 / 1_200) ** 2 * (1 - 0.25) * ((0.3 * 0.7) / 49);
    const found = estimateShare(observed, strata);
    expect(found.share).toBeCloseTo(share, 6);
    expect(found.variance).toBeCloseTo(variance, 12);
    // The strata would make it 68.3 answers, but the weights alone leave (40·25 + 50·4)² / (40·25² + 50·4²) = 55.8 of them.
    expect((share * (1 - share)) / variance).toBeCloseTo(68.3, 1);
    expect(found).toMatchObject({ ...wilson(share, 1_200 ** 2 / 25_800), interval: 'WILSON_DESIGN' });
    expect(found.high - found.low).toBeGreaterThan(2 * Z95 * Math.sqrt(variance));
  });

  it('of clusters is wider than if their households had been drawn one by one', () => {
    const observed = Array.from({ length: 10 }, (_, c) => repeat(10, unit('ALL', c < 3 ? 1 : 0, 10, `v${c}`))).flat();
    const single = observed.map((o) => ({ ...o, cluster: null }));
    const strata = [{ stratum: 'ALL', units: 1_000 }];
    const [clustered, plain] = [estimateShare(observed, strata), estimateShare(single, strata)];
    expect(clustered.share).toBe(plain.share);
    // All of one mind in a village: 100 answers are worth 10.
    expect((clustered.high - clustered.low) / (plain.high - plain.low)).toBeGreaterThan(2.2);
  });

  it('counts persons as well as households, and only those in the denominator', () => {
    const observed = [unit('ALL', 3, 5, null, 3), unit('ALL', 0, 5, null, 5), unit('ALL', 0, 5, null, 2), unit('ALL', 0, 5, null, 0)];
    expect(estimateShare(observed, [{ stratum: 'ALL', units: 20 }])).toMatchObject({ hits: 3, of: 10, units: 3, share: 0.3 });
    expect(estimateShare([], [{ stratum: 'ALL', units: 20 }])).toMatchObject({ share: null, interval: 'NONE' });
  });

  it('of strata covers the truth in about 95 of 100 samples, by enumeration of all outcomes', () => {
    const [a, b] = [{ units: 80, n: 20 }, { units: 30, n: 15 }];
    const strata = [{ stratum: 'A', units: a.units }, { stratum: 'B', units: b.units }];
    const intervals = Array.from({ length: a.n + 1 }, (_, x) => Array.from({ length: b.n + 1 }, (__, y) => estimateShare([
      ...repeat(x, unit('A', 1, 4)), ...repeat(a.n - x, unit('A', 0, 4)), ...repeat(y, unit('B', 1, 2)), ...repeat(b.n - y, unit('B', 0, 2)),
    ], strata)));
    const covered: number[] = [];
    for (let hitsA = 4; hitsA <= 76; hitsA += 8) {
      for (let hitsB = 2; hitsB <= 28; hitsB += 4) {
        const truth = (hitsA + hitsB) / 110;
        let sum = 0;
        for (let x = 0; x <= a.n; x++) for (let y = 0; y <= b.n; y++) {
          const found = intervals[x]?.[y];
          if (found && found.low <= truth && truth <= found.high) sum += hypergeometric(a.units, hitsA, a.n, x) * hypergeometric(b.units, hitsB, b.n, y);
        }
        covered.push(sum);
      }
    }
    expect(mean(covered)).toBeGreaterThan(0.945);
    expect(mean(covered)).toBeLessThan(0.975);
    expect(Math.min(...covered)).toBeGreaterThan(0.88);
  });
});
