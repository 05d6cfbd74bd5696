import { Injectable } from '@nestjs/common';
import { problem, weekday } from '#domain';
import { currentContext, Db } from '#platform';
import { HolidayResponse, type HolidayListResponse, type PutHolidayRequest } from './holidays.dto.js';
import * as sql from './holidays.queries.js';

const SATURDAY = 6;

/** The holiday calendar as it was announced: exceptions to the rule that Saturdays and Sundays are free. */
@Injectable()
export class HolidaysService {
  constructor(private readonly db: Db) {}

  /** Exceptions of one calendar year. */
  async list(year = Number(currentContext().today.slice(0, 4))): Promise<HolidayListResponse> {
    const rows = await this.db.query<sql.HolidayRow>(sql.holidaysBetween, [`${year}-01-01`, `${year}-12-31`]);
    return { year, set: rows.length > 0, items: rows.map((row) => HolidayResponse.from(row)) };
  }

  /** Enters a day or corrects it; the audit log keeps what it was. Throws `holiday.worked-anyway`. */
  async put(day: string, { kind, name, source }: PutHolidayRequest): Promise<HolidayResponse> {
    if (kind === 'WORKDAY' && weekday(day) < SATURDAY) throw problem('holiday.worked-anyway', { day });
    return HolidayResponse.from(await this.db.one<sql.HolidayRow>(sql.putHoliday, [day, kind, name?.trim() ?? null, source.trim()]));
  }

  /** Takes a day back. Throws `not-found`. */
  async remove(day: string): Promise<void> {
    if (!(await this.db.maybeOne(sql.removeHoliday, [day]))) throw problem('not-found');
  }
}
