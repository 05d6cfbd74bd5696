import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { HelpPack } from '#domain';
import { currentEntries, subscribeEntries } from './entries.js';
import { outboxItems, stateOf, subscribeItems } from './items.js';
import { Live, useLive } from './live.js';
import { held, inFlight, plainId } from './outbox.js';
import { householdRows, packsRead, reference, villageRows, villages, type VillageRows } from './packs.js';
import { photoEntry, photoReads, photoRows } from './photos.js';
import { LockedError, session } from './session.js';
import type { HouseholdEntry, HouseholdRows, Me, OutboxItem, PackHousehold, PendingEdit, PhotoEntry, Reference, VillageEntry } from './types.js';

/** Who works here, as of the last sign-in online. Only inside an open store. @throws LockedError */
export function useMe(): Me {
  const opened = useLive(session);
  if (!opened) throw new LockedError();
  return opened.me;
}

/** All households of all villages on this phone, with what was done here since. */
export function useHouseholdIndex(): readonly HouseholdEntry[] {
  return useSyncExternalStore(subscribeEntries, currentEntries);
}

/** Rows of a household and what was done here since; undefined while they are being opened, null when they are not on the phone. */
export function useHousehold(id: string): PackHousehold | null | undefined {
  const plain = plainId(id);
  const read = useLive(packsRead);
  const items = useLive(held);
  const sending = useLive(inFlight);
  const [found, setFound] = useState<{ id: string; rows: { village: string; rows: HouseholdRows } | null }>();
  useEffect(() => {
    let current = true;
    void householdRows(plain).catch(() => undefined).then((rows) => current && setFound({ id: plain, rows: rows ?? null }));
    return () => void (current = false);
  }, [plain, read]);
  return useMemo(() => {
    if (found?.id !== plain) return undefined;
    if (!found.rows) return null;
    const edits = items.filter(({ row }) => row.householdId === plain && !(row.state === 'done' && row.merged)).flatMap(({ row, content }): PendingEdit[] => (content
      ? [{ opId: row.opId, kind: row.kind, entityId: row.entityId, title: content.title, occurredAt: row.occurredAt, payload: content.payload, state: stateOf(row, sending), reason: row.reason }] : []));
    return { id: plain, ...found.rows, edits };
  }, [found, plain, items, sending]);
}

const noReference: Reference = { years: [], rules: [], parameters: {}, measures: [], codeLists: [], computedAt: null };

/** Rules, parameters, measures and code lists as they came with the last pack. */
export function useReference(): Reference {
  return useLive(reference) ?? noReference;
}

/** The household with what it is judged by, for `verdictsInPack`, `explainInPack` and `entitlementsInPack`. */
export function usePack(household: PackHousehold): HelpPack {
  const { rules, parameters, measures } = useReference();
  return useMemo(() => ({ rows: household.rows, reference: { rules, parameters, measures } }), [household, rules, parameters, measures]);
}

export function useVillages(): readonly VillageEntry[] {
  return useLive(villages);
}

/** Rows of a village that belong to no household: its own procedures, notices, clues of households that are not on record. */
export function useVillageRows(code: string): VillageRows | null | undefined {
  const read = useLive(packsRead);
  const [found, setFound] = useState<VillageRows | null>();
  useEffect(() => {
    let current = true;
    void villageRows(code).catch(() => undefined).then((rows) => current && setFound(rows ?? null));
    return () => void (current = false);
  }, [code, read]);
  return found;
}

/** Everything that was done here and is still held, newest first. */
export function useOutbox(): readonly OutboxItem[] {
  return useSyncExternalStore(subscribeItems, outboxItems);
}

/** Photos of a draft (its key) or of a record (its operation). */
export function usePhotos(owner: string): readonly PhotoEntry[] {
  const rows = useLive(photoRows);
  const read = useLive(photoReads);
  return useMemo(() => rows.filter((row) => (row.owner === owner && row.opId === null) || row.opId === owner).sort((left, right) => left.takenAt - right.takenAt).map(photoEntry), [rows, owner, read]);
}

export interface Connection {
  readonly online: 'online' | 'weak' | 'offline';
  readonly running: boolean;
  readonly lastSuccess: Date | null;
  /** Milliseconds that the server's clock is ahead of this phone's. */
  readonly serverTimeOffset: number;
  /** Why the last attempt stopped, when nobody but a person can mend it. */
  readonly stopped: 'sign-in' | 'update' | 'revoked' | null;
}
export const connection = new Live<Connection>({ online: 'online', running: false, lastSuccess: null, serverTimeOffset: 0, stopped: null });
const starter: { sendAll: () => void } = { sendAll: () => undefined };
/** The sync loop says how it is started; the store knows nothing else of it. */
export function startWith(sendAll: () => void): void {
  starter.sendAll = sendAll;
}

export function useSyncState(): Connection & { readonly waiting: number; sendAll(): void } {
  const state = useLive(connection);
  const items = useOutbox();
  const waiting = items.filter((item) => !item.practice && (item.state === 'waiting' || item.state === 'sending' || item.state === 'failed' || item.photosWaiting > 0)).length;
  return { ...state, waiting, sendAll: starter.sendAll };
}
