import { daysBetween, type CasePhase } from '#domain';
import type { FieldCase } from '../cases/field-case.js';

export const lanes = ['contested', 'notice_due', 'notice_complete', 'notice_running'] as const;
export type Lane = (typeof lanes)[number];

const isLane = (phase: CasePhase): phase is Lane => (lanes as readonly string[]).includes(phase);

/** Lane of the notice of a case; null when the case does not stand at a notice. */
export function laneOf({ phase, step }: Pick<FieldCase, 'phase' | 'step'>): Lane | null {
  return step?.kind === 'notice' && isLane(phase) ? phase : null;
}

/** Days until the last day of the notice, by the day of the server; null while the clock stands still or has not begun. */
export function daysLeft({ notice }: Pick<FieldCase, 'notice'>, today: string): number | null {
  if (!notice || notice.state !== 'RUNNING' || notice.closesOn === undefined) return null;
  return Math.max(0, daysBetween(today, notice.closesOn) + 1);
}
