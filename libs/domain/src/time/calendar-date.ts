/**
 * Calendar days as 'YYYY-MM-DD' strings. Everything here counts days in the proleptic Gregorian calendar and never reads
 * the clock or the time zone of the machine.
 */
export type CalendarDate = string;

/** True for an existing day of the years 0001–9999. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The day `days` later (earlier when negative). @throws RangeError for a day that does not exist. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Days from one date to another: 0 on the same day, 1 to the next. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Same day of another month; the last day of that month when it has no such day (31 January + 1 month = 28 or 29 February). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year, month, day] = parts(date);
  const index = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return format(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** Same day of another year; 29 February becomes 28 February in a common year. */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  return addMonths(date, years * 12);
}

/** 1 Monday … 7 Sunday. */
export function weekday(date: CalendarDate): number {
  return (((dayNumber(date) + 2) % 7) + 7) % 7 + 1;
}

/** Year of a day. */
export function yearOf(date: CalendarDate): number {
  return parts(date)[0];
}

/** 31 December of a year. */
export function yearEnd(year: number): CalendarDate {
  return format(year, 12, 31);
}

/** 29 February exists. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Number of days of a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The calendar day in Asia/Shanghai (UTC+8, no summer time since 1992) of an instant, whatever the time zone of the machine. */
export function shanghaiDate(instant: Date): CalendarDate {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** Day and minute in Asia/Shanghai of an instant, as a sheet shows them: `2026-11-23 21:52`. */
export function shanghaiMinute(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** The instant at which a day begins in Asia/Shanghai. */
export function shanghaiMidnight(date: CalendarDate): Date {
  return new Date(`${requireDate(date)}T00:00:00+08:00`);
}

/** Reads a month as files write it (201401, 2014-01, 2014.1, 2014年1月) into 'YYYY-MM'; undefined when it is none. */
export function readMonth(written: string): string | undefined {
  const text = written.normalize('NFKC').trim();
  const match = /^(\d{4})(\d{2})$/.exec(text) ?? /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/.exec(text);
  const [year, month] = [Number(match?.[1]), Number(match?.[2])];
  return match && year >= 1900 && month >= 1 && month <= 12 ? `${match[1]}-${String(month).padStart(2, '0')}` : undefined;
}

/** Reads a day as files write it (20140131, 2014-1-31, 2014/1/31, 2014年1月31日) into 'YYYY-MM-DD'; undefined when it is none. */
export function readDate(written: string): CalendarDate | undefined {
  const text = written.normalize('NFKC').trim();
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text);
  if (!match) return undefined;
  const date = `${match[1]}-${String(Number(match[2])).padStart(2, '0')}-${String(Number(match[3])).padStart(2, '0')}`;
  return isCalendarDate(date) ? date : undefined;
}

function requireDate(date: string): CalendarDate {
  if (!isCalendarDate(date)) throw new RangeError(`not a calendar day: ${date}`);
  return date;
}

function parts(date: CalendarDate): [number, number, number] {
  requireDate(date);
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function format(year: number, month: number, day: number): CalendarDate {
  if (year < 1 || year > 9999) throw new RangeError(`year out of range: ${year}`);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Days since 0000-03-01; counting years from March puts the leap day last. */
function dayNumber(date: CalendarDate): number {
  const [year, month, day] = parts(date);
  const shifted = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return 365 * shifted + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + dayOfYear;
}

function fromDayNumber(number: number): CalendarDate {
  let year = Math.floor((10000 * number + 14780) / 3652425);
  const start = (candidate: number): number => 365 * candidate + Math.floor(candidate / 4) - Math.floor(candidate / 100) + Math.floor(candidate / 400);
  if (number < start(year)) year -= 1;
  const dayOfYear = number - start(year);
  const monthIndex = Math.floor((100 * dayOfYear + 52) / 3060);
  const month = ((monthIndex + 2) % 12) + 1;
  return format(month <= 2 ? year + 1 : year, month, dayOfYear - Math.floor((monthIndex * 306 + 5) / 10) + 1);
}
