import { gfTimes } from './qr-grid.js';

/** Powers of two in GF(256), twice over, and the exponent of every element. */
const powers = Array.from({ length: 510 }, () => 1);
for (let n = 1; n < powers.length; n += 1) powers[n] = gfTimes(powers[n - 1] ?? 0, 2);
const exponents = new Map(powers.slice(0, 255).map((value, n) => [value, n]));

const power = (n: number): number => powers[((n % 255) + 255) % 255] ?? 0;
const over = (a: number, b: number): number => (a === 0 ? 0 : power((exponents.get(a) ?? 0) - (exponents.get(b) ?? 0)));
/** Value of a polynomial, the lowest term first. */
const valueAt = (polynomial: readonly number[], x: number): number => polynomial.reduceRight((sum, term) => gfTimes(sum, x) ^ term, 0);
const syndromes = (words: readonly number[], count: number): number[] => {
  const polynomial = [...words].reverse();
  return Array.from({ length: count }, (_, n) => valueAt(polynomial, power(n)));
};

/** The shortest recurrence that the syndromes obey (Berlekamp–Massey): its roots say where words are wrong. */
function locator(found: readonly number[]): number[] {
  let [now, before, length, shift, last] = [[1], [1], 0, 1, 1];
  found.forEach((syndrome, n) => {
    let discrepancy = syndrome;
    for (let at = 1; at <= length; at += 1) discrepancy ^= gfTimes(now[at] ?? 0, found[n - at] ?? 0);
    if (discrepancy === 0) {
      shift += 1;
      return;
    }
    const factor = over(discrepancy, last);
    const next = Array.from({ length: Math.max(now.length, before.length + shift) }, (_, at) => (now[at] ?? 0) ^ gfTimes(factor, before[at - shift] ?? 0));
    if (2 * length <= n) [before, length, last, shift] = [now, n + 1 - length, discrepancy, 1];
    else shift += 1;
    now = next;
  });
  return now.slice(0, length + 1);
}

/**
 * The words as they were written: half as many as there are correction words may be wrong. Reed–Solomon over GF(256), ISO/IEC 18004.
 * @returns data words and correction words, null when too many are wrong
 */
export function corrected(words: readonly number[], correction: number): number[] | null {
  const found = syndromes(words, correction);
  if (found.every((syndrome) => syndrome === 0)) return [...words];
  const errors = locator(found);
  const places = words.map((_, at) => words.length - 1 - at).filter((exponent) => valueAt(errors, power(-exponent)) === 0);
  if (errors.length < 2 || places.length !== errors.length - 1 || places.length > correction / 2) return null;
  const evaluator = Array.from({ length: correction }, (_, n) => errors.reduce((sum, term, at) => sum ^ gfTimes(term, found[n - at] ?? 0), 0));
  const slope = errors.slice(1).map((term, n) => (n % 2 === 0 ? term : 0));
  const mended = [...words];
  for (const exponent of places) {
    const inverse = power(-exponent);
    const at = words.length - 1 - exponent;
    mended[at] = (mended[at] ?? 0) ^ gfTimes(power(exponent), over(valueAt(evaluator, inverse), valueAt(slope, inverse)));
  }
  return syndromes(mended, correction).every((syndrome) => syndrome === 0) ? mended : null;
}
