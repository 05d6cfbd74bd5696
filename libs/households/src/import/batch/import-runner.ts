import { Injectable } from '@nestjs/common';
import { problem, type CaseId, type Recognition } from '#domain';
import { AccessLog, CryptoProvider, currentContext, Db } from '#platform';
import { FieldWriter } from '../../store/field-writer.js';
import { openTable } from '../files/open-table.js';
import { StateLoader } from '../judge/state-loader.js';
import { runImport, type RunResult } from '../run/import-run.js';
import { PlaceLoader } from '../run/place-loader.js';
import * as rowsSql from '../run/rows.queries.js';
import { BatchStore } from './batch-store.js';
import * as sql from './batch.queries.js';
import type { BatchRow } from './batch.queries.js';
import { ImportFiles } from './import-files.js';
import { Mappings } from './mappings.js';
import { restoreActor } from './stored-actor.js';

/** A file may take minutes; a request may not. */
const RUN_TIMEOUT_MS = 15 * 60_000;
const PROGRESS_EVERY_MS = 1_000;
/** Only these may load a register with its standing; for others a decision registers a household. */
export const adoptingRoles: readonly string[] = ['county_officer', 'system'];

/** Checks a file, and writes it: the work of the jobs `import.parse` and `import.commit`, as the person who asked for it. */
@Injectable()
export class ImportRunner {
  constructor(
    private readonly db: Db,
    private readonly crypto: CryptoProvider,
    private readonly fieldWriter: FieldWriter,
    private readonly loader: StateLoader,
    private readonly places: PlaceLoader,
    private readonly files: ImportFiles,
    private readonly mappings: Mappings,
    private readonly store: BatchStore,
    private readonly access: AccessLog,
  ) {}

  /** Checks a file without writing to the register. Safe to repeat. */
  async check(id: CaseId): Promise<void> {
    const batch = await this.store.load(id);
    if (batch.state !== 'uploaded' && batch.state !== 'parsing') return;
    const actor = restoreActor(batch.actor);
    await this.db.run({ actor }, () => this.db.query(sql.moveState, [id.countyCode, id.id, ['uploaded', 'parsing'], 'parsing']));
    await this.guarded(id, 'parsing', () => this.db.run({ actor, timeoutMs: RUN_TIMEOUT_MS }, async () => {
      const result = await this.run(id, batch, 'parsing');
      if (result) await this.finish(id, result, { state: result.counts ? 'validated' : 'needs_mapping', was: 'parsing' });
    }));
  }

  /** Writes a checked file: everything or nothing reaches the register. Safe to repeat. */
  async commit(id: CaseId): Promise<void> {
    const batch = await this.store.load(id);
    if (batch.state !== 'committing') return;
    await this.guarded(id, 'committing', () => this.db.run({ actor: restoreActor(batch.actor), timeoutMs: RUN_TIMEOUT_MS }, async () => {
      const result = await this.run(id, batch, 'committing');
      if (!result) return;
      const { counts } = result;
      if (!counts) throw problem('import.changed');
      if (batch.commit_mode === 'all' && counts.rejected > 0) throw problem('import.has-rejected', { rejected: counts.rejected });
      await this.finish(id, result, { state: 'committed', was: 'committing' });
      await this.access.event('IMPORT', 'import_batch', id.id, { ...counts, file: batch.file_sha256, mode: batch.commit_mode }, { villageCode: batch.village_code });
    }));
  }

  private async guarded(id: CaseId, during: 'parsing' | 'committing', work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      await this.store.fail(id, error, during);
      if (!(error instanceof Error && 'zh' in error)) throw error;
    }
  }

  /** Null when another run of this batch is at work. */
  private async run(id: CaseId, batch: BatchRow, during: 'parsing' | 'committing'): Promise<RunResult | null> {
    const { locked } = await this.db.one<{ locked: boolean }>(sql.tryLockRun, [id.id]);
    const fresh = await this.store.find(id);
    if (!locked || fresh.state !== during) return null;
    if (batch.stored_name === null) throw problem('import.file-gone');
    const path = this.files.pathOf('imports', batch.stored_name);
    const { now, today, actor } = currentContext();
    const division = batch.actor.division;
    const corrected = await this.db.query<rowsSql.ImportRowRow>(rowsSql.correctedRows, [id.countyCode, id.id]);
    const report = this.reporter(id, batch);
    return runImport(
      { db: this.db, crypto: this.crypto, fieldWriter: this.fieldWriter, loader: this.loader },
      {
        batch: { countyCode: id.countyCode, villageCode: batch.village_code, batchId: id.id },
        open: () => openTable(path, { kind: batch.file_kind, encoding: batch.encoding }),
        year: batch.year, mapping: await this.mappings.known(division, batch.mapping),
        corrections: new Map(corrected.map((row) => [row.n, this.cellsOf(row)])),
        places: await this.places.load(division), placeKnown: division.length === 12,
        mayAdopt: adoptingRoles.includes(actor.role), write: during === 'committing', now, today, progress: report,
      },
    );
  }

  cellsOf(row: Pick<rowsSql.ImportRowRow, 'id' | 'cells_enc'>): string[] {
    return JSON.parse(this.crypto.decrypt('import_row', 'cells', row.id, row.cells_enc)) as string[];
  }

  private reporter(id: CaseId, batch: BatchRow): (rows: number) => Promise<void> {
    // Nobody knows the number of rows before the end; the size of the file tells roughly.
    const expected = batch.rows_in ?? Math.max(1, batch.file_bytes / (batch.file_kind === 'csv' ? 300 : 120));
    let last = performance.now();
    return async (rows) => {
      if (performance.now() - last < PROGRESS_EVERY_MS) return;
      last = performance.now();
      await this.store.progress(id, (rows * 95) / expected);
    };
  }

  private async finish(id: CaseId, result: RunResult, { state, was }: { state: string; was: string }): Promise<void> {
    const { now, requestId } = currentContext();
    const { counts, recognition, notes, warnings } = result;
    const committed = state === 'committed';
    const row = {
      state, layout: recognition.layout, sheet: recognition.sheet, columns: storedColumns(recognition), notes, warnings,
      rows_in: counts?.rowsIn ?? null, rows_created: counts?.created ?? null, rows_updated: counts?.updated ?? null, rows_unchanged: counts?.unchanged ?? null,
      rows_rejected: counts?.rejected ?? null, households_created: counts?.householdsCreated ?? null, households_updated: counts?.householdsUpdated ?? null,
      validated_at: committed ? null : now.toISOString(), committed_at: committed ? now.toISOString() : null, commit_request: committed ? requestId : null,
    };
    const done = await this.db.query(sql.finishRun, [id.countyCode, id.id, JSON.stringify(row), was]);
    if (done.length === 0) throw problem('import.cancelled');
  }
}

function storedColumns({ headingRow, headingRows, columns, unknown, missing }: Recognition) {
  return { headingRow, headingRows, columns, unknown, missing };
}
