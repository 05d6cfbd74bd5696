import { useMemo } from 'react';
import { useHouseholdIndex, useOutbox } from '../../store/index.js';
import type { HouseholdEntry, OutboxItem } from '../../store/types.js';

export interface Inbox {
  /** Work that the server sent back, or that does not get through. */
  readonly returned: readonly OutboxItem[];
  readonly contested: readonly HouseholdEntry[];
  readonly tasks: readonly HouseholdEntry[];
}

/** What waits for somebody: sent back, to be chosen, to be done. */
export function useInbox(): Inbox {
  const items = useOutbox();
  const entries = useHouseholdIndex();
  return useMemo(() => ({
    returned: items.filter(({ state }) => state === 'returned' || state === 'failed'),
    contested: entries.filter(({ contested }) => contested > 0),
    tasks: entries.filter(({ openTasks }) => openTasks > 0).sort((left, right) => (left.dueOn ?? '9').localeCompare(right.dueOn ?? '9')),
  }), [items, entries]);
}

export function useInboxCount(): number {
  const { returned, contested, tasks } = useInbox();
  return returned.length + contested.length + tasks.length;
}
