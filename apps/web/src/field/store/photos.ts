import { uuidV7, type AttachmentKind } from '#domain';
import { decryptBytes, encryptBytes, sha256Hex, type Bytes } from './crypto.js';
import type { PhotoRow } from './database.js';
import { framed, opened as openedBytes, sealable, unframed } from './frame.js';
import { Live } from './live.js';
import { changed, hear, inMemory, openStore, type Session } from './session.js';
import type { PhotoEntry, Position } from './types.js';

/** Below this much free space a photo is refused, so that text can still be saved. */
const LEAST_FREE = 200 * 1024 * 1024;

export interface NewPhoto {
  readonly blob: Blob;
  readonly thumbnail?: Blob;
  readonly takenAt: Date;
  readonly position?: Position | null;
  readonly kind?: AttachmentKind;
}

/** What is known of a photo; the server takes the first part, the position stays with the record. */
export interface PhotoDescription {
  readonly id: string;
  readonly kind: AttachmentKind;
  readonly mime: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly takenAt: string;
  readonly householdId?: string;
  readonly divisionCode?: string;
  readonly subject?: { readonly kind: string; readonly id: string };
  readonly position?: Position | null;
}

export class StorageLowError extends Error {
  constructor(readonly freeBytes: number) {
    super('storage-low');
    this.name = 'StorageLowError';
  }
}

/** Photos by owner, with thumbnails opened for this session only. */
export const photoRows = new Live<readonly PhotoRow[]>([]);
const urls = new Map<string, string>();
const positions = new Map<string, Position | null>();
export const photoReads = new Live(0);

async function load({ db }: Session): Promise<void> {
  const rows = await db.photos.toArray();
  // Only what lists need stays in memory; the pictures themselves are read when they are looked at or sent.
  photoRows.set(rows.map((row) => ({ ...row, body: new Uint8Array() })));
}
inMemory(load, () => {
  photoRows.set([]);
  for (const url of urls.values()) URL.revokeObjectURL(url);
  urls.clear();
  positions.clear();
});
hear('photos', load);

/** @throws StorageLowError */
async function checkSpace(): Promise<void> {
  const estimate = await globalThis.navigator?.storage?.estimate?.().catch(() => null);
  if (!estimate?.quota) return;
  const free = estimate.quota - (estimate.usage ?? 0);
  if (free < LEAST_FREE) throw new StorageLowError(free);
}

const bytesOf = async (blob: Blob): Promise<Bytes> => new Uint8Array(await blob.arrayBuffer());

/** Keeps a photo on the phone at once. `owner` is the key of the draft it is taken for. @returns id of the attachment it will be (uuid) */
export async function addPhoto({ blob, thumbnail, takenAt, position, kind = 'photo' }: NewPhoto, owner: string): Promise<string> {
  const { db, keys } = openStore();
  await checkSpace();
  const id = uuidV7();
  const content = await bytesOf(blob);
  const description: PhotoDescription = { id, kind, mime: blob.type || 'image/jpeg', bytes: content.length, sha256: await sha256Hex(content), takenAt: takenAt.toISOString(), position: position ?? null };
  const row: PhotoRow = {
    id, owner, opId: null, householdId: null, state: 'kept', size: content.length, takenAt: takenAt.getTime(), thumbnail: await encryptBytes(keys.key, `thumbnail ${id}`, await bytesOf(thumbnail ?? blob)),
    sentAt: null, carriedAt: null, ...(await sealable(keys, id, framed(description, content))),
  };
  await db.photos.put(row);
  positions.set(id, position ?? null);
  await changed('photos');
  return id;
}

/**
 * Photos of refused work once more, for the work that replaces it: copies under new ids, as the refused ones stay with what was sent. Nothing
 * happens where photos were taken for it already; one that is no longer on this phone has to be taken anew.
 */
export async function takePhotosAgain(ids: readonly string[], owner: string): Promise<void> {
  const { db, keys } = openStore();
  if (photoRows.get().some((row) => row.owner === owner && row.opId === null)) return;
  for (const row of (await db.photos.bulkGet([...ids])).filter((one) => one !== undefined)) {
    const { description: { kind, mime, position = null }, content } = await openPhoto(row);
    const thumbnail = await decryptBytes(keys.key, `thumbnail ${row.id}`, row.thumbnail);
    await addPhoto({ blob: new Blob([content], { type: mime }), thumbnail: new Blob([thumbnail]), takenAt: new Date(row.takenAt), position, kind }, owner);
  }
}

/** Deletes a photo that was not handed over with a record yet. */
export async function removePhoto(id: string): Promise<void> {
  const { db } = openStore();
  await db.photos.where('id').equals(id).and(({ opId }) => opId === null).delete();
  await changed('photos');
}

export async function openPhoto(row: PhotoRow): Promise<{ description: PhotoDescription; content: Bytes }> {
  return unframed<PhotoDescription>(await openedBytes(openStore().keys.key, row.id, row));
}

/** The photo as a file to look at in full size. */
export async function photoBlob(id: string): Promise<Blob | null> {
  const row = await openStore().db.photos.get(id);
  if (!row) return null;
  const { description, content } = await openPhoto(row);
  return new Blob([content], { type: description.mime });
}

/** The photo with the record that it belongs to, sealed anew so that the description is part of what was signed. */
export async function boundPhoto(id: string, record: { opId: string } & Pick<PhotoDescription, 'householdId' | 'divisionCode' | 'subject'>): Promise<PhotoRow | null> {
  const { db, keys } = openStore();
  const row = await db.photos.get(id);
  if (!row || row.opId !== null) return null;
  const { description, content } = await openPhoto(row);
  const { opId, ...belonging } = record;
  const { position: _, ...rest } = description;
  return { ...row, opId, householdId: record.householdId ?? null, state: 'waiting', ...(await sealable(keys, id, framed({ ...rest, ...belonging }, content))) };
}

/** Opens the thumbnail once per session; screens hear of it through {@link photoReads}. */
function urlOf(row: PhotoRow): string | null {
  const known = urls.get(row.id);
  if (known !== undefined) return known === '' ? null : known;
  urls.set(row.id, '');
  void decryptBytes(openStore().keys.key, `thumbnail ${row.id}`, row.thumbnail).then((bytes) => {
    urls.set(row.id, URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' })));
    photoReads.change((count) => count + 1);
  }, () => undefined);
  return null;
}

export const photoEntry = (row: PhotoRow): PhotoEntry => ({ id: row.id, size: row.size, takenAt: new Date(row.takenAt), state: row.state, position: positions.get(row.id) ?? null, url: urlOf(row) });
