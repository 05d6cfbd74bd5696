import { binomialUpperTail, hypergeometricUpperTail } from './exact-tests.js';
import type { TestedGroup } from './screen-group.js';

export interface HeapCounts {
  readonly key: string;
  readonly divisionCode: string;
  /** Households in [line − w, line), [line, line + w) and [line + w, line + 2w). */
  readonly below: number;
  readonly at: number;
  readonly above: number;
}

/**
 * A density that is linear over the three windows puts exactly a third of them into the middle one, however steep it is; the
 * tolerance leaves room for a bend. The tail is binomial and exact.
 */
export function testHeap({ key, divisionCode, below, at, above }: HeapCounts, tolerance: number): TestedGroup {
  const n = below + at + above;
  const expected = Math.min(1, 1 / 3 + tolerance);
  const share = n === 0 ? null : at / n;
  return {
    key, divisionCode, n, figures: { below, at, above, share },
    tests: [{ name: 'heap', p: n === 0 ? null : binomialUpperTail(at, n, expected), matters: share !== null && share > expected, effect: share === null ? null : share - 1 / 3 }],
  };
}

export interface ChangeCounts {
  readonly key: string;
  readonly divisionCode: string;
  readonly compared: number;
  readonly sudden: number;
  /** The same of the whole county, this place included. */
  readonly countyCompared: number;
  readonly countySudden: number;
}

/** Were the sudden changes of a county spread by chance, how likely would as many fall on this place? */
export function testChange({ key, divisionCode, compared, sudden, countyCompared, countySudden }: ChangeCounts): TestedGroup {
  const others = countyCompared - compared;
  const [share, elsewhere] = [compared === 0 ? null : sudden / compared, others === 0 ? null : (countySudden - sudden) / others];
  const effect = share === null || elsewhere === null ? null : share - elsewhere;
  return {
    key, divisionCode, n: compared, figures: { compared, sudden, share, elsewhere },
    tests: [{ name: 'sudden', p: effect === null ? null : hypergeometricUpperTail(sudden, compared, countySudden, countyCompared), matters: effect !== null && effect > 0, effect }],
  };
}
