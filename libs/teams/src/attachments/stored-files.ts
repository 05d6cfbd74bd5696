import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CaseId } from '#domain';
import { Db, FileStore, systemActor, type AcceptedFile } from '#platform';
import * as sql from './attachment.queries.js';
import { chunkFolder, keptKey, thumbnailKey } from './file-keys.js';

/** The files that rows of `attachment` stand for: written before the row says so, deleted after the last row is gone. */
@Injectable()
export class StoredFiles {
  constructor(
    private readonly db: Db,
    private readonly store: FileStore,
  ) {}

  /** Writes what is kept and its thumbnail. @returns the hash that names it */
  async write(countyCode: string, { content, type, image }: AcceptedFile): Promise<string> {
    const sha256 = createHash('sha256').update(content).digest('hex');
    if (image) await this.store.write(thumbnailKey(countyCode, sha256), image.thumbnail, type);
    await this.store.write(keptKey(countyCode, sha256), content, type);
    return sha256;
  }

  /** Holds the file against deletion until the end of the transaction. @returns false when it has been deleted meanwhile */
  async hold(countyCode: string, sha256: string): Promise<boolean> {
    await this.db.query(sql.holdFile, [keptKey(countyCode, sha256)]);
    return this.store.exists(keptKey(countyCode, sha256));
  }

  /**
   * Deletes an attachment in the running transaction. Its file goes once that has been committed, unless another attachment
   * has the same one: a file without a row wastes a little space, a row without its file would be a loss.
   */
  async forget(id: CaseId): Promise<void> {
    await this.db.query(sql.deleteChunks, [id.countyCode, id.id]);
    const gone = await this.db.maybeOne<{ kept_sha256: string | null }>(sql.deleteAttachment, [id.countyCode, id.id]);
    const sha256 = gone?.kept_sha256 ?? null;
    this.db.afterCommit(() => this.store.deleteFolder(chunkFolder(id)));
    if (sha256 !== null) this.db.afterCommit(() => this.sweep(id.countyCode, sha256));
  }

  /** Chunks are not needed any more. */
  dropChunks(id: CaseId): Promise<void> {
    return this.store.deleteFolder(chunkFolder(id));
  }

  /** Deletes a file that no attachment has any more. Whoever is about to refer to it waits, and writes it again. */
  private sweep(countyCode: string, sha256: string): Promise<void> {
    return this.db.run({ actor: systemActor(countyCode) }, async () => {
      await this.db.query(sql.holdFile, [keptKey(countyCode, sha256)]);
      if (await this.db.maybeOne(sql.fileIsKept, [countyCode, sha256])) return;
      await this.store.delete(thumbnailKey(countyCode, sha256));
      await this.store.delete(keptKey(countyCode, sha256));
    });
  }
}
