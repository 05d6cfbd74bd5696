import type { AssuranceAnswer } from './assurances.js';

export const visitWays = ['HOME', 'PHONE', 'VILLAGE_OFFICE', 'NOT_HOME'] as const;
export type VisitWay = (typeof visitWays)[number];

export interface VisitIncomeChange {
  /** Key of an income item, e.g. `wageMigrantWork`. */
  readonly item: string;
  /** By how much it changed since the year's record, fen; negative when it fell. */
  readonly changeFen: number;
  readonly note?: string | undefined;
}

/** A problem that was found: becomes a task of the same id. */
export interface VisitProblem {
  readonly id: string;
  /** Code of `monitoringRisk`. */
  readonly kind: string;
  readonly description: string;
  readonly dueOn: string;
  /** User who is to solve it; with a name alone it is somebody without an account. */
  readonly ownerId?: string | undefined;
  readonly ownerName?: string | undefined;
}

/** Where it was; optional, and never followed. Millionths of a degree, so that every device writes the same bytes. */
export interface VisitPosition {
  readonly latitudeE6: number;
  readonly longitudeE6: number;
  readonly accuracyM: number;
}

/** A visit as the phone makes it. Only way, time and the seven answers must be there; the answers not when nobody was home. */
export interface VisitDraft {
  readonly id: string;
  readonly way: VisitWay;
  readonly types?: readonly string[] | undefined;
  /** Clock of the device, ISO 8601 with offset. */
  readonly visitedAt: string;
  /** Seconds that the clock of the server was ahead of the device when they last spoke. */
  readonly clockOffsetSeconds?: number | undefined;
  readonly notHomeReason?: string | undefined;
  /** Members of the household (uuid). */
  readonly personsMet?: readonly string[] | undefined;
  readonly othersMet?: string | undefined;
  readonly assurances?: readonly AssuranceAnswer[] | undefined;
  /** Visit that the answers were carried from (uuid); the last recorded one without it. */
  readonly baseVisitId?: string | undefined;
  readonly incomeChanges?: readonly VisitIncomeChange[] | undefined;
  readonly needs?: readonly string[] | undefined;
  readonly needsNote?: string | undefined;
  readonly problems?: readonly VisitProblem[] | undefined;
  readonly notes?: string | undefined;
  readonly attachmentIds?: readonly string[] | undefined;
  readonly position?: VisitPosition | undefined;
  readonly deviceId?: string | undefined;
}
