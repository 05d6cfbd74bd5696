import { decryptValue, encryptValue } from './crypto.js';
import { Live } from './live.js';
import { changed, hear, inMemory, openStore, type Session } from './session.js';
import type { Settlement } from './types.js';

/** All in one encrypted value: who settled it and why is said to nobody but the sender. */
const KEY = 't';
/** By operation. */
export const settlements = new Live<ReadonlyMap<string, Settlement>>(new Map());

async function load({ db, keys }: Session): Promise<void> {
  const row = await db.blobs.get(KEY);
  const list = (row && (await decryptValue<readonly Settlement[]>(keys.key, KEY, row.body).catch(() => undefined))) ?? [];
  settlements.set(new Map(list.map((one) => [one.operationId, one])));
}
inMemory(load, () => settlements.set(new Map()));
hear('settlements', load);

/** Keeps what the server says became of refused work that is still here. The work stays: it only waits for nobody any more. */
export async function keepSettlements(list: readonly Settlement[]): Promise<void> {
  const { db, keys } = openStore();
  const refused = new Set(await db.outbox.filter(({ state }) => state === 'refused').primaryKeys());
  const known = new Map([...settlements.get().values(), ...list].filter(({ operationId }) => refused.has(operationId)).map((one) => [one.operationId, one]));
  if (known.size === 0 && settlements.get().size === 0) return;
  const body = await encryptValue(keys.key, KEY, [...known.values()]);
  await db.transaction('rw', [db.blobs, db.outbox], async () => {
    await db.blobs.put({ key: KEY, village: '', body });
    await db.outbox.where('opId').anyOf([...known.keys()]).modify({ settled: true });
  });
  await changed('settlements');
  await changed('outbox');
}
