import type { CaseState, Pack, PackStep } from '#domain';
import { problem, stepOf } from '#domain';
import type { CaseInHand } from '../effects/pack-effects.js';
import type { CaseSubject } from '../effects/subject-assessor.js';
import type { CaseRow, NoticeRow, ObjectionRow } from './case-rows.js';

/** A case with everything that decides what may happen to it next. */
export interface LoadedCase {
  readonly row: CaseRow;
  readonly pack: Pack;
  readonly state: CaseState;
  readonly notices: readonly NoticeRow[];
  readonly objections: readonly ObjectionRow[];
}

/** Step on which an open case stands. Throws `case.closed` for a closed one. */
export function currentStep({ pack, row }: LoadedCase): PackStep {
  const step = stepOf(pack, row.current_step);
  if (!step) throw problem('case.closed');
  return step;
}

/** The notice that hangs, or the last that hung. */
export function latestNotice({ notices }: LoadedCase): NoticeRow | null {
  return notices.filter(({ state }) => state !== 'VOID').at(-1) ?? null;
}

/** The notice that is running or stopped at the current step. */
export function runningNotice({ notices }: LoadedCase): NoticeRow | null {
  return notices.find(({ state }) => state === 'RUNNING' || state === 'PAUSED') ?? null;
}

export function subjectOf(row: CaseRow): CaseSubject {
  return { kind: row.subject_kind, countyCode: row.county_code, villageCode: row.village_code, division: row.division_code, householdId: row.household_id };
}

/** What the slices with effects get to see. */
export function inHand(row: CaseRow, pack: Pack): CaseInHand {
  return { countyCode: row.county_code, id: row.id, pack, subject: subjectOf(row), year: row.year, reason: row.reason };
}
