import type { CaseDetail } from '../cases.api.js';
import type { ForwardAction } from './main-action.js';

/** The answer that lets a procedure go on without a word: its rules are met, and nobody is of a kind that must not be registered. */
function wanted(pack: string, rule: string): 'met' | 'not_met' {
  return rule === 'household.ineligible' && pack !== 'clear_out' ? 'not_met' : 'met';
}

/** Whether agreeing takes more than a bare "agreed": a rule of the procedure gave the opposite of the wanted answer. */
export function needsWords(detail: Pick<CaseDetail, 'pack' | 'verified'>, action: ForwardAction | null): boolean {
  const contrary = detail.verified?.rules.some(({ rule, verdict }) => verdict !== 'unproven' && verdict !== wanted(detail.pack, rule)) ?? false;
  return action === 'agree' && contrary;
}
