import { isCalendarDate } from '../time/calendar-date.js';

const two = (text: string) => text.padStart(2, '0');

function fold(text: string): string {
  return text.normalize('NFKC').trim().replace(/[ T]00:00(?::00)?(?:\.0+)?$/, '');
}

/** 2026.11.22, 2026/11/2, 20261122, 2026年11月22日 → 2026-11-22; undefined for a day that does not exist. */
export function parseDay(written: string): string | undefined {
  const match = /^([0-9]{4})(?:([0-9]{2})([0-9]{2})|[-./年]([0-9]{1,2})[-./月]([0-9]{1,2})日?)$/.exec(fold(written));
  if (!match) return undefined;
  const day = `${match[1]}-${two(match[2] ?? match[4] ?? '')}-${two(match[3] ?? match[5] ?? '')}`;
  return isCalendarDate(day) ? day : undefined;
}

/** 201601, 2016-1, 2016.01, 2016年1月, or a whole day → 2016-01. */
export function parseMonth(written: string): string | undefined {
  const match = /^([0-9]{4})(?:([0-9]{2})|[-./年]([0-9]{1,2})月?)$/.exec(fold(written));
  if (!match) return parseDay(written)?.slice(0, 7);
  const month = two(match[2] ?? match[3] ?? '');
  return month >= '01' && month <= '12' ? `${match[1]}-${month}` : undefined;
}

/** 2016, 2016年, 2016.0 → 2016. */
export function parseYear(written: string): number | undefined {
  const match = /^([0-9]{4})(?:年度?|\.0+)?$/.exec(fold(written));
  return match ? Number(match[1]) : undefined;
}
