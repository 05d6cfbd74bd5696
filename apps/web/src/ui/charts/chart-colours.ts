/** Five classes of one blue, pale to dark. Text on the first two is dark, on the others white: contrast 4.5 and more. */
export const ramp = ['#d6e4ff', '#a3c2fa', '#4a7fe0', '#0958d9', '#06307a'] as const;
/** What is not known: neither pale enough for a low number nor dark enough for a high one. */
export const unknownColour = '#e8ebef';
export const RAMP_TEXT = ['#1f1f1f', '#1f1f1f', '#ffffff', '#ffffff', '#ffffff'] as const;
export const barColour = '#4a7fe0';
export const thresholdColour = '#cf1322';
export const textColour = '#1f1f1f';
export const secondaryColour = '#595959';
/** Series beside each other: far apart in lightness, told apart by pattern as well. */
export const seriesColours = ['#0958d9', '#874d00', '#237804', '#531dab', '#595959'] as const;

/** Upper ends of five classes with about equally many values each; equal values never fall into two classes. */
export function classEnds(values: readonly number[]): number[] {
  const sorted = [...values].sort((left, right) => left - right);
  const ends = [0.2, 0.4, 0.6, 0.8, 1].map((part) => sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0);
  return [...new Set(ends)];
}

/** Class of a value, 0 pale to 4 dark; few different values use the dark end last. */
export function classOf(value: number, ends: readonly number[]): number {
  const at = ends.findIndex((end) => value <= end);
  return at < 0 ? Math.max(0, ends.length - 1) : at;
}
