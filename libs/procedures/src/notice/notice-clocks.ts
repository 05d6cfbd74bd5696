import { Injectable } from '@nestjs/common';
import { noHolidays, noticeClock, pausesOf, type HolidayCalendar, type NoticeClock } from '#domain';
import { HolidayReader } from '#divisions';
import type { NoticeRow, ObjectionRow } from '../case/case-rows.js';

/** Time of notices: whole days of the server, less the days under objection; working days as announced. */
@Injectable()
export class NoticeClocks {
  constructor(private readonly holidays: HolidayReader) {}

  /** State of a notice on a day. */
  async clock(notice: NoticeRow, objections: readonly ObjectionRow[], today: string): Promise<NoticeClock> {
    const rule = { minDays: notice.min_days, unit: notice.unit, startDayCounts: notice.start_day_counts };
    return noticeClock(notice.opened_on, today, { rule, pauses: noticePauses(notice, objections), calendar: await this.calendar(notice) });
  }

  /** Exceptions to the weekend rule that may touch a notice; none for calendar days. */
  calendar({ unit, opened_on: from }: Pick<NoticeRow, 'unit' | 'opened_on'>): Promise<HolidayCalendar> {
    return unit === 'calendar' ? Promise.resolve(noHolidays) : this.holidays.calendar(from);
  }
}

/** The stretches in which objections stopped this notice. */
export function noticePauses(notice: Pick<NoticeRow, 'id'>, objections: readonly ObjectionRow[]): ReturnType<typeof pausesOf> {
  const own = objections.filter((objection) => objection.notice_id === notice.id && objection.state !== 'LAPSED');
  return pausesOf(own.map(({ filed_on, settled_on }) => ({ filedOn: filed_on, settledOn: settled_on })));
}
