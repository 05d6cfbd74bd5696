import type { HolidayCalendar } from '../time/business-days.js';
import type { CalendarDate } from '../time/calendar-date.js';
import { daysLeft, lastDueWithin, type DayUnit } from './deadline.js';
import { runningStates } from './finding-machine.js';
import type { FindingState } from './finding-terms.js';

/** NONE: more days left than any bound, or nothing is asked of the unit. UNSET: nobody has set the bounds, so no colour is shown. */
export const findingColours = ['BLUE', 'YELLOW', 'RED', 'NONE', 'UNSET'] as const;
export type FindingColour = (typeof findingColours)[number];
export const findingColourLabels: Readonly<Record<FindingColour, string>> = { BLUE: '蓝', YELLOW: '黄', RED: '红', NONE: '—', UNSET: '未设置' };

/** A colour holds from its bound of days left downwards; red < yellow < blue. */
export interface ColourScale {
  readonly blueDays: number;
  readonly yellowDays: number;
  readonly redDays: number;
  readonly unit: DayUnit;
}

/** Colour of a finding on a day. */
export function findingColour(finding: { readonly state: FindingState; readonly dueOn: CalendarDate }, today: CalendarDate, scale: ColourScale | null, calendar: HolidayCalendar): FindingColour {
  if (!runningStates.includes(finding.state)) return 'NONE';
  if (scale === null) return 'UNSET';
  const left = daysLeft(finding.dueOn, today, scale.unit, calendar);
  if (left <= scale.redDays) return 'RED';
  if (left <= scale.yellowDays) return 'YELLOW';
  return left <= scale.blueDays ? 'BLUE' : 'NONE';
}

/** The days on which findings of a colour are due: after `after`, up to and including `until`; null = without a bound. */
export function dueDaysOf(colour: 'BLUE' | 'YELLOW' | 'RED', today: CalendarDate, scale: ColourScale, calendar: HolidayCalendar): { readonly after: CalendarDate | null; readonly until: CalendarDate } {
  const until = (bound: number): CalendarDate => lastDueWithin(bound, today, scale.unit, calendar);
  if (colour === 'RED') return { after: null, until: until(scale.redDays) };
  if (colour === 'YELLOW') return { after: until(scale.redDays), until: until(scale.yellowDays) };
  return { after: until(scale.yellowDays), until: until(scale.blueDays) };
}
