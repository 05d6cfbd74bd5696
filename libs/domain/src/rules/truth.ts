import type { Comparison } from './rule.js';

/** Kleene's three values; null is "unknown". SQL's boolean is the same thing, which is why rules compile to it. */
export type Truth = boolean | null;

export const VERDICTS = ['met', 'not_met', 'unproven'] as const;
export type Verdict = (typeof VERDICTS)[number];

export function verdictOf(truth: Truth): Verdict {
  if (truth === null) return 'unproven';
  return truth ? 'met' : 'not_met';
}

/** One false makes it false; else one unknown makes it unknown. */
export function kleeneAnd(values: readonly Truth[]): Truth {
  if (values.includes(false)) return false;
  return values.includes(null) ? null : true;
}

/** One true makes it true; else one unknown makes it unknown. */
export function kleeneOr(values: readonly Truth[]): Truth {
  if (values.includes(true)) return true;
  return values.includes(null) ? null : false;
}

export function kleeneNot(value: Truth): Truth {
  return value === null ? null : !value;
}

/**
 * The table of operators behind the evaluator. It is injectable for one purpose: the tests plant faults in it and
 * demand that the property test notices.
 */
export interface Semantics {
  /** `order` is negative, 0 or positive: left below, equal to, above right. */
  compare: Readonly<Record<Comparison, (order: number) => boolean>>;
  and: (values: readonly Truth[]) => Truth;
  or: (values: readonly Truth[]) => Truth;
  not: (value: Truth) => Truth;
  /** What a leaf says when a fact or parameter it needs is missing. */
  missing: Truth;
  /** What quantifiers say of a collection without rows, by what no rows mean for it. */
  emptyAll: Readonly<Record<'unknown' | 'empty', Truth>>;
}

export const SEMANTICS: Semantics = {
  compare: {
    '=': (order) => order === 0,
    '!=': (order) => order !== 0,
    '<': (order) => order < 0,
    '<=': (order) => order <= 0,
    '>': (order) => order > 0,
    '>=': (order) => order >= 0,
  },
  and: kleeneAnd,
  or: kleeneOr,
  not: kleeneNot,
  missing: null,
  emptyAll: { unknown: null, empty: true },
};

/** One character per leaf, as recalculation stores it: t = met, f = not met, u = unproven. */
export type LeafResults = string;

export function leafResultsOf(truths: readonly Truth[]): LeafResults {
  return truths.map((truth) => (truth === null ? 'u' : truth ? 't' : 'f')).join('');
}

/** Reads stored leaf results; anything but t and f is unknown, so a damaged text never reads as a proof. */
export function truthsOf(results: LeafResults, count: number): Truth[] {
  return Array.from({ length: count }, (_, index) => ({ t: true, f: false })[results[index] ?? 'u'] ?? null);
}
