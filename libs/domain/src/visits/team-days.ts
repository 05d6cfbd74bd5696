import { daysInMonth } from '../time/index.js';

export type TeamDaysFault = 'day' | 'repeated' | 'future' | 'outside';

export interface TeamMonth {
  readonly year: number;
  readonly month: number;
  /** Days of the month on which the member was in the village, as the team wrote them down. */
  readonly days: readonly number[];
}

/** What is wrong with the days of one member in one month; null when nothing is. `from` and `to` are those of the membership. */
export function checkTeamDays({ year, month, days }: TeamMonth, bounds: { readonly from: string; readonly to: string | null; readonly today: string }): TeamDaysFault | null {
  const last = daysInMonth(year, month);
  if (days.some((day) => !Number.isInteger(day) || day < 1 || day > last)) return 'day';
  if (new Set(days).size < days.length) return 'repeated';
  const dates = days.map((day) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  if (dates.some((date) => date > bounds.today)) return 'future';
  return dates.some((date) => date < bounds.from || (bounds.to !== null && date > bounds.to)) ? 'outside' : null;
}
