import { api, call } from '../../api/client.js';
import { applyPack } from '../store/packs.js';
import type { Pack } from '../store/pack-merge.js';
import { changed, openStore } from '../store/session.js';
import { heardTime, stopFor } from './stop.js';
import { APP_VERSION } from './version.js';

export interface Fetching {
  readonly village: string;
  readonly name: string;
  readonly done: number;
  readonly all: number;
}

/** The text of an answer and its length: packs are read as text, so that their size can be said. */
async function textOf(request: Promise<{ data?: unknown; error?: unknown; response: Response }>): Promise<string> {
  return String(await call(request).catch((error: unknown) => {
    throw stopFor(error);
  }));
}

/** Fetches a whole village. @throws Stopped, ApiProblem */
export async function fetchVillage(device: string, { code, name }: { code: string; name: string }, progress?: (state: Fetching) => void): Promise<void> {
  const sentAt = Date.now();
  progress?.({ village: code, name, done: 0, all: 0 });
  const text = await textOf(api.GET('/api/v1/sync/snapshot', { params: { query: { device, village: code, appVersion: APP_VERSION } }, parseAs: 'text' }));
  const pack = JSON.parse(text) as Pack;
  heardTime(pack.serverTime, sentAt);
  await applyPack(pack, { name, bytes: text.length, progress: (done, all) => progress?.({ village: code, name, done, all }) });
}

/** Fetches what changed in every village of this phone since the last time, or the whole of it when the server says so. */
export async function fetchChanges(device: string): Promise<void> {
  const { db } = openStore();
  const began = Date.now();
  for (const { code, name, cursor } of await db.villages.toArray()) {
    const text = await textOf(api.GET('/api/v1/sync/changes', { params: { query: { device, village: code, cursor, appVersion: APP_VERSION } }, parseAs: 'text' }));
    const pack = JSON.parse(text) as Pack | { resync: string };
    if ('resync' in pack) await fetchVillage(device, { code, name });
    else {
      heardTime(pack.serverTime, began);
      await applyPack(pack, { name, bytes: text.length });
    }
    await db.outbox.filter((row) => !row.merged && row.state === 'done' && row.answeredAt !== null && row.answeredAt < began && (row.village === code || row.village === null)).modify({ merged: true });
  }
  await changed('outbox');
}
