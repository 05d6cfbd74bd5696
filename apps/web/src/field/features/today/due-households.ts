import type { HouseholdEntry } from '../../store/types.js';

export const todayFilters = ['all', 'returned', 'due', 'risk'] as const;
export type TodayFilter = (typeof todayFilters)[number];

const sentBack = (entry: HouseholdEntry): boolean => entry.returned > 0 || entry.contested > 0;
const rank = (entry: HouseholdEntry): number => (sentBack(entry) ? 0 : entry.dueOn !== null ? 1 : entry.risk ? 2 : 3);

/** Metres from this phone to the house; null where one of the two is unknown. */
export type Away = (entry: HouseholdEntry) => number | null;
const unknown: Away = () => null;

type Order = (left: HouseholdEntry, right: HouseholdEntry) => number;
/** Nearest first; what is not known is far. */
const byWay = (away: Away): Order => (left, right) => (away(left) ?? Number.MAX_VALUE) - (away(right) ?? Number.MAX_VALUE);
/** Longest not visited first, never visited before all; of those the nearest. */
const byVisit = (away: Away): Order => (left, right) => (left.lastVisitOn ?? '').localeCompare(right.lastVisitOn ?? '') || byWay(away)(left, right) || left.code.localeCompare(right.code);

export interface DueOrder {
  readonly away?: Away;
  /** 近的在前: the nearest before all else. */
  readonly near?: boolean;
}

/** 退回 > 到期 > 风险; among the same the nearest day, then the longest not visited, then the nearest house. */
export function dueHouseholds(entries: readonly HouseholdEntry[], show: TodayFilter, { away = unknown, near = false }: DueOrder = {}): HouseholdEntry[] {
  const fits: Readonly<Record<TodayFilter, (entry: HouseholdEntry) => boolean>> = { all: (entry) => rank(entry) < 3, returned: sentBack, due: ({ dueOn }) => dueOn !== null, risk: ({ risk }) => risk };
  const usual: Order = (left, right) => rank(left) - rank(right) || (left.dueOn ?? '9').localeCompare(right.dueOn ?? '9') || byVisit(away)(left, right);
  return entries.filter(fits[show]).sort((left, right) => (near ? byWay(away)(left, right) : 0) || usual(left, right));
}

/** Nothing must be done at these; those not seen for longest come first, or the nearest. */
export function longNotVisited(entries: readonly HouseholdEntry[], most: number, { away = unknown, near = false }: DueOrder = {}): HouseholdEntry[] {
  return entries.filter((entry) => rank(entry) === 3 && !entry.isPractice).sort((left, right) => (near ? byWay(away)(left, right) : 0) || byVisit(away)(left, right)).slice(0, most);
}
