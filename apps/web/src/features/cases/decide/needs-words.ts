import type { CaseDetail } from '../cases.api.js';
import type { ForwardAction } from './main-action.js';

/** Whether agreeing takes more than a bare "agreed": a rule of the procedure is not met, or is unproven. */
export function needsWords(detail: Pick<CaseDetail, 'verified'>, action: ForwardAction | null): boolean {
  return action === 'agree' && (detail.verified?.rules.some((rule) => rule.verdict !== 'met') ?? false);
}
