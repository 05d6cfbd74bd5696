/**
 * One comparison of a printed figure with what follows from other printed figures.
 * - `agrees`: the same figure
 * - `rounding`: differs by no more than the rounding of its parts can explain
 * - `source-error`: the source contradicts itself; the judgement says which figure is taken and why
 * - `source-gap`: the source leaves out a part of the sum, so that the rest cannot be checked
 * - `differs`: unexplained, a fault of our data; the report fails
 */
export type CheckOutcome = 'agrees' | 'rounding' | 'source-error' | 'source-gap' | 'differs';

export interface SeedCheck {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly printed: number;
  readonly derived: number;
  readonly outcome: CheckOutcome;
  readonly finding?: { readonly zh: string; readonly en: string };
}

export interface SeriesLine {
  readonly year: number;
  readonly poor: number;
  /** As printed. */
  readonly incidenceBp: number;
  /** The figure that is taken after judging the sources. */
  readonly judgedIncidenceBp: number;
  /** Rural population that the printed figures imply, persons (rounded); null when incidence is zero. */
  readonly impliedBase: number | null;
  /** The same with the judged incidence. */
  readonly judgedBase: number | null;
  /** Fall against the year before, persons. */
  readonly fall: number | null;
}

export interface SeedReport {
  readonly series: readonly SeriesLine[];
  readonly checks: readonly SeedCheck[];
  readonly counts: Readonly<Record<CheckOutcome, number>>;
  /** No check differs without an explanation. */
  readonly ok: boolean;
}

/** A comparison of two integers; `tolerance` is what rounding of the parts can explain. */
export function compare(
  id: string,
  printed: number,
  { derived, zh, en, tolerance = 0 }: { derived: number; zh: string; en: string; tolerance?: number },
): SeedCheck {
  const gap = Math.abs(printed - derived);
  return { id, zh, en, printed, derived, outcome: gap === 0 ? 'agrees' : gap <= tolerance ? 'rounding' : 'differs' };
}

/** Sum of the values of a record or a list. */
export function sumOf(values: Readonly<Record<string, number>> | readonly number[]): number {
  return Object.values(values).reduce((sum, value) => sum + value, 0);
}
