import { useEffect, useMemo, useState } from 'react';
import { stateOf } from './items.js';
import { useLive } from './live.js';
import { held, inFlight } from './outbox.js';
import { householdRows, packsRead } from './packs.js';
import type { PackHousehold, PendingEdit } from './types.js';

type Opened = Pick<PackHousehold, 'id' | 'village' | 'rows'>;

/**
 * Several households with what was done here since; undefined while they are being opened. For lists that need more than the index
 * says. Work that came too late and was kept stays in sight with its reason.
 */
export function useHouseholds(ids: readonly string[]): readonly PackHousehold[] | undefined {
  const read = useLive(packsRead);
  const items = useLive(held);
  const sending = useLive(inFlight);
  const [found, setFound] = useState<readonly Opened[]>();
  const key = ids.join(' ');
  useEffect(() => {
    let current = true;
    const open = (id: string) => householdRows(id).then((rows) => rows && { id, ...rows }, () => undefined);
    void Promise.all(key === '' ? [] : key.split(' ').map(open)).then((list) => current && setFound(list.filter((one) => one !== undefined)));
    return () => void (current = false);
  }, [key, read]);
  return useMemo(() => found?.map((household): PackHousehold => ({
    ...household,
    edits: items.filter(({ row }) => row.householdId === household.id && !(row.state === 'done' && row.merged && row.reason === null)).flatMap(({ row, content }): PendingEdit[] => (content
      ? [{ opId: row.opId, kind: row.kind, entityId: row.entityId, title: content.title, occurredAt: row.occurredAt, payload: content.payload, state: stateOf(row, sending), reason: row.reason }] : [])),
  })), [found, items, sending]);
}
