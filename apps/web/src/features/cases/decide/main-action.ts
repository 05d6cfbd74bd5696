import type { CaseDetail } from '../cases.api.js';

/** Actions that carry a case forward; at most one of them is possible at a time. */
export const forwardActions = ['agree', 'announce', 'submit', 'record_review', 'publish_notice', 'close_notice'] as const;
export type ForwardAction = (typeof forwardActions)[number];

type Actions = CaseDetail['allowedActions'];

export function isAllowed(actions: Actions, name: string): boolean {
  return actions.some((action) => action.action === name && action.allowed);
}

/** The one thing to do next, when I am the one to do it. `close_notice` comes before `agree`, which means the same there. */
export function forwardActionOf(actions: Actions): ForwardAction | null {
  return forwardActions.find((name) => isAllowed(actions, name)) ?? null;
}

/** Why I cannot carry the case forward: the reason that speaks of me or of time, not that another action would be the right one. */
export function whyNot(actions: Actions): Actions[number]['reason'] {
  const refused = actions.filter((action) => !action.allowed && forwardActions.some((name) => name === action.action));
  return (refused.find((action) => action.code !== 'case.wrong-action' && action.code !== 'notice.already-published') ?? refused[0])?.reason ?? null;
}
