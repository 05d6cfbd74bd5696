import type { HouseholdEntry } from '../../store/types.js';

/** Households by name, initials, number or the last four digits of the telephone; the practice household last. */
export function found(entries: readonly HouseholdEntry[], words: string): HouseholdEntry[] {
  const wanted = words.trim().toLowerCase().replaceAll('·', '');
  const matches = entries.filter(({ headName, py, code, phoneLast4 }) => wanted === '' || [headName.replaceAll('·', ''), py, code, phoneLast4].some((text) => text.toLowerCase().includes(wanted)));
  return matches.sort((left, right) => Number(left.isPractice) - Number(right.isPractice) || left.headName.localeCompare(right.headName, 'zh'));
}
