import { assetActions, assetMachine, assetStatuses } from './asset-machine.js';
import { assignmentActions, assignmentMachine, assignmentStatuses, assignmentStatusNames } from './assignment-machine.js';
import { actionsFrom, nextStatus, type Machine } from './machine.js';
import { planActions, planMachine, planStatuses, planStatusNames } from './plan-machine.js';
import { projectActions, projectMachine, projectStatuses, projectStatusNames } from './project-machine.js';

/** Status → action → where it leads; what does not stand here is refused. */
type Table = Readonly<Record<string, Readonly<Record<string, string>>>>;

const assignments: Table = {
  PLANNED: { approve: 'APPROVED', refuse: 'REFUSED', cancel: 'CANCELLED' },
  APPROVED: { deliver: 'DELIVERED', cancel: 'CANCELLED' },
  DELIVERED: { close: 'CLOSED' },
  REFUSED: {},
  CLOSED: {},
  CANCELLED: {},
};
const plans: Table = {
  DRAFT: { edit: 'DRAFT', agree: 'AGREED' },
  AGREED: { return: 'DRAFT', confirm: 'CONFIRMED' },
  CONFIRMED: { supersede: 'SUPERSEDED' },
  SUPERSEDED: {},
};
const projects: Table = {
  PROPOSED: { demonstrate: 'DEMONSTRATED', refuse: 'REFUSED', cancel: 'CANCELLED' },
  DEMONSTRATED: { open_entry_notice: 'ENTRY_NOTICE', refuse: 'REFUSED', cancel: 'CANCELLED' },
  ENTRY_NOTICE: { close_entry_notice: 'ENTRY_REVIEW', cancel: 'CANCELLED' },
  ENTRY_REVIEW: { enter: 'LISTED', refuse: 'REFUSED', cancel: 'CANCELLED' },
  LISTED: { contract: 'CONTRACTED', cancel: 'CANCELLED' },
  CONTRACTED: { start: 'RUNNING', cancel: 'CANCELLED' },
  RUNNING: { complete: 'COMPLETED' },
  COMPLETED: { open_completion_notice: 'COMPLETION_NOTICE', accept: 'ACCEPTED' },
  COMPLETION_NOTICE: { close_completion_notice: 'COMPLETED' },
  ACCEPTED: {},
  REFUSED: {},
  CANCELLED: {},
};
const assets: Table = {
  IN_USE: { idle: 'IDLE', damage: 'DAMAGED', dispose: 'DISPOSED' },
  IDLE: { use: 'IN_USE', damage: 'DAMAGED', dispose: 'DISPOSED' },
  DAMAGED: { use: 'IN_USE', dispose: 'DISPOSED' },
  DISPOSED: {},
};

interface Case {
  readonly name: string;
  readonly machine: Machine<string, string>;
  readonly statuses: readonly string[];
  readonly actions: readonly string[];
  readonly table: Table;
}
const machines: Case[] = [
  { name: 'assignment', machine: assignmentMachine, statuses: assignmentStatuses, actions: assignmentActions, table: assignments },
  { name: 'plan', machine: planMachine, statuses: planStatuses, actions: planActions, table: plans },
  { name: 'project', machine: projectMachine, statuses: projectStatuses, actions: projectActions, table: projects },
  { name: 'asset', machine: assetMachine, statuses: assetStatuses, actions: assetActions, table: assets },
];

describe.each(machines)('the states of a $name', ({ machine, statuses, actions, table }) => {
  const cells = statuses.flatMap((status) => actions.map((action): [string, string, string | null] => [status, action, table[status]?.[action] ?? null]));

  it.each(cells)('%s, %s → %s', (status, action, expected) => {
    expect(nextStatus(machine, status, action)).toBe(expected);
  });

  it.each([...statuses])('%s offers exactly what it allows', (status) => {
    expect(new Set(actionsFrom(machine, status))).toEqual(new Set(Object.keys(table[status] ?? {})));
  });

  it('can reach every status from the first', () => {
    const reached = new Set([statuses[0] ?? '']);
    for (let before = 0; before < reached.size; ) {
      before = reached.size;
      for (const status of [...reached]) for (const to of Object.values(table[status] ?? {})) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...statuses].sort());
  });
});

describe('statuses', () => {
  it('have names in both languages', () => {
    for (const { zh, en } of [...Object.values(assignmentStatusNames), ...Object.values(planStatusNames), ...Object.values(projectStatusNames)]) {
      expect(zh).toMatch(/[一-鿿]/);
      expect(en).toMatch(/^[a-z ]+$/);
    }
  });
});
