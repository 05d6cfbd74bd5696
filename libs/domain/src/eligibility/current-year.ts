/** How many households of a division have a record of a year. */
export interface RecordedYear {
  readonly year: number;
  readonly households: number;
}

/**
 * The year that a division is asked about when nobody names one: the newest of which at least half as many households have a record as
 * of the year that was current before it. So the first records of a new year empty no answer, in a village as little as in the region,
 * and a single household that is two years ahead does not make the second of them current. Null without any record. Years ascend.
 */
export function currentYear(recorded: readonly RecordedYear[]): number | null {
  let current: RecordedYear | null = null;
  for (const next of recorded) {
    if (next.households > 0 && (current === null || next.households * 2 >= current.households)) current = next;
  }
  return current?.year ?? null;
}
