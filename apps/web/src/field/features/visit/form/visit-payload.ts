import { assuranceItems, type AssuranceAnswer, type VisitDraft, type VisitIncomeChange, type VisitPosition } from '#domain';
import type { Position } from '../../../store/types.js';
import type { LastVisit } from './last-visit.js';
import type { VisitForm } from './visit-form.js';

/** What the form does not know itself. */
export interface VisitSurroundings {
  readonly base: LastVisit | null;
  /** Clock of this phone, ISO. */
  readonly visitedAt: string;
  readonly clockOffsetSeconds: number;
  readonly photos: readonly string[];
  /** Words for a problem that nobody described further. */
  readonly kindName: (kind: string) => string;
  /** Why it is saved although something looks odd. */
  readonly excuse: string;
  /** How the excuse is introduced in the notes. */
  readonly excused: (excuse: string) => string;
}

export type VisitContent = Omit<VisitDraft, 'id'>;

/** The form as `visit.record` takes it: nothing that is empty, and nothing that a visit without anybody at home could not know. */
export function visitContent(form: VisitForm, around: VisitSurroundings): VisitContent {
  const answers = answersOf(form);
  const changes = changesOf(form);
  const notes = [form.notes.trim(), around.excuse.trim() === '' ? '' : around.excused(around.excuse.trim())].filter(Boolean).join('\n');
  return withoutEmpty({
    way: form.way, visitedAt: around.visitedAt, clockOffsetSeconds: around.clockOffsetSeconds, personsMet: form.met, assurances: answers,
    baseVisitId: answers.some(({ carried }) => carried) ? around.base?.id : undefined, incomeChanges: changes, needs: form.needs,
    problems: form.problems.map((problem) => ({ ...problem, description: problem.description.trim() || around.kindName(problem.kind) })),
    notes, attachmentIds: around.photos, position: form.position && !form.withoutPosition ? positionOf(form.position) : undefined,
  });
}

/** 不在家: the reason, and where and when it was. */
export function notHomeContent(reason: string, form: VisitForm, around: Pick<VisitSurroundings, 'visitedAt' | 'clockOffsetSeconds' | 'photos'>): VisitContent {
  return withoutEmpty({
    way: 'NOT_HOME', notHomeReason: reason, visitedAt: around.visitedAt, clockOffsetSeconds: around.clockOffsetSeconds, attachmentIds: around.photos,
    position: form.position && !form.withoutPosition ? positionOf(form.position) : undefined,
  });
}

function answersOf({ answers }: VisitForm): AssuranceAnswer[] {
  return assuranceItems.flatMap((item) => {
    const answer = answers[item];
    return answer ? [{ item, state: answer.state, carried: answer.carried, ...(answer.note.trim() ? { note: answer.note.trim() } : {}) }] : [];
  });
}

/** Changes as the visit keeps them: fen, negative when it fell. */
export function changesOf({ incomeChanged, income }: Pick<VisitForm, 'incomeChanged' | 'income'>): VisitIncomeChange[] {
  if (!incomeChanged) return [];
  return Object.entries(income).flatMap(([item, { byFen, falls, note }]) => (byFen ? [{ item, changeFen: falls ? -byFen : byFen, ...(note.trim() ? { note: note.trim() } : {}) }] : []));
}

/** Degrees of WGS-84 in millionths, so that every phone writes the same bytes. */
export function positionOf({ latitude, longitude, accuracyM }: Position): VisitPosition {
  return { latitudeE6: Math.round(latitude * 1_000_000), longitudeE6: Math.round(longitude * 1_000_000), accuracyM: Math.round(accuracyM) };
}

function withoutEmpty(content: VisitContent): VisitContent {
  const isEmpty = (value: unknown) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(content).filter(([, value]) => !isEmpty(value))) as unknown as VisitContent;
}
