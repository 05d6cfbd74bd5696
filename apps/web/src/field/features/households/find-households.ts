import type { HouseholdEntry } from '../../store/types.js';

export interface Wanted {
  readonly words: string;
  /** Code of the type of household; null for all. */
  readonly type: string | null;
  readonly problem: boolean;
  readonly unsent: boolean;
}

const letter = ({ py }: HouseholdEntry): string => (/^[a-z]/i.test(py) ? (py[0] ?? '').toUpperCase() : '#');
/** Letter under which a household stands in the list. */
export const letterOf = letter;
const bare = (name: string): string => name.replaceAll(/[·•・.\s]/g, '').toLowerCase();

/** Households in the order of the list: by initials, then by name and number. */
export function inOrder(entries: readonly HouseholdEntry[]): HouseholdEntry[] {
  const rank = (entry: HouseholdEntry): string => `${letter(entry) === '#' ? '~' : ''}${entry.py.toLowerCase()} ${entry.headName} ${entry.code}`;
  return entries.map((entry) => ({ entry, key: rank(entry) })).sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0)).map(({ entry }) => entry);
}

/** Finds by part of the name (with or without the dot), initials, household code, or the last four digits of the phone. */
export function findHouseholds(ordered: readonly HouseholdEntry[], { words, type, problem, unsent }: Wanted): HouseholdEntry[] {
  const sought = bare(words);
  const fits = (entry: HouseholdEntry): boolean => {
    if (sought === '') return true;
    if (/^\d+$/.test(sought)) return entry.code.includes(sought) || (sought.length === 4 && entry.phoneLast4 === sought);
    if (bare(entry.headName).includes(sought)) return true;
    return /^[a-z]+$/.test(sought) ? entry.py.toLowerCase().startsWith(sought) : entry.code.toLowerCase().includes(sought);
  };
  return ordered.filter((entry) => (type === null || entry.type === type) && (!problem || entry.openTasks + entry.openClues + entry.returned + entry.contested > 0) && (!unsent || entry.unsent > 0) && fits(entry));
}
