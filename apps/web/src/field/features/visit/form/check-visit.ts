import { assuranceItems, validateVisit, type AssuranceItem, type VisitFault } from '#domain';
import type { VisitForm } from './visit-form.js';
import type { VisitContent } from './visit-payload.js';

/** What looks odd and is asked about; it never stops anybody. */
export type VisitDoubt = 'incomeJumps' | 'problemUnexplained' | 'visitedToday';

export function openItems({ way, answers }: Pick<VisitForm, 'way' | 'answers'>): AssuranceItem[] {
  return way === 'NOT_HOME' ? [] : assuranceItems.filter((item) => answers[item] === undefined);
}

/** What stops a visit from being saved: the rules of the server, asked here. */
export function visitFaults(content: VisitContent, id: string): VisitFault[] {
  return validateVisit({ ...content, id });
}

export function visitDoubts(form: VisitForm, around: { readonly incomeJumps: boolean; readonly visitedToday: boolean }): VisitDoubt[] {
  const unexplained = Object.values(form.answers).some((answer) => answer.state === 'PROBLEM' && !answer.carried && answer.note.trim() === '') && form.problems.length === 0;
  return [
    ...(form.incomeChanged && around.incomeJumps ? (['incomeJumps'] as const) : []),
    ...(unexplained ? (['problemUnexplained'] as const) : []),
    ...(around.visitedToday ? (['visitedToday'] as const) : []),
  ];
}
