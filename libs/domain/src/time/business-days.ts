import { addDays, weekday } from './calendar-date.js';
import type { CalendarDate } from './calendar-date.js';

/**
 * Exceptions to the weekend rule, as announced by the State Council each year. Passed as data: an empty calendar means
 * "not set", and then only Saturdays and Sundays are free.
 */
export interface HolidayCalendar {
  /** Working days that are free. */
  readonly holidays: ReadonlySet<CalendarDate>;
  /** Saturdays and Sundays that are worked (调休). */
  readonly workdays: ReadonlySet<CalendarDate>;
}

export const noHolidays: HolidayCalendar = { holidays: new Set(), workdays: new Set() };

/** Whether a day is worked: a weekday that is no holiday, or a weekend day declared as worked. */
export function isBusinessDay(date: CalendarDate, calendar: HolidayCalendar = noHolidays): boolean {
  if (calendar.workdays.has(date)) return true;
  return weekday(date) <= 5 && !calendar.holidays.has(date);
}

/** The first business day on or after a date. */
export function onOrAfterBusinessDay(date: CalendarDate, calendar: HolidayCalendar = noHolidays): CalendarDate {
  let day = date;
  for (let steps = 0; !isBusinessDay(day, calendar); steps += 1) {
    if (steps > 366) throw new RangeError('the holiday calendar has no business day within a year');
    day = addDays(day, 1);
  }
  return day;
}

/** Business days in the closed interval from … to; 0 when to is before from. */
export function businessDaysBetween(from: CalendarDate, to: CalendarDate, calendar: HolidayCalendar = noHolidays): number {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) if (isBusinessDay(day, calendar)) count += 1;
  return count;
}
