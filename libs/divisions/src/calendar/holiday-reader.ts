import { Injectable } from '@nestjs/common';
import { addDays, type HolidayCalendar } from '#domain';
import { Db } from '#platform';
import { holidaysBetween, type HolidayRow } from './holidays.queries.js';

/** The holiday calendar as data for `noticeClock` and `isBusinessDay`. Empty means not set: only weekends are free. */
@Injectable()
export class HolidayReader {
  constructor(private readonly db: Db) {}

  /** Exceptions from a day on, for two years. */
  async calendar(from: string): Promise<HolidayCalendar> {
    const rows = await this.db.query<HolidayRow>(holidaysBetween, [from, addDays(from, 731)]);
    const days = (kind: HolidayRow['kind']): Set<string> => new Set(rows.filter((row) => row.kind === kind).map((row) => row.day));
    return { holidays: days('HOLIDAY'), workdays: days('WORKDAY') };
  }
}
