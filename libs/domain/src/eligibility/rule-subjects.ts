import { exitedStatuses, poorStatuses, type HouseholdStatus } from '../codes/household-status.js';

/** Status of a household in a year; NONE where it was not registered yet. */
export type StandingCode = HouseholdStatus | 'NONE';

const candidates: readonly StandingCode[] = ['NONE', 'CANDIDATE'];

/** Which households a rule asks about: an exit those that are poor, a re-entry those that exited. Other rules ask about all. */
export const ruleSubjects: Readonly<Record<string, readonly StandingCode[]>> = {
  'household.exit': poorStatuses,
  'household.re_entry': exitedStatuses,
  'household.identify': candidates,
  'household.ineligible': [...candidates, ...poorStatuses, ...exitedStatuses],
};

const everybody: readonly StandingCode[] = ['NONE', 'CANDIDATE', ...poorStatuses, ...exitedStatuses, 'CLEARED_OUT', 'DEREGISTERED'];

/** Statuses of the households that a rule is kept for; recalculation stores no verdict of the others. */
export function subjectsOfRule(code: string): readonly StandingCode[] {
  return ruleSubjects[code] ?? everybody;
}
