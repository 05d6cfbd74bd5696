import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { formatCaseId, isProblem, problem, type CaseId, type Problem } from '#domain';
import { Db, FileInspector, FileStore, type AcceptedFile } from '#platform';
import type { Asking } from './attachment-input.js';
import { AttachmentReader } from './attachment-reader.js';
import * as sql from './attachment.queries.js';
import type { AttachmentRow } from './attachment.queries.js';
import { chunkKey } from './file-keys.js';
import { isFinal, refusalOf } from './refusal.js';
import { StoredFiles } from './stored-files.js';

/** Ends an upload whose bytes are all there: whole hash, content, and then either kept or refused for good. */
@Injectable()
export class UploadFinisher {
  /** Uploads that this process is ending now: a client that repeats its last chunk waits for the same end. */
  private readonly ending = new Map<string, Promise<AttachmentRow>>();

  constructor(
    private readonly db: Db,
    private readonly store: FileStore,
    private readonly reader: AttachmentReader,
    private readonly inspector: FileInspector,
    private readonly files: StoredFiles,
  ) {}

  /**
   * May be repeated at any time: after a crash, or when the storage was full, the next call goes on from the bytes that are
   * there. @throws why the content was refused, or `file.…`
   */
  async finish(asking: Asking, id: CaseId): Promise<AttachmentRow> {
    const key = formatCaseId(id.countyCode, id.id);
    const running = this.ending.get(key) ?? this.end(asking, id).finally(() => this.ending.delete(key));
    this.ending.set(key, running);
    const row = await running;
    const refused = refusalOf(row);
    if (refused) throw refused;
    return row;
  }

  private async end(asking: Asking, id: CaseId): Promise<AttachmentRow> {
    const { row, chunks } = await this.db.run({ ...asking, readOnly: true }, async () => ({
      row: await this.reader.find(id), chunks: await this.db.query<sql.ChunkRow>(sql.chunksInOrder, [id.countyCode, id.id]),
    }));
    if (row.state !== 'UPLOADING') return row;
    try {
      return await this.keep(asking, id, await this.inspector.inspect(await this.assemble(row, chunks), row.mime));
    } catch (error) {
      if (isProblem(error) && isFinal(error)) return this.refuse(asking, id, error);
      throw error;
    }
  }

  private async assemble(row: AttachmentRow, chunks: readonly sql.ChunkRow[]): Promise<Buffer> {
    const parts: Buffer[] = [];
    const id = { countyCode: row.county_code, id: row.id };
    for (const chunk of chunks) parts.push(await this.store.read(chunkKey(id, chunk.id)));
    const content = Buffer.concat(parts);
    if (content.length !== row.bytes || createHash('sha256').update(content).digest('hex') !== row.sha256) throw problem('attachment.hash-mismatch');
    return content;
  }

  private async keep(asking: Asking, id: CaseId, accepted: AcceptedFile): Promise<AttachmentRow> {
    const sha256 = await this.files.write(id.countyCode, accepted);
    const { content, type, image } = accepted;
    const kept = await this.db.run(asking, async () => {
      // The nightly clean-up may have deleted a file of the same content between the writing and this moment.
      if (!(await this.files.hold(id.countyCode, sha256))) return null;
      await this.db.query(sql.markReady, [id.countyCode, id.id, type, content.length, sha256, image?.width ?? null, image?.height ?? null]);
      return this.ended(id);
    });
    return kept ?? this.keep(asking, id, accepted);
  }

  private refuse(asking: Asking, id: CaseId, { code, params }: Problem): Promise<AttachmentRow> {
    return this.db.run(asking, async () => {
      await this.db.query(sql.markRefused, [id.countyCode, id.id, JSON.stringify({ code, params })]);
      return this.ended(id);
    });
  }

  private async ended(id: CaseId): Promise<AttachmentRow> {
    await this.db.query(sql.deleteChunks, [id.countyCode, id.id]);
    this.db.afterCommit(() => this.files.dropChunks(id));
    return this.reader.find(id);
  }
}
