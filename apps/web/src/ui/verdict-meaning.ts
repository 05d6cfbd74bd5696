import { createContext } from 'react';

/**
 * What meeting a rule means. `standard`: something good is reached (达标). `finding`: a situation is there (符合), which is good or bad
 * only for the procedure that asks, such as "must not be registered".
 */
export type VerdictMeaning = 'standard' | 'finding';

export const VerdictMeaningContext = createContext<VerdictMeaning>('standard');

const findings: ReadonlySet<string> = new Set(['household.ineligible', 'household.identify', 'household.re_entry', 'identification', 're_entry', 'clear_out']);

/** Meaning by the code of a rule, or of a procedure whose first rule it is. */
export function meaningOf(code: string): VerdictMeaning {
  return findings.has(code) ? 'finding' : 'standard';
}
