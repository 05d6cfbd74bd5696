import { actionsFrom, nextStatus, type Machine } from '../help/machine.js';
import type { ProblemCode } from '../problems/problem.js';
import type { FindingState } from './finding-terms.js';

/** What the responsible unit does. */
export const findingAnswers = ['RECEIVE', 'PLAN', 'RECTIFY', 'SUBMIT'] as const;
export type FindingAnswer = (typeof findingAnswers)[number];
/** What an inspector decides. HOLD and RELAPSE are the results of a look-back. */
export const findingDecisions = ['CLOSE', 'RETURN', 'REOPEN', 'HOLD', 'RELAPSE'] as const;
export type FindingDecision = (typeof findingDecisions)[number];
export type FindingAction = FindingAnswer | FindingDecision;
export const findingActions: readonly FindingAction[] = [...findingAnswers, ...findingDecisions];

export const findingActionLabels: Readonly<Record<FindingAction | FindingEventKind, string>> = {
  RAISE: '生成问题', RECEIVE: '接收', PLAN: '制定整改措施', RECTIFY: '报告整改情况', SUBMIT: '提请复核', CLOSE: '销号', RETURN: '退回', REOPEN: '重新整改',
  HOLD: '回头看未反弹', RELAPSE: '回头看已反弹', REQUEST_EXTENSION: '申请延期', GRANT_EXTENSION: '同意延期', REFUSE_EXTENSION: '不同意延期', PLAN_LOOK_BACK: '列入回头看',
};
/** What stands in the log besides the actions. */
export type FindingEventKind = 'RAISE' | 'REQUEST_EXTENSION' | 'GRANT_EXTENSION' | 'REFUSE_EXTENSION' | 'PLAN_LOOK_BACK';

export const findingMachine: Machine<FindingState, FindingAction> = {
  RECEIVE: { from: ['ISSUED'], to: 'RECTIFYING' },
  PLAN: { from: ['RECTIFYING', 'RETURNED'], to: 'RECTIFYING' },
  RECTIFY: { from: ['RECTIFYING', 'RETURNED'], to: 'RECTIFYING' },
  SUBMIT: { from: ['RECTIFYING'], to: 'IN_REVIEW' },
  CLOSE: { from: ['IN_REVIEW'], to: 'CLOSED' },
  RETURN: { from: ['IN_REVIEW'], to: 'RETURNED' },
  REOPEN: { from: ['CLOSED'], to: 'RECTIFYING' },
  HOLD: { from: ['CLOSED'], to: 'CLOSED' },
  RELAPSE: { from: ['CLOSED'], to: 'RECTIFYING' },
};

/** States in which the unit's time runs. */
export const runningStates: readonly FindingState[] = ['ISSUED', 'RECTIFYING', 'RETURNED'];

export interface FindingSituation {
  readonly state: FindingState;
  /** Measures and report since the unit last had to act; null while there are none. */
  readonly measures: string | null;
  readonly rectification: string | null;
  /** Everybody who planned, rectified or handed in, at any time. */
  readonly workers: readonly string[];
  /** A look-back is due: set for a day and without a result. */
  readonly lookBackDue: boolean;
}

/** Where an action leads, or the code of the problem that refuses it. */
export function judgeFinding(finding: FindingSituation, action: FindingAction, actorId: string): { readonly to: FindingState } | { readonly refusal: ProblemCode } {
  const to = nextStatus(findingMachine, finding.state, action);
  if (to === null) return { refusal: 'finding.wrong-action' };
  if (action === 'SUBMIT' && (finding.measures === null || finding.rectification === null)) return { refusal: 'finding.nothing-to-review' };
  if ((findingDecisions as readonly string[]).includes(action) && finding.workers.includes(actorId)) return { refusal: 'finding.own-work' };
  if ((action === 'HOLD' || action === 'RELAPSE') && !finding.lookBackDue) return { refusal: 'finding.no-look-back' };
  return { to };
}

/** Actions that this person would not be refused, in the order of the table. */
export function possibleFindingActions(finding: FindingSituation, actorId: string): FindingAction[] {
  return actionsFrom(findingMachine, finding.state).filter((action) => 'to' in judgeFinding(finding, action, actorId));
}
