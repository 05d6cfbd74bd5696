export const taskStatuses = ['OPEN', 'ASSIGNED', 'DONE', 'VERIFIED'] as const;
export type TaskStatus = (typeof taskStatuses)[number];

export const taskActions = ['ASSIGN', 'DO', 'VERIFY', 'REOPEN', 'NOTE'] as const;
export type TaskAction = (typeof taskActions)[number];

const moves: Readonly<Record<TaskAction, Partial<Record<TaskStatus, TaskStatus>>>> = {
  ASSIGN: { OPEN: 'ASSIGNED', ASSIGNED: 'ASSIGNED' },
  DO: { OPEN: 'DONE', ASSIGNED: 'DONE' },
  VERIFY: { DONE: 'VERIFIED' },
  REOPEN: { DONE: 'ASSIGNED', VERIFIED: 'ASSIGNED' },
  NOTE: { OPEN: 'OPEN', ASSIGNED: 'ASSIGNED', DONE: 'DONE', VERIFIED: 'VERIFIED' },
};

export interface TaskState {
  readonly status: TaskStatus;
  /** User who did it; null until then. */
  readonly doneBy: string | null;
}

export interface TaskMove {
  readonly action: TaskAction;
  readonly actorId: string;
  readonly note?: string | undefined;
  /** Name of who is to do it. */
  readonly ownerName?: string | undefined;
}

export type TaskRefusal = 'task.wrong-action' | 'task.own-work' | 'task.owner-required' | 'reason-required';

/** Where a task goes by an action, or why it may not. Whoever did it never verifies it; a reopening states its reason. */
export function judgeTask(state: TaskState, move: TaskMove): { readonly to: TaskStatus } | { readonly refusal: TaskRefusal } {
  const to = moves[move.action][state.status];
  if (to === undefined) return { refusal: 'task.wrong-action' };
  if (move.action === 'VERIFY' && state.doneBy === move.actorId) return { refusal: 'task.own-work' };
  if (move.action === 'ASSIGN' && !move.ownerName?.trim()) return { refusal: 'task.owner-required' };
  if ((move.action === 'REOPEN' || move.action === 'NOTE') && !move.note?.trim()) return { refusal: 'reason-required' };
  return { to };
}

/** Actions that somebody could take now, for a page to offer. */
export function possibleTaskActions(state: TaskState, actorId: string): TaskAction[] {
  return taskActions.filter((action) => moves[action][state.status] !== undefined && !(action === 'VERIFY' && state.doneBy === actorId));
}
