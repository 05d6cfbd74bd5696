import { addDays } from './calendar-date.js';
import type { CalendarDate } from './calendar-date.js';
import { covers } from './notice-clock.js';
import type { NoticePause } from './notice-clock.js';

/** Days from `from` through `to` that no pause covers; both ends count. 0 when `to` lies before `from`. */
export function countedDays(from: CalendarDate, to: CalendarDate, pauses: readonly NoticePause[]): number {
  let counted = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) if (!pauses.some((pause) => covers(pause, day))) counted += 1;
  return counted;
}
