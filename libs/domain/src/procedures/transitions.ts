import type { ProblemCode } from '../problems/problem.js';
import type { CaseAction } from './actions.js';
import type { CasePhase } from './phase.js';

/**
 * What an action does to a case:
 * `forward` to the next step · `stay` · `back` to an earlier step · `vote` forward or refused, as the meeting voted ·
 * `finding` stay, back or refused, as the objection was settled · `decide` effects and seal · `complete` after the announcement.
 */
export type Move = 'forward' | 'stay' | 'back' | 'vote' | 'finding' | 'decide' | 'complete' | 'refuse' | 'withdraw';
export type Transition = { readonly move: Move } | { readonly refused: ProblemCode };

const go = (move: Move): Transition => ({ move });
const no = (refused: ProblemCode): Transition => ({ refused });

const wrong = no('case.wrong-action');
const contested = no('case.objection-open');
const closed = no('case.closed');
const decided = no('case.already-decided');
const noObjection = no('objection.none-open');

/** Where nothing else is said: hand over, withdraw and object are open as long as the case is. */
const always = { withdraw: go('withdraw'), transfer: go('stay'), object: go('stay'), settle_objection: noObjection } as const;
const review = { ...always, return: go('back'), refuse: go('refuse') } as const;
const none = {
  submit: wrong, agree: wrong, return: wrong, refuse: wrong, announce: wrong, record_review: wrong, publish_notice: wrong, close_notice: wrong,
} as const;
const every = (transition: Transition): Readonly<Record<CaseAction, Transition>> => ({
  submit: transition, agree: transition, return: transition, refuse: transition, withdraw: transition, transfer: transition, object: transition,
  settle_objection: transition, announce: transition, record_review: transition, publish_notice: transition, close_notice: transition,
});
const running = no('notice.still-running');

/** The one table of transitions: each phase answers each action, with a move or with the reason for none. */
export const transitions: Readonly<Record<CasePhase, Readonly<Record<CaseAction, Transition>>>> = {
  drafting: { ...none, ...always, submit: go('forward') },
  reviewing: { ...none, ...review, agree: go('forward') },
  meeting: { ...none, ...review, record_review: go('vote') },
  notice_due: { ...none, ...review, publish_notice: go('stay'), agree: no('notice.not-published'), close_notice: no('notice.not-published') },
  notice_running: { ...none, ...review, close_notice: running, agree: running, publish_notice: no('notice.already-published') },
  notice_complete: { ...none, ...review, close_notice: go('forward'), publish_notice: no('notice.already-published') },
  contested: { ...every(contested), transfer: go('stay'), object: go('stay'), settle_objection: go('finding') },
  deciding: { ...none, ...review, agree: go('decide') },
  proclaiming: { ...none, ...review, announce: go('decide') },
  announcing: { ...every(decided), transfer: go('stay'), announce: go('complete') },
  completed: every(closed),
  refused: every(closed),
  withdrawn: every(closed),
};
