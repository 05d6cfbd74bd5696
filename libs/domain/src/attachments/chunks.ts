/** Largest chunk in bytes: one request body. */
export const CHUNK_MAX_BYTES = 1_048_576;
/** Smallest chunk in bytes, the last one excepted: a file is not sent byte by byte. */
export const CHUNK_MIN_BYTES = 16_384;

/** Where an upload stands, in bytes. */
export interface UploadProgress {
  readonly bytes: number;
  readonly receivedBytes: number;
}

export interface Chunk {
  readonly offset: number;
  readonly bytes: number;
}

/** `accept`: it continues the file. `repeat`: it lies in what has arrived, so its hash decides. */
export type ChunkJudgement =
  | { readonly verdict: 'accept' | 'repeat' }
  | { readonly verdict: 'refuse'; readonly code: 'attachment.wrong-offset' | 'attachment.chunk-size' | 'attachment.too-long'; readonly params: Readonly<Record<string, number>> };

/** Whether a chunk may be taken now. Pure: phone and server ask the same question. */
export function judgeChunk({ bytes, receivedBytes }: UploadProgress, chunk: Chunk): ChunkJudgement {
  const end = chunk.offset + chunk.bytes;
  if (end > bytes) return { verdict: 'refuse', code: 'attachment.too-long', params: { bytes } };
  const tooSmall = chunk.bytes < CHUNK_MIN_BYTES && end !== bytes;
  if (chunk.bytes === 0 || chunk.bytes > CHUNK_MAX_BYTES || tooSmall) return { verdict: 'refuse', code: 'attachment.chunk-size', params: { min: CHUNK_MIN_BYTES, max: CHUNK_MAX_BYTES } };
  if (chunk.offset === receivedBytes) return { verdict: 'accept' };
  if (end <= receivedBytes) return { verdict: 'repeat' };
  return { verdict: 'refuse', code: 'attachment.wrong-offset', params: { expected: receivedBytes } };
}

/** Chunks of a file that is sent from `from` on, in order. */
export function chunksOf(bytes: number, from = 0, size: number = CHUNK_MAX_BYTES): Chunk[] {
  const count = Math.ceil(Math.max(0, bytes - from) / size);
  return Array.from({ length: count }, (_, index) => {
    const offset = from + index * size;
    return { offset, bytes: Math.min(size, bytes - offset) };
  });
}
