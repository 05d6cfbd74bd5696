import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { judgeChunk, problem, uuidV7, type CaseId, type ChunkJudgement } from '#domain';
import { Db, FileStore } from '#platform';
import type { Asking, SentChunk } from './attachment-input.js';
import { AttachmentReader } from './attachment-reader.js';
import * as sql from './attachment.queries.js';
import type { AttachmentRow } from './attachment.queries.js';
import { chunkKey } from './file-keys.js';
import { refusalOf } from './refusal.js';
import { UploadFinisher } from './upload-finisher.js';

/** Takes the bytes of an upload, chunk by chunk. No transaction is open while bytes travel or are written. */
@Injectable()
export class ChunkReceiver {
  constructor(
    private readonly db: Db,
    private readonly store: FileStore,
    private readonly reader: AttachmentReader,
    private readonly finisher: UploadFinisher,
  ) {}

  /**
   * Keeps a chunk, whole or not at all; the same chunk again is answered like the first time. The last one makes the file
   * whole: it is checked, and the answer says whether it is kept.
   * @throws `not-found`, `attachment.chunk-hash`, `attachment.wrong-offset`, `attachment.chunk-size`, `attachment.too-long`, `file.…`, and why the content was refused
   */
  async receive(asking: Asking, id: CaseId, chunk: SentChunk): Promise<AttachmentRow> {
    const before = await this.db.run({ ...asking, readOnly: true }, () => this.standing(id, chunk));
    if (createHash('sha256').update(chunk.content).digest('hex') !== chunk.sha256) throw problem('attachment.chunk-hash');
    const row = before.verdict === 'accept' ? await this.keep(asking, id, chunk) : before.row;
    return row.state === 'UPLOADING' && row.received_bytes === row.bytes ? this.finisher.finish(asking, id) : row;
  }

  /** Written first and counted afterwards: what is counted is there. */
  private async keep(asking: Asking, id: CaseId, chunk: SentChunk): Promise<AttachmentRow> {
    const chunkId = uuidV7();
    const key = chunkKey(id, chunkId);
    await this.store.write(key, chunk.content);
    let counted = false;
    try {
      return await this.db.run(asking, async () => {
        await this.db.query(sql.lockAttachment, [id.countyCode, id.id]);
        const { row, verdict } = await this.standing(id, chunk);
        counted = verdict === 'accept';
        if (!counted) return row;
        await this.db.query(sql.insertChunk, [id.countyCode, chunkId, row.village_code, id.id, chunk.offset, chunk.content.length, chunk.sha256]);
        return this.reader.find(id);
      });
    } catch (error) {
      counted = false;
      throw error;
    } finally {
      // Somebody sent the same chunk at the same time, or the upload has ended: this copy is not needed.
      if (!counted) await this.store.delete(key).catch(() => undefined);
    }
  }

  private async standing(id: CaseId, chunk: SentChunk): Promise<{ row: AttachmentRow; verdict: 'accept' | 'repeat' }> {
    const row = await this.reader.find(id);
    const refused = refusalOf(row);
    if (refused) throw refused;
    const judgement: ChunkJudgement = judgeChunk({ bytes: row.bytes, receivedBytes: row.received_bytes }, { offset: chunk.offset, bytes: chunk.content.length });
    if (judgement.verdict === 'refuse') throw problem(judgement.code, judgement.params);
    if (judgement.verdict === 'repeat' && row.state === 'UPLOADING') await this.requireSame(row, chunk);
    return { row, verdict: judgement.verdict };
  }

  /** What has arrived stays as it is: other bytes for the same place are refused with the place to go on from. */
  private async requireSame(row: AttachmentRow, chunk: SentChunk): Promise<void> {
    const kept = await this.db.maybeOne<sql.ChunkRow>(sql.chunkAt, [row.county_code, row.id, chunk.offset]);
    if (kept?.bytes !== chunk.content.length || kept.sha256 !== chunk.sha256) throw problem('attachment.wrong-offset', { expected: row.received_bytes });
  }
}
