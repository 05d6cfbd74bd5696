import { itemsToLookAt, type AssuranceItem, type AssuranceState, type KeptAssurance, type VisitWay } from '#domain';
import type { Position } from '../../../store/types.js';
import type { LastVisit } from './last-visit.js';
import type { ProblemForm } from './problem-form.js';

export interface AnswerForm {
  readonly state: AssuranceState;
  /** Confirmed as unchanged, not looked at anew. */
  readonly carried: boolean;
  readonly note: string;
}

/** One item that earns or costs more or less than on record. `byFen` is never negative; `falls` says which way it went. */
export interface IncomeChangeForm {
  readonly byFen: number | null;
  readonly falls: boolean;
  readonly note: string;
}

/** A visit as it is being filled in; kept as a draft after every change. */
export interface VisitForm {
  readonly way: VisitWay;
  readonly met: readonly string[];
  readonly answers: Readonly<Partial<Record<AssuranceItem, AnswerForm>>>;
  readonly incomeChanged: boolean | null;
  readonly income: Readonly<Record<string, IncomeChangeForm>>;
  readonly needs: readonly string[];
  readonly problems: readonly ProblemForm[];
  readonly notes: string;
  readonly position: Position | null;
  /** The person does not want this visit to say where it was. */
  readonly withoutPosition: boolean;
  /** A camera was opened and has not come back. */
  readonly awaitingPhoto: boolean;
  /** Why an earlier visit is corrected. */
  readonly reason: string;
}

/** Changes the form; every change is a draft within 300 ms. */
export type SetForm = (change: (form: VisitForm) => VisitForm) => void;

/** What the visit before said, as far as it still holds. Answers are not given before somebody gives them. */
export function newVisit(last: LastVisit | null, members: readonly string[]): VisitForm {
  return {
    way: last?.way ?? 'HOME', met: (last?.met ?? []).filter((id) => members.includes(id)), answers: {}, incomeChanged: null, income: {}, needs: last?.needs ?? [], problems: [],
    notes: '', position: null, withoutPosition: false, awaitingPhoto: false, reason: '',
  };
}

/** The form of a visit that is being corrected. What was carried stays carried only where the visit before says the same. */
export function correctionOf(visit: LastVisit, before: LastVisit | null): VisitForm {
  const stays = (row: KeptAssurance) => !row.carried || before?.answers.find(({ item }) => item === row.item)?.state === row.state;
  const answers = Object.fromEntries(visit.answers.filter(stays).map((row) => [row.item, { state: row.state, carried: row.carried, note: row.note ?? '' }]));
  return { ...newVisit(null, []), way: visit.way, met: visit.met, answers, needs: visit.needs, problems: visit.problems, notes: visit.notes, incomeChanged: visit.income.length > 0 ? true : null, income: incomeForm(visit) };
}

const incomeForm = (visit: LastVisit): VisitForm['income'] =>
  Object.fromEntries(visit.income.map(({ item, changeFen, note }) => [item, { byFen: Math.abs(changeFen), falls: changeFen < 0, note: note ?? '' }]));

/** 七项均与上次一致: carries what may be carried; what was answered by hand stays, what must be looked at stays open. */
export function sameAsLast(form: VisitForm, last: LastVisit): VisitForm {
  const toLookAt = itemsToLookAt(last.answers);
  const carried = last.answers.filter(({ item }) => !toLookAt.includes(item)).map((row) => [row.item, { state: row.state, carried: true, note: row.note ?? '' }] as const);
  return { ...form, answers: { ...Object.fromEntries(carried), ...form.answers } };
}

export function answered(form: VisitForm, item: AssuranceItem, state: AssuranceState): VisitForm {
  const note = form.answers[item]?.note ?? '';
  return { ...form, answers: { ...form.answers, [item]: { state, carried: false, note: state === 'OK' ? '' : note } } };
}

export function explained(form: VisitForm, item: AssuranceItem, note: string): VisitForm {
  const answer = form.answers[item];
  return answer ? { ...form, answers: { ...form.answers, [item]: { ...answer, carried: false, note } } } : form;
}

export function incomeChange(form: VisitForm, item: string, change: Partial<IncomeChangeForm> | null): VisitForm {
  const { [item]: before = { byFen: null, falls: false, note: '' }, ...others } = form.income;
  return { ...form, income: change === null ? others : { ...others, [item]: { ...before, ...change } } };
}
