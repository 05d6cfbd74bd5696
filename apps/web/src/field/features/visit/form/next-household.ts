import type { HouseholdEntry } from '../../../store/types.js';

const isOver = (entry: HouseholdEntry): number => (entry.returned > 0 ? 0 : entry.dueOn !== null ? 1 : entry.risk ? 2 : 3);

/** Whom to visit next in the same village: returned work, then what is due, then risk, then who was visited longest ago. */
export function nextHousehold(entries: readonly HouseholdEntry[], currentId: string, today: string): HouseholdEntry | null {
  const village = entries.find(({ id }) => id === currentId)?.village;
  const others = entries.filter((entry) => entry.id !== currentId && entry.village === village && !entry.isPractice && entry.lastVisitOn !== today);
  return [...others].sort((left, right) => isOver(left) - isOver(right) || (left.dueOn ?? '').localeCompare(right.dueOn ?? '') || (left.lastVisitOn ?? '').localeCompare(right.lastVisitOn ?? '') || left.code.localeCompare(right.code))[0] ?? null;
}
