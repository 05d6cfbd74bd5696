import { decryptValue, importKey, type Bytes } from './crypto.js';
import { FieldDatabase } from './database.js';
import type { Keys } from './frame.js';
import { Live } from './live.js';
import type { UserRow } from './registry.js';
import { openSigner, type ServerKey, type StoredSigner } from './seal.js';
import type { Me } from './types.js';

/** An opened store: the data key is in memory, and nowhere else in clear. */
export interface Session {
  readonly me: Me;
  readonly db: FieldDatabase;
  keys: Keys;
}

export const session = new Live<Session | null>(null);

export class LockedError extends Error {
  constructor() {
    super('the store is locked');
    this.name = 'LockedError';
  }
}

/** @throws LockedError */
export function openStore(): Session {
  const found = session.get();
  if (!found) throw new LockedError();
  return found;
}

export async function openSession({ me, generation }: Pick<UserRow, 'me' | 'generation'>, raw: Bytes): Promise<Session> {
  const db = new FieldDatabase(me.userId);
  const key = await importKey(raw);
  const stored = await db.read<Bytes>('signer');
  const signer = stored && (await decryptValue<StoredSigner>(key, 'signer', stored).then(openSigner).catch(() => null));
  return { me, db, keys: { key, generation, signer: signer ?? null, serverKey: (await db.read<ServerKey>('serverKey')) ?? null } };
}

type Task = (opened: Session) => Promise<void>;
const loaders: Task[] = [];
const forgetters: (() => void)[] = [];
/** A part of the store that holds something in memory: how it is read on opening and forgotten on locking. */
export function inMemory(load: Task, forget: () => void): void {
  loaders.push(load);
  forgetters.push(forget);
}

export async function enter(opened: Session): Promise<void> {
  for (const load of loaders) await load(opened);
  session.set(opened);
}

export const beforeLock = new Set<() => Promise<void>>();

/** Forgets the key and everything that was read with it. */
export async function lock(): Promise<void> {
  const opened = session.get();
  if (!opened) return;
  await Promise.all([...beforeLock].map((flush) => flush()));
  session.set(null);
  for (const forget of forgetters) forget();
  opened.db.close();
}

/** Other tabs of this phone hear what changed. */
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('bangfu-field');
(channel as unknown as { unref?: () => void } | null)?.unref?.();
export type Topic = 'outbox' | 'photos' | 'packs' | 'spot-checks' | 'settlements';
const hearers = new Map<Topic, Task>();
channel?.addEventListener('message', ({ data }: MessageEvent<{ topic: Topic; userId: string }>) => {
  const opened = session.get();
  if (opened && data.userId === opened.me.userId) void hearers.get(data.topic)?.(opened);
});
export function hear(topic: Topic, reload: Task): void {
  hearers.set(topic, reload);
}
export async function changed(topic: Topic): Promise<void> {
  const opened = session.get();
  if (!opened) return;
  channel?.postMessage({ topic, userId: opened.me.userId });
  await hearers.get(topic)?.(opened);
}
