import { isBusinessDay, noHolidays } from './business-days.js';
import type { HolidayCalendar } from './business-days.js';
import { addDays } from './calendar-date.js';
import type { CalendarDate } from './calendar-date.js';

export interface NoticeRule {
  /** Least number of whole days on display. A policy parameter, never a constant of the code. */
  readonly minDays: number;
  /** `calendar`: every day counts. `working`: only business days count. */
  readonly unit: 'calendar' | 'working';
  /** Whether the day of posting counts as the first day. */
  readonly startDayCounts: boolean;
}

/** The clock stands on every day from `from` to the day before `until`; an open pause has no `until`. */
export interface NoticePause {
  readonly from: CalendarDate;
  readonly until?: CalendarDate;
}

export interface NoticeClock {
  /** Whole days that have counted up to and including `today`. The running day counts only when it is over. */
  readonly daysElapsed: number;
  readonly daysRemaining: number;
  readonly paused: boolean;
  /** Last day of the display, or null while an open pause makes it unknown. */
  readonly lastDay: CalendarDate | null;
  /** First day on which the next step may be taken: the day after the last day; null while paused. */
  readonly nextStepFrom: CalendarDate | null;
  readonly complete: boolean;
}

const longest = 366 * 20;

/**
 * State of a notice on a day. Only whole days count: with 7 calendar days from 1 June, start day counted, the notice
 * is complete on 8 June at midnight, Asia/Shanghai, and the next step may be taken from that day on.
 * @throws RangeError when the rule's days are not a whole number ≥ 0 or the notice could not end within 20 years.
 */
export function noticeClock(
  startedOn: CalendarDate,
  today: CalendarDate,
  { rule, pauses = [], calendar = noHolidays }: { rule: NoticeRule; pauses?: readonly NoticePause[]; calendar?: HolidayCalendar },
): NoticeClock {
  if (!Number.isInteger(rule.minDays) || rule.minDays < 0) throw new RangeError('minDays must be a whole number of days');
  const counts = (day: CalendarDate): boolean => countsAsDay(day, { startedOn, rule, pauses, calendar });
  const paused = pauses.some((pause) => covers(pause, today));
  const lastDay = findLastDay(startedOn, { rule, pauses, counts });
  const nextStepFrom = lastDay === null ? null : addDays(lastDay, 1);
  let daysElapsed = 0;
  for (let day = startedOn; day < today && daysElapsed < rule.minDays; day = addDays(day, 1)) if (counts(day)) daysElapsed += 1;
  const complete = !paused && nextStepFrom !== null && today >= nextStepFrom;
  return { daysElapsed, daysRemaining: rule.minDays - daysElapsed, paused, lastDay, nextStepFrom, complete };
}

function findLastDay(
  startedOn: CalendarDate,
  { rule, pauses, counts }: { rule: NoticeRule; pauses: readonly NoticePause[]; counts: (day: CalendarDate) => boolean },
): CalendarDate | null {
  let counted = 0;
  let day = addDays(startedOn, -1);
  for (let steps = 0; counted < rule.minDays; steps += 1) {
    if (steps > longest) throw new RangeError('the notice would never end');
    day = addDays(day, 1);
    if (pauses.some((pause) => pause.until === undefined && pause.from <= day)) return null;
    if (counts(day)) counted += 1;
  }
  return day;
}

function countsAsDay(
  day: CalendarDate,
  { startedOn, rule, pauses, calendar }: { startedOn: CalendarDate; rule: NoticeRule; pauses: readonly NoticePause[]; calendar: HolidayCalendar },
): boolean {
  if (day === startedOn && !rule.startDayCounts) return false;
  if (rule.unit === 'working' && !isBusinessDay(day, calendar)) return false;
  return !pauses.some((pause) => covers(pause, day));
}

/** Whether the clock stands on a day. */
export function covers(pause: NoticePause, day: CalendarDate): boolean {
  return pause.from <= day && (pause.until === undefined || day < pause.until);
}
