import type { OutboxRow, PhotoRow } from './database.js';
import { held, inFlight, type Held } from './outbox.js';
import { photoRows } from './photos.js';
import { settlements } from './settlements.js';
import type { ItemState, OutboxItem, Settlement } from './types.js';

/** Reasons to try again that are nobody's fault; everything else that keeps work waiting is shown as a failure. */
const PASSING = new Set(['not-ready', 'timeout', 'busy', 'rate-limited', 'stale-version', 'sync.gap', 'sync.sequence-taken', 'sync.server-too-old']);

export function stateOf(row: OutboxRow, sending: ReadonlySet<string>): ItemState {
  if (row.state === 'refused') return row.settled || row.redone ? 'settled' : 'returned';
  if (row.state === 'done') return 'sent';
  if (sending.has(row.opId)) return 'sending';
  return row.reason && !PASSING.has(row.reason.code) ? 'failed' : 'waiting';
}

export function itemOf({ row, content }: Held, photos: readonly PhotoRow[], sending: ReadonlySet<string>, settled: ReadonlyMap<string, Settlement>): OutboxItem {
  const own = photos.filter(({ opId }) => opId === row.opId);
  return {
    opId: row.opId, kind: row.kind, entityId: row.entityId, title: content?.title ?? '', householdId: row.householdId, size: own.reduce((sum, photo) => sum + photo.size, row.size), photos: own.length,
    photosWaiting: own.filter(({ state }) => state === 'waiting').length, state: stateOf(row, sending), reason: row.reason,
    settlement: settled.get(row.opId) ?? null, payload: row.state === 'refused' ? (content?.payload ?? null) : null,
    receipt: row.answeredAt === null || row.status === null ? null : { at: new Date(row.answeredAt), status: row.status }, createdAt: new Date(row.createdAt), practice: row.practice,
  };
}

let shown: { key: readonly unknown[]; items: readonly OutboxItem[] } | null = null;
/** All items, newest first; the same list until something changes. */
export function outboxItems(): readonly OutboxItem[] {
  const key = [held.get(), photoRows.get(), inFlight.get(), settlements.get()];
  if (!shown?.key.every((part, index) => part === key[index])) shown = { key, items: held.get().map((item) => itemOf(item, photoRows.get(), inFlight.get(), settlements.get())).reverse() };
  return shown.items;
}

/** Operations and photos that the server does not have yet. */
export function waitingCount(): number {
  return outboxItems().filter((item) => !item.practice && (item.state === 'waiting' || item.state === 'sending' || item.state === 'failed' || item.photosWaiting > 0)).length;
}

export function subscribeItems(listener: () => void): () => void {
  const ends = [held.subscribe(listener), photoRows.subscribe(listener), inFlight.subscribe(listener), settlements.subscribe(listener)];
  return () => ends.forEach((end) => end());
}
