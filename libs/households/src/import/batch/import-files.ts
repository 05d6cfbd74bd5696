import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { problem } from '#domain';
import { ENV, type Env } from '#platform';
import { detectEncoding, type Encoding } from '../files/encoding.js';
import { limits } from '../files/raw-table.js';
import { sniffKind, type FileKind } from '../files/sniff.js';
import { Workbook } from '../files/zip-file.js';

export interface SavedFile {
  readonly storedName: string;
  readonly kind: FileKind;
  readonly encoding: Encoding | null;
  readonly sha256: string;
  readonly bytes: number;
}

const HEAD_BYTES = 4096;

/** Files of imports and exports below DATA_DIR, under random names; names of users never become paths. */
@Injectable()
export class ImportFiles {
  constructor(@Inject(ENV) private readonly env: Env) {}

  pathOf(folder: 'imports' | 'exports', storedName: string): string {
    if (!/^[0-9a-f]{32}$/.test(storedName)) throw new Error('not a stored name');
    return path.join(this.env.dataDir, folder, storedName);
  }

  async newPath(folder: 'imports' | 'exports'): Promise<{ storedName: string; file: string }> {
    await mkdir(path.join(this.env.dataDir, folder), { recursive: true, mode: 0o700 });
    const storedName = randomBytes(16).toString('hex');
    return { storedName, file: this.pathOf(folder, storedName) };
  }

  /** Saves an upload and looks at it: what it is, whether it may be opened at all. A refused file is deleted at once. */
  async save(upload: Readable, fileName: string): Promise<SavedFile> {
    const { storedName, file } = await this.newPath('imports');
    try {
      const hash = createHash('sha256');
      let bytes = 0;
      upload.on('data', (chunk: Buffer) => {
        hash.update(chunk);
        bytes += chunk.length;
      });
      await pipeline(upload, createWriteStream(file, { mode: 0o600 }));
      if ((upload as { truncated?: boolean }).truncated || bytes > limits.fileBytes) throw problem('payload-too-large');
      const kind = sniffKind(await headOf(file), fileName);
      if (kind === 'xlsx') (await Workbook.open(file)).close();
      const encoding = kind === 'csv' ? await detectEncoding(file) : null;
      return { storedName, kind, encoding, sha256: hash.digest('hex'), bytes };
    } catch (error) {
      await this.delete('imports', storedName);
      throw error;
    }
  }

  async delete(folder: 'imports' | 'exports', storedName: string): Promise<void> {
    await rm(this.pathOf(folder, storedName), { force: true });
  }
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
