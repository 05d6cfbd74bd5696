import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { ResizeFit, Transformer } from '@napi-rs/image';
import { uploadResumably, type Cut, type UploadTarget } from './resumable-client.js';

export interface UploadsBench {
  readonly photos: number;
  readonly bytes: number;
  /** Bytes that went over the line a second time. */
  readonly sentAgainBytes: number;
  readonly cuts: number;
  /** Until every photograph was checked, rebuilt and kept. */
  readonly seconds: number;
  /** The same bytes written to the same disk, each file synced. */
  readonly copySeconds: number;
  /** Decoding, turning, encoding and thumbnails alone, one after another. */
  readonly rebuildSeconds: number;
}

export interface UploadsPlan {
  readonly target: UploadTarget;
  readonly householdId: string;
  /** A folder on the disk that the server writes to; emptied afterwards. */
  readonly folder: string;
  readonly photos: number;
  readonly rebuild: (photo: Buffer) => Promise<unknown>;
}

/** Small enough for three chunks of a photograph: the line can break inside one. */
const CHUNK_BYTES = 131_072;
const LINE_BREAKS: readonly Cut[] = ['body', 'before', 'answer'];

/** Sends photographs of about 300 KB one after another, breaks the line three times, and writes the same bytes to the disk beside it. */
export async function benchUploads({ target, householdId, folder, photos, rebuild }: UploadsPlan): Promise<UploadsBench> {
  const files = await Promise.all(Array.from({ length: photos }, (_, seed) => syntheticPhoto(seed)));
  const bytes = files.reduce((sum, file) => sum + file.length, 0);
  const breaks = new Map(LINE_BREAKS.map((cut, index): [number, Cut] => [Math.floor(((index + 1) * photos) / (LINE_BREAKS.length + 1)), cut]));
  let sent = 0;
  let cuts = 0;
  const seconds = await timed(async () => {
    for (const [index, file] of files.entries()) {
      const cut = breaks.get(index);
      const report = await uploadResumably(target, file, { householdId, chunkBytes: CHUNK_BYTES, ...(cut ? { cuts: new Map([[1, cut]]) } : {}) });
      if (report.state !== 'READY') throw new Error(`photograph ${index} is ${report.state}`);
      sent += report.sentBytes;
      cuts += report.cuts;
    }
  });
  const copySeconds = await timed(() => copyAll(files, folder));
  const rebuildSeconds = await timed(async () => {
    for (const file of files) await rebuild(file);
  });
  return { photos, bytes, sentAgainBytes: sent - bytes, cuts, seconds, copySeconds, rebuildSeconds };
}

/** A picture of nobody: hashes as colours, blown up. About 300 KB. */
export function syntheticPhoto(seed: number): Promise<Buffer> {
  const [across, down] = [160, 120];
  const tile = Buffer.alloc(across * down * 4);
  for (let block = 0; block * 32 < tile.length; block += 1) createHash('sha256').update(`${seed}/${block}`).digest().copy(tile, block * 32);
  for (const [at, value] of tile.entries()) tile[at] = at % 4 === 3 ? 255 : 64 + (value >> 1);
  return Transformer.fromRgbaPixels(tile, across, down).fastResize({ width: 1_280, height: 960, fit: ResizeFit.Fill }).jpeg(72);
}

async function copyAll(files: readonly Buffer[], folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [index, content] of files.entries()) {
    const file = await open(path.join(folder, String(index)), 'w');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
  }
  rmSync(folder, { recursive: true });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}
