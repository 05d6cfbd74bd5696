import { createHash } from 'node:crypto';
import { Transformer } from '@napi-rs/image';
import { uuidV7 } from '#domain';
import type { Client } from './client.js';
import { expect } from './deviation.js';

const EDGE = 640;
const CHUNK = 64 * 1024;

export interface Photo {
  readonly id: string;
  readonly content: Buffer;
}

interface Upload {
  readonly id: string;
  readonly state: string;
  readonly receivedBytes: number;
}

export const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/** A picture of coloured noise, which is nobody's and large enough to need several chunks. */
export async function takePhoto(seed: string): Promise<Photo> {
  const pixels = Buffer.alloc(EDGE * EDGE * 4);
  for (let at = 0, block = 0; at < pixels.length; at += 32, block++) createHash('sha256').update(`${seed}/${block}`).digest().copy(pixels, at);
  for (let at = 3; at < pixels.length; at += 4) pixels[at] = 255;
  return { id: uuidV7(), content: await Transformer.fromRgbaPixels(pixels, EDGE, EDGE).jpeg(70) };
}

/** Announces the photograph; the answer says where a broken upload goes on. */
export function announce(who: Client, { id, content }: Photo, householdId: string): Promise<Upload> {
  return who.post<Upload>('/attachments', { id, householdId, kind: 'photo', mime: 'image/jpeg', bytes: content.length, sha256: sha256(content) }, 201);
}

/** Sends chunks from where the server stands; `most` cuts the line after so many. Returns the state that it left. */
export async function sendChunks(who: Client, photo: Photo, from: Upload, most = Infinity): Promise<Upload> {
  let upload = from;
  for (let sent = 0; upload.state === 'UPLOADING' && sent < most; sent++) {
    const chunk = photo.content.subarray(upload.receivedBytes, upload.receivedBytes + CHUNK);
    const next = await who.putBytes<Upload>(`/attachments/${upload.id}/chunks/${upload.receivedBytes}`, chunk, { 'x-chunk-sha256': sha256(chunk) });
    expect(next.state !== 'UPLOADING' || next.receivedBytes > upload.receivedBytes, 'the upload should go on');
    upload = next;
  }
  return upload;
}
