import Dexie from 'dexie';
import { encryptValue, importKey, randomBytes } from './crypto.js';
import { FieldDatabase } from './database.js';
import { calibrate, unwrapKey, wrapKey } from './pin.js';
import { registry, type UserRow } from './registry.js';
import { newSigner } from './seal.js';
import { enter, lock, openSession } from './session.js';
import type { Me } from './types.js';

/** Wrong PINs before waiting, before the copy of the register is dropped, and how long to wait. */
const WAIT_AFTER = 5;
const DROP_AFTER = 10;
const WAIT_MS = 60_000;
/** How long the PIN alone opens the store after the last sign-in online. */
export const OFFLINE_DAYS = 14;
const DAY = 86_400_000;

export const listUsers = (): Promise<UserRow[]> => registry.users.orderBy('userId').toArray();

/** Makes the store of somebody who has signed in online, or renews it after a forgotten PIN. Unsent work stays either way. `rounds` of the PIN are measured when left out. */
export async function createUser(me: Me, pin: string, rounds?: number): Promise<void> {
  await lock();
  const known = await registry.users.get(me.userId);
  const raw = randomBytes(32);
  const generation = (known?.generation ?? 0) + 1;
  const key = await wrapKey(raw, pin, rounds ?? (await calibrate()));
  const db = new FieldDatabase(me.userId);
  const signer = await encryptValue(await importKey(raw), 'signer', await newSigner());
  await db.transaction('rw', [db.blobs, db.villages, db.drafts, db.photos, db.state], async () => {
    // What the old key encrypted can be opened by nobody; unsent work can still be opened by the server.
    await Promise.all([db.blobs.clear(), db.villages.clear(), db.drafts.clear(), db.photos.filter(({ opId }) => opId === null).delete()]);
    await db.state.put({ key: 'signer', value: signer });
  });
  db.close();
  await registry.users.put({ userId: me.userId, me, key, generation, wrong: 0, waitUntil: 0, lastOnlineAt: Date.now(), ready: false });
  await enter(await openSession({ me, generation }, raw));
}

export type Unlocking = { readonly result: 'open' } | { readonly result: 'wrong'; readonly left: number } | { readonly result: 'wait'; readonly until: number } | { readonly result: 'dropped' } | { readonly result: 'online-first' };

/** Tries a PIN. Five wrong ones cost a minute each time, ten drop the copy of the register, never unsent work. */
export async function unlock(userId: string, pin: string, now = Date.now()): Promise<Unlocking> {
  const user = await registry.users.get(userId);
  if (!user || user.wrong >= DROP_AFTER) return { result: 'dropped' };
  if (now - user.lastOnlineAt > OFFLINE_DAYS * DAY) return { result: 'online-first' };
  if (user.waitUntil > now) return { result: 'wait', until: user.waitUntil };
  // Counted before it is tried: closing the page in the middle does not give a try for nothing.
  await registry.users.update(userId, { wrong: user.wrong + 1 });
  const raw = await unwrapKey(user.key, pin);
  if (raw) {
    await registry.users.update(userId, { wrong: 0, waitUntil: 0 });
    await lock();
    await enter(await openSession(user, raw));
    return { result: 'open' };
  }
  const wrong = user.wrong + 1;
  if (wrong >= DROP_AFTER) {
    await dropRegister(userId);
    return { result: 'dropped' };
  }
  if (wrong < WAIT_AFTER) return { result: 'wrong', left: WAIT_AFTER - wrong };
  await registry.users.update(userId, { waitUntil: now + WAIT_MS });
  return { result: 'wait', until: now + WAIT_MS };
}

/** Takes the copy of the register and the drafts off the phone; the outbox and its photos stay, sealed to the server. */
export async function dropRegister(userId: string): Promise<void> {
  const db = new FieldDatabase(userId);
  await db.transaction('rw', [db.blobs, db.villages, db.drafts], () => Promise.all([db.blobs.clear(), db.villages.clear(), db.drafts.clear()]));
  db.close();
}

/** @returns false when the old PIN is wrong */
export async function changePin(userId: string, pins: { readonly old: string; readonly next: string }): Promise<boolean> {
  const user = await registry.users.get(userId);
  const raw = user && (await unwrapKey(user.key, pins.old));
  if (!user || !raw) return false;
  await registry.users.update(userId, { key: await wrapKey(raw, pins.next, user.key.iterations, user.key.deviceKey) });
  return true;
}

/** The last sign-in online: from here the days of offline work count. */
export async function sawOnline(me: Me, more: { readonly ready?: boolean } = {}): Promise<void> {
  await registry.users.update(me.userId, { me, lastOnlineAt: Date.now(), ...more });
}

/** Removes somebody from this phone. @returns false while unsent work lies here */
export async function removeUser(userId: string): Promise<boolean> {
  const db = new FieldDatabase(userId);
  const waiting = (await db.outbox.where('state').equals('waiting').count()) + (await db.photos.where('state').equals('waiting').count());
  db.close();
  if (waiting > 0) return false;
  await lock();
  await Dexie.delete(`bangfu-field-${userId}`);
  await registry.users.delete(userId);
  return true;
}
