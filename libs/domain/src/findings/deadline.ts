import { businessDaysBetween, isBusinessDay, noHolidays, type HolidayCalendar } from '../time/business-days.js';
import { addDays, daysBetween, type CalendarDate } from '../time/calendar-date.js';

export type DayUnit = 'calendar' | 'working';

/** Days left until and including the day on which it is due: 0 on that day, negative when it is over. */
export function daysLeft(dueOn: CalendarDate, today: CalendarDate, unit: DayUnit, calendar: HolidayCalendar = noHolidays): number {
  if (unit === 'calendar') return daysBetween(today, dueOn);
  return dueOn >= today ? businessDaysBetween(addDays(today, 1), dueOn, calendar) : 0 - businessDaysBetween(addDays(dueOn, 1), today, calendar);
}

/** The day of the n-th working day after a day. @throws RangeError unless 1 ≤ n ≤ 366 */
export function workingDaysAfter(start: CalendarDate, n: number, calendar: HolidayCalendar = noHolidays): CalendarDate {
  if (!Number.isInteger(n) || n < 1 || n > 366) throw new RangeError(`working days: ${n}`);
  let day = start;
  for (let counted = 0; counted < n; ) {
    day = addDays(day, 1);
    if (isBusinessDay(day, calendar)) counted += 1;
  }
  return day;
}

/** The last day on which something may be due with at most so many days left. */
export function lastDueWithin(bound: number, today: CalendarDate, unit: DayUnit, calendar: HolidayCalendar = noHolidays): CalendarDate {
  if (unit === 'calendar') return addDays(today, bound);
  let day = today;
  if (bound >= 0) {
    for (let left = 0; ; day = addDays(day, 1)) {
      if (isBusinessDay(addDays(day, 1), calendar)) left += 1;
      if (left > bound) return day;
    }
  }
  for (let left = 0; left > bound; day = addDays(day, -1)) if (isBusinessDay(day, calendar)) left -= 1;
  return day;
}
