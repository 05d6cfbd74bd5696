import { kleeneAnd, kleeneNot, kleeneOr, type Truth } from '../rules/truth.js';

export { kleeneAnd as all, kleeneNot as not, kleeneOr as some, type Truth };

/** How many of the truths hold; null as soon as one is unknown. */
export function countKnown(truths: readonly Truth[]): number | null {
  return truths.includes(null) ? null : truths.filter((truth) => truth === true).length;
}

/** Sum; null as soon as one part is unknown, 0 of no parts. */
export function sumKnown(parts: readonly (number | null)[]): number | null {
  return parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}
