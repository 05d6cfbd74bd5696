/** A state machine as data: the action, the statuses it starts from, and where it leads. */
export type Machine<Status extends string, Action extends string> = Readonly<Record<Action, { readonly from: readonly Status[]; readonly to: Status }>>;

/** Where an action leads from a status; null when it is not possible there. */
export function nextStatus<Status extends string, Action extends string>(machine: Machine<Status, Action>, from: Status, action: Action): Status | null {
  const move = machine[action];
  return move.from.includes(from) ? move.to : null;
}

/** Actions that are possible in a status, in the order of the table. */
export function actionsFrom<Status extends string, Action extends string>(machine: Machine<Status, Action>, from: Status): Action[] {
  return (Object.keys(machine) as Action[]).filter((action) => machine[action].from.includes(from));
}
