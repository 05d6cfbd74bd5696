import { problem } from '#domain';
import type { SentChunk } from './attachment-input.js';

/** Header that carries the SHA-256 of a chunk, hexadecimal. */
export const CHUNK_HASH = 'x-chunk-sha256';

/** A chunk as it stands in a request. @throws `unsupported-media-type`, `validation`, `not-found` for an offset that is no number */
export function sentChunk(offset: string, body: unknown, sha256: string | undefined): SentChunk {
  if (!/^[0-9]{1,12}$/.test(offset)) throw problem('not-found');
  if (!Buffer.isBuffer(body)) throw problem('unsupported-media-type');
  if (sha256 === undefined || !/^[0-9a-f]{64}$/.test(sha256)) throw problem('validation', { fields: [{ field: CHUNK_HASH, faults: ['matches'] }] });
  return { offset: Number(offset), content: body, sha256 };
}
