import type { HouseholdEntry } from '../../store/types.js';

export const todayFilters = ['all', 'returned', 'due', 'risk'] as const;
export type TodayFilter = (typeof todayFilters)[number];

const sentBack = (entry: HouseholdEntry): boolean => entry.returned > 0 || entry.contested > 0;
const rank = (entry: HouseholdEntry): number => (sentBack(entry) ? 0 : entry.dueOn !== null ? 1 : entry.risk ? 2 : 3);

/** Longest not visited first; never visited before all. */
const byVisit = (left: HouseholdEntry, right: HouseholdEntry): number => (left.lastVisitOn ?? '').localeCompare(right.lastVisitOn ?? '') || left.code.localeCompare(right.code);

/** 退回 > 到期 > 风险; among the same the nearest day, then the longest not visited. */
export function dueHouseholds(entries: readonly HouseholdEntry[], show: TodayFilter): HouseholdEntry[] {
  const fits: Readonly<Record<TodayFilter, (entry: HouseholdEntry) => boolean>> = { all: (entry) => rank(entry) < 3, returned: sentBack, due: ({ dueOn }) => dueOn !== null, risk: ({ risk }) => risk };
  return entries.filter(fits[show]).sort((left, right) => rank(left) - rank(right) || (left.dueOn ?? '9').localeCompare(right.dueOn ?? '9') || byVisit(left, right));
}

/** Nothing must be done at these; those not seen for longest come first. */
export function longNotVisited(entries: readonly HouseholdEntry[], most: number): HouseholdEntry[] {
  return entries.filter((entry) => rank(entry) === 3 && !entry.isPractice).sort(byVisit).slice(0, most);
}
