import { carryForward, parseCaseId, shanghaiDate, visitWays, type AssuranceAnswer, type KeptAssurance, type PackRow, type VisitIncomeChange, type VisitWay } from '#domain';
import type { PackHousehold, PendingEdit } from '../../../store/types.js';
import type { ProblemForm } from './problem-form.js';

/** A visit at which somebody was met, from the pack or still on this phone. */
export interface LastVisit {
  /** Plain UUID. */
  readonly id: string;
  readonly on: string;
  /** Null for one's own that has not come back from the server yet. */
  readonly visitor: string | null;
  readonly way: VisitWay;
  readonly met: readonly string[];
  readonly answers: readonly KeptAssurance[];
  readonly needs: readonly string[];
  readonly notes: string;
  readonly income: readonly VisitIncomeChange[];
  readonly problems: readonly ProblemForm[];
  /** First record that this one corrects. */
  readonly corrects: string | null;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? (value as T[]) : []);

function wayOf(value: unknown): VisitWay {
  return visitWays.find((way) => way === value) ?? 'HOME';
}

const recorded = (row: PackRow): LastVisit => ({
  id: text(row['id']), on: text(row['visitedOn']), visitor: text(row['visitor']), way: wayOf(row['way']), met: list(row['personsMet']), answers: list(row['assurances']), needs: list(row['needs']),
  notes: text(row['notes']), income: list(row['incomeChanges']), problems: list(row['problems']), corrects: text(row['correctsId']) || null,
});

/** What was done here and is not in the pack yet, counted as the server will count it. */
function pending({ entityId, occurredAt, payload }: PendingEdit, before: readonly LastVisit[]): LastVisit {
  const answers = list<AssuranceAnswer>(payload['assurances']);
  const base = before.find(({ id }) => id === payload['baseVisitId'])?.answers ?? null;
  const judged = carryForward(answers, base, before.at(-1)?.answers ?? null);
  const kept = 'kept' in judged ? judged.kept : answers.map((answer) => ({ ...answer, count: 0 }));
  return {
    id: parseCaseId(entityId)?.id ?? entityId, on: shanghaiDate(new Date(occurredAt)), visitor: null, way: wayOf(payload['way']), met: list(payload['personsMet']), answers: kept,
    needs: list(payload['needs']), notes: text(payload['notes']), income: list(payload['incomeChanges']), problems: list(payload['problems']), corrects: parseCaseId(text(payload['of']))?.id ?? null,
  };
}

/** Visits at which somebody was met, in the order in which they were written down. */
export function visitsOf({ rows, edits }: Pick<PackHousehold, 'rows' | 'edits'>): readonly LastVisit[] {
  const written = [...rows.visits].sort((left, right) => text(left['recordedAt']).localeCompare(text(right['recordedAt'])));
  const visits = written.map(recorded);
  const known = new Set(visits.map(({ id }) => id));
  for (const edit of edits) {
    if ((edit.kind !== 'visit.record' && edit.kind !== 'visit.correct') || edit.state === 'returned') continue;
    const visit = pending(edit, visits.filter(({ way }) => way !== 'NOT_HOME'));
    if (!known.has(visit.id)) visits.push(visit);
  }
  return visits.filter(({ way }) => way !== 'NOT_HOME');
}

export function lastVisit(household: Pick<PackHousehold, 'rows' | 'edits'>): LastVisit | null {
  return visitsOf(household).at(-1) ?? null;
}

/** The visit that is to be corrected, and the one that its answers are counted from. */
export function visitToCorrect(household: Pick<PackHousehold, 'rows' | 'edits'>, id: string): { visit: LastVisit; before: LastVisit | null } | null {
  const visits = visitsOf(household);
  const at = visits.findIndex((visit) => visit.id === id);
  const visit = visits[at];
  if (!visit) return null;
  const root = visit.corrects ?? visit.id;
  return { visit, before: visits.slice(0, at).filter((other) => (other.corrects ?? other.id) !== root).at(-1) ?? null };
}
