import { useCallback, useSyncExternalStore } from 'react';
import { decryptValue, encryptValue } from './crypto.js';
import { beforeLock, inMemory, session } from './session.js';

const AUTOSAVE_MS = 300;

interface Entry {
  value: unknown;
  savedAt: Date | null;
  /** Rises with every change, so that a write knows whether it was the last. */
  change: number;
}

const entries = new Map<string, Entry>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const writing = new Map<string, Promise<void>>();
const listeners = new Set<() => void>();
const tell = (): void => listeners.forEach((listener) => listener());
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

inMemory(async ({ db, keys }) => {
  entries.clear();
  for (const row of await db.drafts.toArray()) {
    const value = await decryptValue(keys.key, `draft ${row.key}`, row.body).catch(() => undefined);
    if (value !== undefined) entries.set(row.key, { value, savedAt: new Date(row.savedAt), change: 0 });
  }
}, () => {
  entries.clear();
  tell();
});

async function write(key: string): Promise<void> {
  clearTimeout(timers.get(key));
  timers.delete(key);
  // One write of a draft at a time: an older text never lands on a newer one.
  await writing.get(key);
  const opened = session.get();
  const entry = entries.get(key);
  if (!opened || !entry) return;
  const { change } = entry;
  const work = (async () => {
    const body = await encryptValue(opened.keys.key, `draft ${key}`, entry.value);
    const savedAt = Date.now();
    if (entries.get(key) !== undefined) await opened.db.drafts.put({ key, savedAt, body });
    const now = entries.get(key);
    if (now?.change === change) entries.set(key, { ...now, savedAt: new Date(savedAt) });
    tell();
  })();
  writing.set(key, work);
  await work.finally(() => writing.delete(key));
}

/** Writes whatever has not been written yet. */
export async function flushDrafts(): Promise<void> {
  await Promise.all([...timers.keys()].map((key) => write(key)));
  await Promise.all(writing.values());
}
beforeLock.add(flushDrafts);

export function setDraft(key: string, change: (old: unknown) => unknown, initial: () => unknown): void {
  const old = entries.get(key);
  entries.set(key, { value: change(old ? old.value : initial()), savedAt: old?.savedAt ?? null, change: (old?.change ?? 0) + 1 });
  tell();
  if (!timers.has(key)) timers.set(key, setTimeout(() => void write(key), AUTOSAVE_MS));
}

/** Nothing of this draft is being written any more; it is still there, should saving fail. */
export async function restDraft(key: string): Promise<void> {
  clearTimeout(timers.get(key));
  timers.delete(key);
  await writing.get(key);
}

/** Forgets a draft in memory, once its row went in the transaction that stored the work. */
export function forgetDraft(key: string): void {
  clearTimeout(timers.get(key));
  timers.delete(key);
  entries.delete(key);
  tell();
}

export async function discardDraft(key: string): Promise<void> {
  await restDraft(key);
  forgetDraft(key);
  await session.get()?.db.drafts.delete(key);
}

export const draftKeys = (): string[] => [...entries.keys()];
/** True while something typed is not on the disk yet. */
export const draftsPending = (): boolean => timers.size > 0 || writing.size > 0;
export const draftValue = (key: string): unknown => entries.get(key)?.value;

/** What is being written, kept every 300 ms; it survives the end of the page. */
export function useDraft<T>(key: string, initial: () => T): { value: T; set(change: (old: T) => T): void; savedAt: Date | null; discard(): Promise<void> } {
  const entry = useSyncExternalStore(subscribe, () => entries.get(key));
  const set = useCallback((change: (old: T) => T) => setDraft(key, (old) => change(old as T), initial), [key, initial]);
  const discard = useCallback(() => discardDraft(key), [key]);
  return { value: entry ? (entry.value as T) : initial(), set, savedAt: entry?.savedAt ?? null, discard };
}

let shownKeys: string[] = [];
/** Keys of everything that was begun and not saved, for 继续填写. */
export function useDraftKeys(): string[] {
  return useSyncExternalStore(subscribe, () => {
    const keys = draftKeys();
    if (keys.join('\n') !== shownKeys.join('\n')) shownKeys = keys;
    return shownKeys;
  });
}

if (typeof document !== 'undefined') {
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && void flushDrafts());
  addEventListener('pagehide', () => void flushDrafts());
}
