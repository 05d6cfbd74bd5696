import { codeLengths, levelNames } from '../divisions/division-code.js';
import type { DivisionLevel } from '../divisions/division-code.js';
import { roleTable } from '../permissions/roles.js';
import type { Role } from '../permissions/roles.js';
import type { ProblemCode, ProblemParams } from '../problems/problem.js';
import { SETTLEMENT_STEP, actionNames, caseActions } from './actions.js';
import type { CaseAction } from './actions.js';
import { stepIndex, stepOf } from './pack.js';
import type { PackStep, StepHand } from './pack.js';
import { phaseNames, phaseOf } from './phase.js';
import type { CaseState } from './phase.js';
import { transitions } from './transitions.js';
import type { Move } from './transitions.js';

/** Who asks: a person under one grant. */
export interface Hand {
  readonly userId: string;
  readonly role: string;
  readonly division: string;
}

export interface Refusal {
  readonly code: ProblemCode;
  readonly params: ProblemParams;
}
export type Judgement = { readonly move: Move; readonly refusal?: undefined } | { readonly refusal: Refusal };

/**
 * May this person take this action on this case now, and what does it do? The engine and the list of allowed actions
 * both ask here, so a button and its refusal cannot disagree.
 */
export function judge(state: CaseState, action: CaseAction, hand: Hand): Judgement {
  const phase = phaseOf(state);
  const transition = transitions[phase][action];
  if ('refused' in transition) return refuse(transition.refused, { phase: phaseNames[phase].zh, action: actionNames[action].zh });
  const refusal = personal(state, action, hand);
  return refusal ? { refusal } : { move: transition.move };
}

/** Every action with its answer, for the screen that shows the case. */
export function allowedActions(state: CaseState, hand: Hand): { action: CaseAction; refusal: Refusal | null }[] {
  return caseActions.map((action) => {
    const judgement = judge(state, action, hand);
    return { action, refusal: judgement.refusal ?? null };
  });
}

/** Hands that the case is waiting for, as (role, division): of the step, or of whoever settles an open objection. */
export function expectedHands(state: CaseState): { role: Role; division: string }[] {
  const phase = phaseOf(state);
  if (phase === 'completed' || phase === 'refused' || phase === 'withdrawn') return [];
  const hands = phase === 'contested' ? settlers(state) : (stepOf(state.pack, state.step)?.hands ?? []);
  return hands.map(({ role, level }) => ({ role, division: state.division.slice(0, codeLengths[level]) }));
}

/** Whether one of the hands fits this person: the role, granted for exactly the division of that level. */
export function unfit(hands: readonly StepHand[], division: string, hand: Hand): Refusal | null {
  const sameRole = hands.filter(({ role }) => role === hand.role);
  if (sameRole.length === 0) return { code: 'case.wrong-role', params: { roles: roleNames(hands) } };
  const fits = sameRole.some(({ level }) => hand.division === division.slice(0, codeLengths[level]) && hand.division.length === codeLengths[level]);
  return fits ? null : { code: 'case.wrong-level', params: { level: levelNamesOf(sameRole.map(({ level }) => level)) } };
}

/** Four eyes: a person who filled another step of the case, or settled one of its objections, is out. */
export function fourEyes(state: CaseState, step: string, userId: string): Refusal | null {
  const other = state.duties.find((duty) => duty.userId === userId && duty.step !== step);
  return other ? { code: 'case.four-eyes', params: { step: stepOf(state.pack, other.step)?.name.zh ?? '处理异议' } } : null;
}

/** Who settles objections now: as the last notice at or before the current step says. */
export function settlers({ pack, step }: Pick<CaseState, 'pack' | 'step'>): readonly StepHand[] {
  const notices = pack.steps.slice(0, stepIndex(pack, step) + 1).filter(({ notice }) => notice !== null);
  return notices.at(-1)?.notice?.settledBy ?? [];
}

function personal(state: CaseState, action: CaseAction, hand: Hand): Refusal | null {
  const step = stepOf(state.pack, state.step);
  switch (action) {
    case 'object':
      return state.everNoticed ? null : { code: 'objection.no-notice', params: {} };
    case 'withdraw':
      return withdrawal(state, hand);
    case 'settle_objection':
      return unfit(settlers(state), state.division, hand) ?? fourEyes(state, SETTLEMENT_STEP, hand.userId);
    default:
      return step ? filling(state, step, { action, hand }) : { code: 'case.closed', params: {} };
  }
}

function filling(state: CaseState, step: PackStep, { action, hand }: { action: CaseAction; hand: Hand }): Refusal | null {
  const refusal = unfit(step.hands, state.division, hand) ?? fourEyes(state, step.code, hand.userId);
  if (refusal) return refusal;
  // A step that was handed to somebody who is away can be handed on by a colleague.
  const taken = action !== 'transfer' && state.assignedTo !== null && state.assignedTo !== hand.userId;
  return taken ? { code: 'case.assigned-to-other', params: {} } : null;
}

/** The starter may take the case back until somebody has filled a later step than the starter's own. */
function withdrawal(state: CaseState, hand: Hand): Refusal | null {
  if (state.startedBy !== hand.userId) return { code: 'case.not-the-starter', params: {} };
  const here = stepIndex(state.pack, state.step);
  const later = state.duties.some((duty) => duty.userId !== hand.userId && (duty.step === SETTLEMENT_STEP || stepIndex(state.pack, duty.step) > 0));
  return here > 0 && later ? { code: 'case.withdraw-too-late', params: {} } : null;
}

function refuse(code: ProblemCode, params: ProblemParams): Judgement {
  return { refusal: { code, params } };
}

function roleNames(hands: readonly StepHand[]): string {
  return [...new Set(hands.map(({ role }) => roleTable[role].zh))].join('、');
}

function levelNamesOf(levels: readonly DivisionLevel[]): string {
  return [...new Set(levels.map((level) => levelNames[level].zh))].join('、');
}
