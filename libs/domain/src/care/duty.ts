import { addDays, daysBetween, type CalendarDate } from '../time/calendar-date.js';

/** Who may be made responsible for looking in, as values of the parameter `care_contact_by`. */
export const careDutyRoles = ['village_clerk', 'team_member', 'helper', 'doctor', 'teacher', 'children_director'] as const;
export type CareDutyRole = (typeof careDutyRoles)[number];

export const careDutyLabels: Readonly<Record<CareDutyRole, string>> = {
  village_clerk: '嘎查村干部', team_member: '驻村工作队员', helper: '帮扶责任人', doctor: '签约医生', teacher: '包联教师', children_director: '儿童主任',
};

export interface ContactDue {
  /** Last day for the next contact; null as long as the interval is not set. */
  readonly dueOn: CalendarDate | null;
  /** Days past it; 0 while there is time, null as long as the interval is not set. */
  readonly overdueDays: number | null;
}

/** When somebody must be looked in on next: so many days after the last contact, or after the entry when there was none. */
export function contactDue({ since, lastContactOn, everyDays }: { since: CalendarDate; lastContactOn: CalendarDate | null; everyDays: number | null }, today: CalendarDate): ContactDue {
  if (everyDays === null) return { dueOn: null, overdueDays: null };
  const dueOn = addDays(lastContactOn !== null && lastContactOn > since ? lastContactOn : since, everyDays);
  return { dueOn, overdueDays: Math.max(0, daysBetween(dueOn, today)) };
}
