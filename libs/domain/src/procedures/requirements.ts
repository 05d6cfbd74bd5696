import { addDays, daysBetween } from '../time/calendar-date.js';
import type { CalendarDate } from '../time/calendar-date.js';
import type { NoticePause } from '../time/notice-clock.js';
import type { CaseAction } from './actions.js';
import type { Refusal } from './judge.js';
import { stepIndex, stepOf } from './pack.js';
import type { Pack, PackStep, ReviewNeed, Share } from './pack.js';

/** What comes with an action, as far as the rules look at it. */
export interface ActionInput {
  readonly opinion?: string;
  readonly fields?: readonly string[];
  readonly toStep?: string;
}

const reasoned: ReadonlySet<CaseAction> = new Set(['return', 'refuse', 'object', 'settle_objection']);

/** Reasons and fields that an action cannot do without; null when all is there. */
export function missingInput(action: CaseAction, input: ActionInput): Refusal | null {
  if (reasoned.has(action) && blank(input.opinion)) return { code: 'reason-required', params: { action } };
  const fields = (input.fields ?? []).filter((field) => !blank(field));
  return action === 'return' && fields.length === 0 ? { code: 'case.fields-required', params: {} } : null;
}

/** Required kinds of evidence that a step still lacks. */
export function missingEvidence(step: PackStep, present: Iterable<string>): Refusal | null {
  const kinds = new Set(present);
  const missing = step.evidence.filter((need) => need.required && !kinds.has(need.kind));
  if (missing.length === 0) return null;
  return { code: 'case.evidence-missing', params: { missing: missing.map(({ name }) => name.zh).join('、'), kinds: missing.map(({ kind }) => kind) } };
}

/** The step to which a return goes: the one asked for if the pack allows it, else the usual one. */
export function returnTarget(pack: Pack, from: string, asked?: string): PackStep | null {
  const allowed = stepOf(pack, from)?.returnTo ?? [];
  const target = asked ?? allowed[0];
  return target !== undefined && allowed.includes(target) ? (stepOf(pack, target) ?? null) : null;
}

/** The step to which an upheld objection sends a case: the usual return of the last notice at or before the current step. */
export function objectionTarget(pack: Pack, current: string): PackStep | null {
  const notices = pack.steps.slice(0, stepIndex(pack, current) + 1).filter((step) => step.kind === 'notice');
  return stepOf(pack, notices.at(-1)?.returnTo[0] ?? null) ?? null;
}

export interface MeetingCounts {
  readonly entitled: number;
  readonly present: number;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  readonly passed: boolean;
}

/** Whether the figures of a meeting fit together and meet the shares that the pack sets, if it sets any. */
export function meetingFault(need: ReviewNeed, counts: MeetingCounts): Refusal | null {
  const { entitled, present, inFavour, against, abstained, passed } = counts;
  if ([entitled, present, inFavour, against, abstained].some((count) => !Number.isSafeInteger(count) || count < 0)) return fault('人数应为非负整数');
  if (present < 1 || present > entitled) return fault('到会人数应在1与应到人数之间');
  if (inFavour + against + abstained > present) return fault('表决人数多于到会人数');
  if (passed && inFavour <= against) return fault('赞成不多于反对，不能登记为通过');
  if (need.attendance && !reaches(present, entitled, need.attendance)) return fault('到会人数未达规定比例');
  if (passed && need.approval && !reaches(inFavour, present, need.approval)) return fault('赞成人数未达规定比例');
  return null;
}

function reaches(part: number, whole: number, share: Share): boolean {
  return part * share.denominator >= share.numerator * whole;
}

function fault(text: string): Refusal {
  return { code: 'case.review-counts', params: { fault: text } };
}

/**
 * The days on which a notice does not count because of objections: from the day of filing through the day of settlement.
 * A day on which an objection was open at any time is no whole day of undisputed notice.
 */
export function pausesOf(objections: readonly { readonly filedOn: CalendarDate; readonly settledOn: CalendarDate | null }[]): NoticePause[] {
  return objections.map(({ filedOn, settledOn }) => (settledOn === null ? { from: filedOn } : { from: filedOn, until: addDays(settledOn, 1) }));
}

/** Whole days that objections have taken from a notice so far; days under two objections count once. */
export function pausedDays(pauses: readonly NoticePause[], today: CalendarDate): number {
  const days = new Set<CalendarDate>();
  for (const { from, until } of pauses) {
    const end = until ?? today;
    for (let i = 0; i < daysBetween(from, end); i += 1) days.add(addDays(from, i));
  }
  return days.size;
}

function blank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
