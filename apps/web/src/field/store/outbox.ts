import { codeListVersion, formatCaseId, parseCaseId, SYNC_SCHEMA_VERSION, uuidV7, type Operation } from '#domain';
import type { FieldDatabase, OutboxRow, PhotoRow } from './database.js';
import { forgetDraft, restDraft } from './drafts.js';
import { framed, opened as openedBytes, sealable, unframed } from './frame.js';
import { Live } from './live.js';
import { baseEntries } from './packs.js';
import { boundPhoto } from './photos.js';
import { changed, hear, inMemory, openStore, type Session } from './session.js';
import type { Work } from './types.js';

/** What an operation says, as it is sealed; its place in the line is told beside it. */
export interface SealedOperation extends Omit<Operation, 'deviceId' | 'deviceSeq'> {
  readonly title: string;
}

export interface Held {
  readonly row: OutboxRow;
  /** Null for work under a data key that is gone with a forgotten PIN. */
  readonly content: SealedOperation | null;
}

/** Everything that was done here and is still held, in the order in which it was done. */
export const held = new Live<readonly Held[]>([]);
/** Operations that are on their way right now. */
export const inFlight = new Live<ReadonlySet<string>>(new Set());
export const afterSave = new Set<() => void>();

async function load({ db, keys }: Session): Promise<void> {
  const known = new Map(held.get().map((item) => [item.row.opId, item.content]));
  const rows = await db.outbox.toArray();
  const items = await Promise.all(rows.map(async (row) => ({ row, content: known.get(row.opId) ?? (row.generation === keys.generation ? await contentOf({ keys }, row) : null) })));
  held.set(items.sort((left, right) => left.row.createdAt - right.row.createdAt || left.row.seq - right.row.seq));
}
inMemory(load, () => {
  held.set([]);
  inFlight.set(new Set());
});
hear('outbox', load);

async function contentOf({ keys }: Pick<Session, 'keys'>, row: OutboxRow): Promise<SealedOperation | null> {
  return openedBytes(keys.key, row.opId, row).then((bytes) => unframed<SealedOperation>(bytes).description, () => null);
}

/** Plain id of a household, however it is given. */
export const plainId = (id: string): string => parseCaseId(id)?.id ?? id;
export const villageOfHousehold = (id: string | null): string | null => (id === null ? null : (baseEntries.get().find((entry) => entry.id === plainId(id))?.village ?? null));

/**
 * Stores work: operations, their photos and the end of their drafts in one transaction. When it answers, nothing of it can be
 * lost any more; uploading is another matter. Encrypts before the transaction opens.
 */
export async function save(work: readonly Work[]): Promise<{ opIds: string[] }> {
  const { db, keys } = openStore();
  const now = Date.now();
  const prepared: { row: OutboxRow; photos: PhotoRow[]; draftKey: string | null }[] = [];
  for (const [index, item] of work.entries()) {
    const { householdId, title, photos: photoIds = [], photosOf, draftKey, kind, entityId, baseVersion, payload } = item;
    const opId = uuidV7();
    const village = villageOfHousehold(householdId);
    const practice = householdId !== null && baseEntries.get().some((entry) => entry.isPractice && entry.id === plainId(householdId));
    const occurredAt = new Date(now).toISOString();
    const content: SealedOperation = {
      opId, title, kind, entityId, ...(baseVersion === undefined ? {} : { baseVersion }), occurredAt, schemaVersion: SYNC_SCHEMA_VERSION, codeListVersion,
      payload: JSON.parse(JSON.stringify(payload)) as Record<string, unknown>,
    };
    const subject = parseCaseId(entityId);
    const belonging = householdId === null ? { divisionCode: photosOf ?? village ?? (openStore().me.division.length === 12 ? openStore().me.division : entityId.slice(0, 6)) }
      : { householdId: formatCaseId((village ?? entityId).slice(0, 6), plainId(householdId)) };
    const photos = (await Promise.all(photoIds.map((id) => boundPhoto(id, { opId, ...belonging, ...(subject ? { subject: { kind: kind.split('.')[0] ?? kind, id: subject.id } } : {}) })))).filter((row) => row !== null);
    const plain = framed(content);
    prepared.push({
      photos, draftKey: draftKey ?? null,
      row: {
        opId, seq: 0, state: practice ? 'done' : 'waiting', status: null, kind, entityId, ...(baseVersion === undefined ? {} : { baseVersion }), occurredAt, schemaVersion: SYNC_SCHEMA_VERSION,
        householdId: householdId === null ? null : plainId(householdId), village, createdAt: now + index, size: plain.length, reason: null, answeredAt: null, merged: false, practice, carriedAt: null,
        ...(await sealable(keys, opId, plain)),
      },
    });
  }
  const draftKeys = prepared.flatMap(({ draftKey }) => draftKey ?? []);
  await Promise.all(draftKeys.map(restDraft));
  await db.transaction('rw', [db.outbox, db.photos, db.drafts, db.state], () => write(db, prepared, draftKeys));
  draftKeys.forEach(forgetDraft);
  await Promise.all([changed('outbox'), changed('photos')]);
  for (const listener of afterSave) listener();
  void globalThis.navigator?.storage?.persist?.().catch(() => false);
  return { opIds: prepared.map(({ row }) => row.opId) };
}

async function write(db: FieldDatabase, prepared: readonly { row: OutboxRow; photos: readonly PhotoRow[] }[], draftKeys: readonly string[]): Promise<void> {
  let next = (await db.read<number>('nextSeq')) ?? 1;
  for (const { row, photos } of prepared) {
    // Numbers have no holes: a number is given in the transaction that stores the work.
    await db.outbox.add(row.practice ? row : { ...row, seq: next++ });
    await db.photos.bulkPut(photos.map((photo) => (row.practice ? { ...photo, state: 'sent' as const } : photo)));
  }
  await db.state.put({ key: 'nextSeq', value: next });
  await db.drafts.bulkDelete([...draftKeys]);
}
