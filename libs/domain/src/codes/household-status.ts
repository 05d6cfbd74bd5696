/** Status of a household's current episode of registration (state machine of domain.md §3.5). */
export const householdStatuses = [
  'CANDIDATE', 'REGISTERED', 'PRE_EXIT', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED', 'RETURNED', 'CLEARED_OUT', 'DEREGISTERED',
] as const;
export type HouseholdStatus = (typeof householdStatuses)[number];

/** Registered and not exited: counted as poor in incidence and stock. */
export const poorStatuses: readonly HouseholdStatus[] = ['REGISTERED', 'PRE_EXIT', 'RETURNED'];

/** Exited by decision; only the first keeps its policies. */
export const exitedStatuses: readonly HouseholdStatus[] = ['EXITED_ENTITLED', 'EXITED_NOT_ENTITLED'];

const transitions: Readonly<Record<HouseholdStatus, readonly HouseholdStatus[]>> = {
  CANDIDATE: ['REGISTERED', 'DEREGISTERED'],
  REGISTERED: ['PRE_EXIT', 'EXITED_ENTITLED', 'CLEARED_OUT', 'DEREGISTERED'],
  PRE_EXIT: ['EXITED_ENTITLED', 'REGISTERED', 'CLEARED_OUT', 'DEREGISTERED'],
  EXITED_ENTITLED: ['EXITED_NOT_ENTITLED', 'RETURNED', 'CLEARED_OUT', 'DEREGISTERED'],
  EXITED_NOT_ENTITLED: ['RETURNED', 'CLEARED_OUT', 'DEREGISTERED'],
  RETURNED: ['REGISTERED', 'PRE_EXIT', 'EXITED_ENTITLED', 'CLEARED_OUT', 'DEREGISTERED'],
  CLEARED_OUT: [],
  DEREGISTERED: [],
};

/** Whether a household in this status counts as poor (registered and not exited). */
export function isPoor(status: HouseholdStatus): boolean {
  return poorStatuses.includes(status);
}

/** Whether a decision may move a household from one status to the other. */
export function canMove(from: HouseholdStatus, to: HouseholdStatus): boolean {
  return transitions[from].includes(to);
}
