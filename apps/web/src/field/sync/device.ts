import { api, call, keepCsrfToken } from '../../api/client.js';
import { opened as openedBytes, sealable } from '../store/frame.js';
import { registry, installationId } from '../store/registry.js';
import { changed, openStore } from '../store/session.js';
import { dropRegister, sawOnline } from '../store/users.js';
import { heardTime, Stopped, stopFor } from './stop.js';
import { APP_VERSION } from './version.js';

/** The session of the person whose store is open; another person's does not count. @throws Stopped */
export async function ownSession(): Promise<void> {
  const { me } = openStore();
  const found = await call(api.GET('/api/v1/me')).catch((error: unknown) => {
    throw stopFor(error);
  });
  if (found.userId !== me.userId) throw new Stopped('sign-in');
  keepCsrfToken(found.csrfToken);
  if (found.role !== me.role || found.division !== me.division) throw new Stopped('sign-in');
  await sawOnline({ ...me, name: found.name, permissions: found.permissions as typeof me.permissions });
}

/** Registers this installation, or finds what it was registered as; obeys what the server says of itself. @throws Stopped */
export async function registerDevice(): Promise<string> {
  const opened = openStore();
  const { db, me, keys } = opened;
  const sentAt = Date.now();
  const rows = await db.outbox.orderBy('seq').toArray();
  const firstSeq = rows.find(({ practice }) => !practice)?.seq ?? (await db.read<number>('nextSeq')) ?? 1;
  const device = await call(api.POST('/api/v1/sync/devices', { body: { installationId: await installationId(), appVersion: APP_VERSION, firstSeq, ...(keys.signer ? { signingKey: keys.signer.publicKey } : {}) } })).catch(async (error: unknown) => {
    const reason = stopFor(error);
    if (reason instanceof Stopped && reason.reason === 'revoked') await revoked(me.userId);
    throw reason;
  });
  heardTime(device.serverTime, sentAt);
  const epoch = await db.read<string>('epoch');
  await db.transaction('rw', [db.outbox, db.state], async () => {
    await db.state.bulkPut([{ key: 'deviceId', value: device.id }, { key: 'epoch', value: device.epoch }]);
    // Restored from a backup: what the server answered may be gone, so everything still held goes out once more.
    if (epoch !== undefined && epoch !== device.epoch) await db.outbox.filter(({ practice, state }) => !practice && state !== 'waiting').modify({ state: 'waiting' });
  });
  if (epoch !== undefined && epoch !== device.epoch) await changed('outbox');
  await learnServerKey();
  return device.id;
}

/** Keeps the key of the server, to which everything is sealed from now on, and seals what was saved before it was known. */
async function learnServerKey(): Promise<void> {
  const opened = openStore();
  const { keyId, publicKey } = await call(api.GET('/api/v1/sync/seal-key'));
  if (opened.keys.serverKey?.keyId !== keyId) {
    opened.keys = { ...opened.keys, serverKey: { keyId, publicKey } };
    await opened.db.state.put({ key: 'serverKey', value: { keyId, publicKey } });
  }
  const bare = await opened.db.outbox.filter(({ forServer, state, generation }) => forServer === null && state === 'waiting' && generation === opened.keys.generation).toArray();
  for (const row of bare) await opened.db.outbox.update(row.opId, await sealable(opened.keys, row.opId, await openedBytes(opened.keys.key, row.opId, row)));
}

/** A device that was lost and ended: the copy of the register goes, unsent work stays and is kept by the server. */
async function revoked(userId: string): Promise<void> {
  await dropRegister(userId);
  await registry.users.update(userId, { wrong: 0 });
  await changed('packs');
}
