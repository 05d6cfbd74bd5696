import { daysBetween } from '#domain';
import type { CaseItem } from './cases.api.js';

export const urgencies = ['overdue', 'soon', 'contested', 'other'] as const;
export type Urgency = (typeof urgencies)[number];

const SOON = 3;

/** Days until the step should be done; negative when that day has passed, null without a deadline. */
export function daysLeft(item: Pick<CaseItem, 'dueOn'>, today: string): number | null {
  return item.dueOn === null ? null : daysBetween(today, item.dueOn);
}

/** Whole days since the case came to its present step. */
export function daysWaiting(item: Pick<CaseItem, 'enteredAt'>, now: string): number {
  return Math.max(0, Math.floor((Date.parse(now) - Date.parse(item.enteredAt)) / 86_400_000));
}

export function urgencyOf(item: CaseItem, today: string): Urgency {
  const left = daysLeft(item, today);
  if (left !== null && left <= 0) return 'overdue';
  if (left !== null && left <= SOON) return 'soon';
  return item.openObjections > 0 ? 'contested' : 'other';
}

/** The cases of a page under what is most pressing about them; empty groups are left out. */
export function groupByUrgency(items: readonly CaseItem[], today: string): { urgency: Urgency; items: CaseItem[] }[] {
  return urgencies.map((urgency) => ({ urgency, items: items.filter((item) => urgencyOf(item, today) === urgency) })).filter((group) => group.items.length > 0);
}
