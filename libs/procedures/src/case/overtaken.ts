import { caseStatusNames, Problem, stepOf } from '#domain';
import type { CaseRow } from './case-rows.js';
import type { LoadedCase } from './loaded-case.js';

/** What became of work that was done away from the server. */
export interface OfflineOutcome {
  readonly row: CaseRow;
  /** Why it could not be done as it was meant, for the person; null when it was. What was sent is kept either way. */
  readonly kept: Problem | null;
}

/** Where the case stands by now, as the person is told it whose work came too late. */
export function overtaken({ row, pack }: Pick<LoadedCase, 'row' | 'pack'>): Problem {
  const step = stepOf(pack, row.current_step);
  if (step) return new Problem('case.step-passed', { step: step.name.zh });
  return new Problem('case.over-kept', { status: caseStatusNames[row.status].zh, statusEn: caseStatusNames[row.status].en });
}
