import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { PassThrough, type Writable } from 'node:stream';
import type { ImportFiles } from '../../import/batch/import-files.js';

export interface WrittenFile {
  readonly storedName: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes a new file below DATA_DIR/exports and takes its hash on the way; a file that could not be finished is gone. */
export async function writeFile<T>(files: ImportFiles, write: (out: Writable) => Promise<T>): Promise<WrittenFile & { readonly result: T }> {
  const { storedName, file } = await files.newPath('exports');
  const target = createWriteStream(file, { mode: 0o600 });
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    const out = new PassThrough();
    out.on('data', (chunk: Buffer) => {
      hash.update(chunk);
      bytes += chunk.length;
    });
    out.pipe(target);
    const result = await write(out);
    out.end();
    await once(target, 'close');
    return { storedName, bytes, sha256: hash.digest('hex'), result };
  } catch (error) {
    target.destroy();
    await files.delete('exports', storedName);
    throw error;
  }
}
