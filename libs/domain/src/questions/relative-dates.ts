import { addDays } from '../time/index.js';

/** Days before the day of the question: `{daysBefore: 90}` stands where a date stands. */
export interface RelativeDate {
  readonly daysBefore: number;
}

const MAX_DAYS = 36_600;

export function isRelativeDate(value: unknown): value is RelativeDate {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) return false;
  const days = (value as Record<string, unknown>)['daysBefore'];
  return Number.isSafeInteger(days) && Number(days) >= 0 && Number(days) <= MAX_DAYS;
}

/** The same chips with every relative date as the day it means; only values are looked at. `on` is YYYY-MM-DD. */
export function resolveRelativeDates(chips: unknown, on: string): unknown {
  if (Array.isArray(chips)) return chips.map((entry) => resolveRelativeDates(entry, on));
  if (typeof chips !== 'object' || chips === null) return chips;
  return Object.fromEntries(Object.entries(chips).map(([key, value]) => [key, key === 'value' ? resolveValue(value, on) : resolveRelativeDates(value, on)]));
}

function resolveValue(value: unknown, on: string): unknown {
  if (Array.isArray(value)) return value.map((entry) => resolveValue(entry, on));
  return isRelativeDate(value) ? addDays(on, -value.daysBefore) : value;
}
