/**
 * Exact tails of counts. Nothing here is approximated but the logarithm of the gamma function (relative error below 1e-14), so the
 * error of a p-value stays far below what anybody would act upon.
 */

const LANCZOS = [0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7] as const;

/** ln(n!) for an integer n ≥ 0. */
function lnFactorial(n: number): number {
  if (n < 2) return 0;
  let sum: number = LANCZOS[0];
  for (let i = 1; i < LANCZOS.length; i += 1) sum += (LANCZOS[i] ?? 0) / (n + i);
  const t = n + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (n + 0.5) * Math.log(t) - t + Math.log(sum);
}

const lnChoose = (n: number, k: number): number => lnFactorial(n) - lnFactorial(k) - lnFactorial(n - k);

/** P(X ≥ k) for X binomial with n trials of probability p. @throws RangeError for what is no count or probability */
export function binomialUpperTail(k: number, n: number, p: number): number {
  counts(k, n);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`probability: ${p}`);
  if (k <= 0) return 1;
  if (k > n || p === 0) return 0;
  if (p === 1) return 1;
  const first = Math.exp(lnChoose(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p));
  return sumTail(first, (x) => ((n - x) / (x + 1)) * (p / (1 - p)), k, n);
}

/** P(X ≤ k) for X binomial with n trials of probability p. */
export function binomialLowerTail(k: number, n: number, p: number): number {
  return k < 0 ? 0 : binomialUpperTail(n - k, n, 1 - p);
}

/** P(X ≥ k) when n are drawn without replacement from N of which K are marked. @throws RangeError for impossible counts */
export function hypergeometricUpperTail(k: number, n: number, K: number, N: number): number {
  counts(n, N);
  counts(K, N);
  const [least, most] = [Math.max(0, n + K - N), Math.min(n, K)];
  if (k <= least) return 1;
  if (k > most) return 0;
  const first = Math.exp(lnChoose(K, k) + lnChoose(N - K, n - k) - lnChoose(N, n));
  return sumTail(first, (x) => ((K - x) * (n - x)) / ((x + 1) * (N - K - n + x + 1)), k, most);
}

/** P(X ≤ k) when n are drawn without replacement from N of which K are marked. */
export function hypergeometricLowerTail(k: number, n: number, K: number, N: number): number {
  return hypergeometricUpperTail(n - k, n, N - K, N);
}

/** Sums the terms of a tail from x on; each is the one before times a ratio. */
function sumTail(first: number, ratio: (x: number) => number, from: number, to: number): number {
  let [term, sum] = [first, first];
  for (let x = from; x < to; x += 1) {
    term *= ratio(x);
    sum += term;
    // Past the mode the terms only fall: what is left cannot change the sum any more.
    if (term < sum * 1e-17 && ratio(x + 1) < 1) break;
  }
  return Math.min(1, sum);
}

function counts(part: number, whole: number): void {
  if (!Number.isSafeInteger(part) || !Number.isSafeInteger(whole) || whole < 0 || part > whole + 1) throw new RangeError(`counts: ${part} of ${whole}`);
}
