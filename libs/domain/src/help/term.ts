/** What a payment is for: once for all, a year ('2026') or a month ('2026-03'). */
export const termPattern = /^(once|20[0-9]{2}|20[0-9]{2}-(0[1-9]|1[0-2]))$/;

export function isTerm(text: string): boolean {
  return termPattern.test(text);
}

/** Year of a term; null for 'once'. */
export function yearOfTerm(term: string): number | null {
  return term === 'once' ? null : Number(term.slice(0, 4));
}

/**
 * Whether two terms of the same measure and person would pay for the same thing: a month lies in its year, and what was paid
 * once for all covers every term.
 */
export function termsOverlap(a: string, b: string): boolean {
  if (a === 'once' || b === 'once') return true;
  return a.startsWith(b) || b.startsWith(a);
}
