import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { LocalStorageAdapter } from '@flystorage/local-fs';

/**
 * Files on the disk. A file appears under its name only when it is whole and on the disk, so that neither a crash nor a
 * power cut leaves half of one, and two writers of one name do not mix.
 */
export class DurableLocalAdapter extends LocalStorageAdapter {
  override async write(name: string, contents: Readable): Promise<void> {
    const target = path.join(this.rootDir, name);
    const folder = path.dirname(target);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const temporary = path.join(folder, `.${randomBytes(8).toString('hex')}`);
    try {
      const file = await open(temporary, 'wx', 0o600);
      try {
        for await (const part of contents) await file.appendFile(part as Uint8Array);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, target);
      await syncFolder(folder);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    }
  }
}

/** The name itself must reach the disk too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
