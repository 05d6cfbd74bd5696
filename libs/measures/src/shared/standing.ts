import { problem, type HouseholdStatus, type Problem } from '#domain';

/** Why no help is arranged for a household of this status; null when it may be. */
export function standingRefusal(status: string): Problem | null {
  switch (status as HouseholdStatus) {
    case 'CLEARED_OUT':
    case 'DEREGISTERED':
      return problem('help.household-closed');
    case 'EXITED_NOT_ENTITLED':
      return problem('help.not-entitled-status');
    default:
      return null;
  }
}
