import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { countyCodeOf, padVillageCode, problem, uuidV7, type CaseId } from '#domain';
import { AccessLog, currentContext, Db, JobQueue, toPage, uuidCursor, type Actor, type Page, type PageQuery } from '#platform';
import { BatchStore, wrongState } from './batch-store.js';
import { cleanName } from './clean-name.js';
import * as sql from './batch.queries.js';
import type { BatchRow, BatchState } from './batch.queries.js';
import { ImportFiles } from './import-files.js';
import { Mappings } from './mappings.js';
import { storedActor } from './stored-actor.js';

export interface Upload {
  readonly file: Readable;
  readonly fileName: string;
  /** Year of rows that name none. */
  readonly year: () => number | null;
}

const UNDO_HOURS = 24;
const RUNNING: readonly BatchState[] = ['parsing', 'committing'];

/** What people do with a batch; the work itself is done by jobs. */
@Injectable()
export class ImportService {
  constructor(
    private readonly db: Db,
    private readonly files: ImportFiles,
    private readonly store: BatchStore,
    private readonly mappings: Mappings,
    private readonly queue: JobQueue,
    private readonly access: AccessLog,
  ) {}

  /** Takes a file and has it checked. Opens its own transaction: nothing is held while bytes arrive. */
  async upload(actor: Actor, requestId: string, upload: Upload): Promise<BatchRow> {
    const saved = await this.files.save(upload.file, upload.fileName);
    try {
      return await this.db.run({ actor, requestId }, async () => {
        const { today } = currentContext();
        const year = upload.year() ?? Number(today.slice(0, 4));
        if (year < 2000 || year > Number(today.slice(0, 4))) throw problem('import.year', { latest: today.slice(0, 4) });
        const id: CaseId = { countyCode: countyCodeOf(actor.division), id: uuidV7() };
        await this.db.query(sql.insertBatch, [JSON.stringify({
          county_code: id.countyCode, id: id.id, village_code: padVillageCode(actor.division), division_code: actor.division,
          file_name: cleanName(upload.fileName), file_kind: saved.kind, file_sha256: saved.sha256, file_bytes: saved.bytes, stored_name: saved.storedName,
          encoding: saved.encoding, year, actor: storedActor(actor),
        })]);
        await this.access.event('UPLOAD', 'import_batch', id.id, { sha256: saved.sha256, bytes: saved.bytes, kind: saved.kind });
        this.wake('import.parse', id);
        return this.store.find(id);
      });
    } catch (error) {
      await this.files.delete('imports', saved.storedName);
      throw error;
    }
  }

  list(query: PageQuery): Promise<Page<BatchRow>> {
    return this.db.query<BatchRow>(sql.listBatches, [uuidCursor(query.cursor), query.limit + 1]).then((rows) => toPage(rows, query.limit, (row) => [row.id], (row) => row));
  }

  find(id: CaseId): Promise<BatchRow> {
    return this.store.find(id);
  }

  /** Checks the file again, for instance after data changed. */
  async validate(id: CaseId): Promise<BatchRow> {
    return this.restart(id, ['uploaded', 'needs_mapping', 'validated', 'failed']);
  }

  /** Maps headings by hand, keeps the mapping for the next file of the layout, and checks again. */
  async map(id: CaseId, chosen: Readonly<Record<string, string>>): Promise<BatchRow> {
    const batch = await this.store.lock(id, 'needs_mapping', 'validated', 'failed');
    const mapping = this.mappings.check(chosen);
    await this.db.query(sql.setMapping, [id.countyCode, id.id, JSON.stringify(mapping)]);
    await this.mappings.keep(currentContext().actor.division, batch.layout, mapping);
    return this.restart(id, [batch.state]);
  }

  /** Has the checked rows written: all of them or none, or the good ones. */
  async commit(id: CaseId, mode: 'all' | 'good'): Promise<BatchRow> {
    const batch = await this.store.lock(id, 'validated');
    if (batch.stored_name === null) throw problem('import.file-gone');
    if (mode === 'all' && (batch.rows_rejected ?? 0) > 0) throw problem('import.has-rejected', { rejected: batch.rows_rejected });
    return this.move(id, { from: ['validated'], to: 'committing', mode, job: 'import.commit' });
  }

  /** Takes a batch back within 24 hours, while nobody has touched what it wrote. */
  async undo(id: CaseId): Promise<BatchRow> {
    const batch = await this.store.lock(id, 'committed');
    const age = currentContext().now.getTime() - (batch.committed_at?.getTime() ?? 0);
    if (age > UNDO_HOURS * 3_600_000) throw problem('import.undo-expired');
    return this.move(id, { from: ['committed'], to: 'undoing', mode: null, job: 'import.undo' });
  }

  /** Gives a batch up. What is running stops at its next step and writes nothing. */
  async cancel(id: CaseId): Promise<BatchRow> {
    const batch = await this.store.lock(id, 'uploaded', 'parsing', 'needs_mapping', 'validated', 'committing', 'failed');
    if (RUNNING.includes(batch.state)) await this.db.query(sql.requestCancel, [id.countyCode, id.id]);
    else await this.db.query(sql.moveState, [id.countyCode, id.id, [batch.state], 'cancelled']);
    return this.store.find(id);
  }

  private restart(id: CaseId, from: BatchState[]): Promise<BatchRow> {
    return this.move(id, { from, to: 'uploaded', mode: null, job: 'import.parse' });
  }

  private async move(id: CaseId, step: { from: BatchState[]; to: BatchState; mode: 'all' | 'good' | null; job: 'import.parse' | 'import.commit' | 'import.undo' }): Promise<BatchRow> {
    const actor = JSON.stringify(storedActor(currentContext().actor));
    const row = await this.db.maybeOne<BatchRow>(sql.moveStateAs, [id.countyCode, id.id, step.from, step.to, actor, step.mode]);
    if (!row) throw wrongState((await this.store.find(id)).state);
    this.wake(step.job, id);
    return row;
  }

  private wake(job: 'import.parse' | 'import.commit' | 'import.undo', { countyCode, id }: CaseId): void {
    this.db.afterCommit(async () => void (await this.queue.send(job, { batchId: id, countyCode })));
  }
}
