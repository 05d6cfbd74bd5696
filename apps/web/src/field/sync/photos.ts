import { chunksOf } from '#domain';
import { api, call } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { sha256Hex, type Bytes } from '../store/crypto.js';
import type { PhotoRow } from '../store/database.js';
import { openPhoto, type PhotoDescription } from '../store/photos.js';
import { changed, openStore } from '../store/session.js';
import { stopFor } from './stop.js';

/** Small enough for a weak line: what has arrived stays when it breaks. */
const CHUNK = 65_536;
const WEEK = 7 * 86_400_000;

/** Photos of one record, one by one. */
export async function sendPhotosOf(opId: string): Promise<void> {
  for (const row of await openStore().db.photos.where('opId').equals(opId).toArray()) if (row.state === 'waiting') await sendPhoto(row);
}

/** Every photo that waits, one by one, the oldest first. */
export async function sendPhotos(): Promise<void> {
  const { db, keys } = openStore();
  const rows = (await db.photos.where('state').equals('waiting').toArray()).filter(({ generation }) => generation === keys.generation);
  for (const row of rows.sort((left, right) => left.takenAt - right.takenAt)) await sendPhoto(row);
}

async function sendPhoto(row: PhotoRow): Promise<void> {
  const { db } = openStore();
  try {
    const { description, content } = await openPhoto(row);
    const state = await upload(description, content);
    await db.photos.update(row.id, { state: state === 'READY' ? 'sent' : 'refused', sentAt: Date.now() });
  } catch (error) {
    // Refused for good (its household has gone, or it is no photo): the record stands, the photo stays on the phone.
    if (!(error instanceof ApiProblem) || error.status < 400 || error.status >= 500 || [401, 408, 409, 425, 426, 429].includes(error.status)) throw stopFor(error);
    await db.photos.update(row.id, { state: 'refused' });
  }
  await changed('photos');
}

/** Announces the file, then sends what the server does not have of it yet. */
async function upload({ position: _, ...announcement }: PhotoDescription, content: Bytes): Promise<string> {
  const body = { ...announcement, mime: announcement.mime as 'image/jpeg' };
  let answer = await call(api.POST('/api/v1/attachments', { body }));
  for (const chunk of chunksOf(content.length, answer.receivedBytes, CHUNK)) {
    if (answer.state === 'READY') break;
    const bytes = content.slice(chunk.offset, chunk.offset + chunk.bytes);
    answer = await call(api.PUT('/api/v1/attachments/{id}/chunks/{offset}', {
      params: { path: { id: answer.id, offset: chunk.offset }, header: { 'x-chunk-sha256': await sha256Hex(bytes) } },
      headers: { 'content-type': 'application/octet-stream' }, body: bytes as unknown as string, bodySerializer: (sent: unknown) => sent as BodyInit,
    }));
  }
  return answer.state;
}

/** Frees the space of photos that the server has had for a week; their thumbnails stay. */
export async function clearSentPhotos(olderThan = WEEK): Promise<void> {
  const { db } = openStore();
  await db.photos.filter((row) => row.state === 'sent' && row.sentAt !== null && row.sentAt < Date.now() - olderThan && row.body.length > 0).modify((row: PhotoRow) => void (row.body = new Uint8Array()));
  await changed('photos');
}
