import { codeRange } from '#domain';
import type { Db } from '#platform';
import { newestYear, type NewestYearRow } from './newest-year.queries.js';

/** What is answered about a division when nobody names a year: the newest that half of it has data for; null where nothing was computed. */
export async function newestYearOf(db: Db, division: string): Promise<number | null> {
  const { from, to } = codeRange(division);
  return (await db.one<NewestYearRow>(newestYear, [from, to])).year;
}
