import { shanghaiDate } from '../time/index.js';

/** A phone whose clock runs ahead by more than this shows that its time is wrong (手机时间不准). */
export const CLOCK_TOLERANCE_SECONDS = 600;

/**
 * The day that lists and checks go by: the device's time corrected by what it knew of the server's clock, and never later than
 * the day on which the server took the visit.
 */
export function visitDay(
  visitedAt: string,
  clockOffsetSeconds: number | undefined,
  recorded: { readonly at: Date; readonly on: string },
): { readonly on: string; readonly clockAhead: boolean } {
  const milliseconds = Date.parse(visitedAt) + (clockOffsetSeconds ?? 0) * 1_000;
  const clockAhead = milliseconds > recorded.at.getTime() + CLOCK_TOLERANCE_SECONDS * 1_000;
  const day = milliseconds >= recorded.at.getTime() ? recorded.on : shanghaiDate(new Date(Math.max(milliseconds, EARLIEST)));
  return { on: day < recorded.on ? day : recorded.on, clockAhead };
}

/** Before this no visit was made; a clock that says so is broken, and the year must keep four digits. */
const EARLIEST = Date.UTC(1900, 0, 1);
