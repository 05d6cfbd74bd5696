import { isCalendarDate, problem, type CaseId, type LifeEventKind, type Related } from '#domain';
import { currentContext } from '#platform';
import type { NewMember } from '../member/member.service.js';

/** What happened, as its reporter states it. Which parts are needed depends on the kind. */
export interface LifeEvent {
  readonly kind: LifeEventKind;
  /** 'YYYY-MM-DD', today or earlier. */
  readonly occurredOn: string;
  /** Version of the household that was read. */
  readonly version: number;
  readonly reason?: string;
  /** Who joins. */
  readonly member?: NewMember;
  /** Who leaves, or who founds the new household. */
  readonly memberIds?: readonly string[];
  /** Relations to the head that change with the event. */
  readonly relations?: readonly Related[];
  /** Where to, 12 digits. */
  readonly toVillageCode?: string;
  /** The household that comes into this one, and its version. */
  readonly other?: CaseId;
  readonly otherVersion?: number;
  /** Id and fields of the household that a split founds. */
  readonly newId?: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

/** Throws `event.future` or `validation` unless the day exists and is not in the future. */
export function requirePastDay(on: string): string {
  if (!isCalendarDate(on)) throw missing('occurredOn');
  if (on > currentContext().today) throw problem('event.future', { on });
  return on;
}

/** The part of an event that its kind needs. Throws `validation`. */
export function need<T>(value: T | undefined, field: string): T {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) throw missing(field);
  return value;
}

function missing(field: string) {
  return problem('validation', { fields: [{ field, faults: ['required'], zh: '此类变动须填写该项', en: 'This kind of event needs this' }] });
}
