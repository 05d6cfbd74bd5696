import { codeLengths, codeRange, currentYear, type RecordedYear } from '#domain';
import type { Db } from '#platform';
import { recordedInCounties, recordedInVillages, yearOfCounty, type NewestYearRow } from './newest-year.queries.js';

/**
 * What is answered about a division when nobody names a year: the newest that counts as current there (see `currentYear`), at every level
 * by the same rule; null where nothing was computed. Reads one row of each county, or of each village of a township: the recalculation
 * keeps the counts (households with a record, by year).
 */
export async function newestYearOf(db: Db, division: string): Promise<number | null> {
  const { from, to } = codeRange(division);
  if (division.length <= codeLengths.county) return currentYear(await db.query<RecordedYear>(recordedInCounties, [from, to]));
  const ends = [from, to, division.slice(0, codeLengths.county)];
  const own = currentYear(await db.query<RecordedYear>(recordedInVillages, ends));
  return own ?? (await db.one<NewestYearRow>(yearOfCounty, ends)).year;
}
