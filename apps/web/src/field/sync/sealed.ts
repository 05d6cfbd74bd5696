import type { OperationResult } from '#domain';
import { api, call } from '../../api/client.js';
import type { components } from '../../api/generated/schema.js';
import { base64Url } from '../store/crypto.js';
import { FieldDatabase, type Sealable } from '../store/database.js';
import { registry } from '../store/registry.js';
import { changed, openStore } from '../store/session.js';
import { takeAnswers } from './ledger.js';
import { stopFor } from './stop.js';

export type Envelope = components['schemas']['SealedEnvelopeRequest'];
/** Well below the largest body that the server takes. */
const MOST_CHARACTERS = 700_000;
const MOST = 50;

/** The envelope of a row; null when it was saved before the key of the server was known. */
function envelope(kind: Envelope['kind'], id: string, place: { deviceId: string; deviceSeq: number }, row: Sealable): Envelope | null {
  if (!row.forServer || row.signature === null || row.signer === null) return null;
  return { id, kind, ...place, ...row.forServer, body: base64Url(row.body), signer: row.signer, signature: row.signature };
}

/** Sealed work of a person on this phone, operations in their order and then photos; `own` keys can still open some of it. */
export async function envelopesOf(db: FieldDatabase, openable: number | null): Promise<Envelope[]> {
  const deviceId = await db.read<string>('deviceId');
  if (deviceId === undefined) return [];
  const operations = (await db.outbox.orderBy('seq').toArray()).filter(({ state, practice, generation }) => state === 'waiting' && !practice && generation !== openable);
  const photos = await db.photos.filter(({ state, generation }) => state === 'waiting' && generation !== openable).toArray();
  return [
    ...operations.map((row) => envelope('operation', row.opId, { deviceId, deviceSeq: row.seq }, row)), ...photos.map((row) => envelope('photo', row.id, { deviceId, deviceSeq: 0 }, row)),
  ].filter((found) => found !== null);
}

/** Hands envelopes in, as many at a time as a request holds. */
export async function handIn(envelopes: readonly Envelope[], onResults: (part: readonly Envelope[], results: readonly OperationResult[]) => Promise<void>): Promise<void> {
  for (let at = 0; at < envelopes.length; ) {
    let size = 0;
    let end = at;
    while (end < envelopes.length && end - at < MOST && (end === at || size + (envelopes[end]?.body.length ?? 0) < MOST_CHARACTERS)) size += envelopes[end++]?.body.length ?? 0;
    const part = envelopes.slice(at, end);
    const answer = await call(api.POST('/api/v1/sync/sealed', { body: { envelopes: part } })).catch((error: unknown) => {
      throw stopFor(error);
    });
    await onResults(part, answer.results.map(({ result }) => result as unknown as OperationResult));
    at = end;
  }
}

/** Carries in what lies sealed in the store of one person on this phone, and writes the answers there. */
export async function carrySealed(userId: string): Promise<number> {
  const opened = openStore();
  const own = opened.me.userId === userId;
  const db = own ? opened.db : new FieldDatabase(userId);
  let carried = 0;
  try {
    await handIn(await envelopesOf(db, own ? opened.keys.generation : null), async (part, results) => {
      const operations = results.filter((_, index) => part[index]?.kind === 'operation');
      const deviceId = part[0]?.deviceId ?? '';
      // What could not be opened stays where it is: its author's phone still has it.
      await takeAnswers(deviceId, operations.filter(({ code }) => code !== 'sync.seal-broken' && code !== 'sync.unsigned'), db);
      for (const [index, { kind, id }] of part.entries()) if (kind === 'photo' && results[index]?.status === 'applied') await db.photos.update(id, { state: 'sent', sentAt: Date.now() });
      carried += results.filter(({ status }) => status !== 'retry').length;
    });
  } finally {
    if (!own) db.close();
  }
  if (carried > 0 && own) await Promise.all([changed('outbox'), changed('photos')]);
  return carried;
}

/** Whoever is signed in carries the work of the others on this phone along. */
export async function carryForOthers(): Promise<void> {
  const { me } = openStore();
  for (const userId of await registry.users.toCollection().primaryKeys()) if (userId !== me.userId) await carrySealed(userId);
}
