import { PassThrough, type Readable, type Writable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { CellKind, ERROR_HEADING, problem, type CaseId, type CellFault } from '#domain';
import { AccessLog, CryptoProvider, currentContext, Db, type Actor } from '#platform';
import { CsvWriter } from '../../export/files/csv-writer.js';
import type { OutCell, SheetWriter } from '../../export/files/sheet-writer.js';
import { Style } from '../../export/files/xlsx-parts.js';
import { XlsxWriter } from '../../export/files/xlsx-writer.js';
import { BatchStore } from '../batch/batch-store.js';
import type { BatchRow } from '../batch/batch.queries.js';
import { seesCells } from '../batch/hidden-cells.js';
import { ImportFiles } from '../batch/import-files.js';
import { openTable } from '../files/open-table.js';
import type { RawRow } from '../files/raw-table.js';
import * as sql from '../run/rows.queries.js';

export interface ErrorFile {
  readonly file: Readable;
  readonly name: string;
  readonly format: 'xlsx' | 'csv';
}

interface MarkedRow {
  readonly n: number;
  readonly faults: CellFault[];
  readonly corrected: boolean;
  readonly id: string;
  readonly cells_enc: string;
}

/** The uploaded file again, with the bad cells marked and the reason of each in words, in a last column. */
@Injectable()
export class ErrorFileService {
  private readonly log = new Logger(ErrorFileService.name);

  constructor(
    private readonly db: Db,
    private readonly crypto: CryptoProvider,
    private readonly files: ImportFiles,
    private readonly store: BatchStore,
    private readonly access: AccessLog,
  ) {}

  /** Opens transactions of its own, page by page: the file may be large and its reader slow. `onlyBad` leaves the good rows out. */
  async open(actor: Actor, requestId: string, id: CaseId, onlyBad: boolean): Promise<ErrorFile> {
    const batch = await this.db.run({ actor, requestId }, async () => {
      const found = await this.store.find(id);
      if (found.columns === null || found.rows_in === null) throw problem('import.wrong-state', { state: found.state });
      if (found.stored_name === null) throw problem('import.file-gone');
      if (!seesCells(found)) throw problem('forbidden');
      await this.access.event('DOWNLOAD', 'import_batch', id.id, { file: 'errors', onlyBad });
      return found;
    });
    const file = new PassThrough();
    this.write({ actor, requestId }, batch, { out: file, onlyBad }).then(() => file.end(), (error: unknown) => {
      this.log.error({ requestId, error: error instanceof Error ? error.name : 'error' }, 'error file ended early');
      file.destroy(new Error('the error file could not be written'));
    });
    const name = `${batch.file_name.replace(/\.[^.]*$/, '')}-错误.${batch.file_kind}`;
    return { file, name, format: batch.file_kind };
  }

  /** Writes the file to a stream; used by the command line and by measurements as well. */
  async write(run: { actor: Actor; requestId: string }, batch: BatchRow, { out, onlyBad }: { out: Writable; onlyBad: boolean }): Promise<void> {
    const writer: SheetWriter = batch.file_kind === 'xlsx' ? new XlsxWriter(out, { sheetName: '数据' }) : new CsvWriter(out, batch.encoding === 'gb18030' ? 'gbk' : 'utf8-bom');
    const headingRows = (batch.columns?.headingRow ?? 0) + (batch.columns?.headingRows ?? 1);
    const width = batch.columns?.columns.length ?? 0;
    const reasons = errorColumn(batch);
    let index = 0;
    for await (const rows of openTable(this.files.pathOf('imports', batch.stored_name ?? ''), { kind: batch.file_kind, encoding: batch.encoding }).rows()) {
      const marked = await this.db.run({ ...run, readOnly: true }, () => this.marked(batch, rows));
      for (const raw of rows) {
        index += 1;
        if (index <= headingRows) await writer.row(headingLine(raw, { reasons, last: index === headingRows }));
        else if (!onlyBad || marked.has(raw.n)) await writer.row(this.line(raw, marked.get(raw.n), { width, reasons }));
      }
    }
    await writer.finish();
  }

  private async marked(batch: BatchRow, rows: readonly RawRow[]): Promise<Map<number, MarkedRow>> {
    void currentContext(); // only inside a transaction: row security decides what may be seen
    const found = await this.db.query<MarkedRow>(sql.faultsBetween, [batch.county_code, batch.id, rows[0]?.n ?? 0, rows.at(-1)?.n ?? 0]);
    return new Map(found.map((row) => [row.n, row]));
  }

  private line(raw: RawRow, mark: MarkedRow | undefined, { width, reasons }: { width: number; reasons: number }): OutCell[] {
    const corrected = mark?.corrected ? (JSON.parse(this.crypto.decrypt('import_row', 'cells', mark.id, mark.cells_enc)) as string[]) : null;
    const texts = corrected ?? raw.cells;
    const faults = mark?.faults ?? [];
    const bad = new Set(faults.map((fault) => fault.column));
    const cells: OutCell[] = Array.from({ length: Math.max(width, texts.length, reasons + 1) }, (_, index) => ({ ...cellOf(texts[index] ?? '', corrected ? 0 : (raw.kinds?.[index] ?? 0)), bad: bad.has(index) }));
    cells[reasons] = { value: faults.map((fault) => fault.zh).join('；'), bad: faults.length > 0 };
    return cells;
  }
}

/** A number stays one; a number that has lost its digits stays as it was, marked. */
function cellOf(text: string, kind: number): OutCell {
  return kind === CellKind.number && text !== '' && Number.isFinite(Number(text)) ? { value: Number(text) } : { value: text };
}

/** The column of reasons: the one that an earlier error file brought along, or a new last one. */
function errorColumn(batch: BatchRow): number {
  const columns = batch.columns?.columns ?? [];
  return columns.find((column) => column.heading.trim() === ERROR_HEADING)?.index ?? columns.length;
}

function headingLine(raw: RawRow, { reasons, last }: { reasons: number; last: boolean }): OutCell[] {
  const cells: OutCell[] = Array.from({ length: Math.max(raw.cells.length, last ? reasons + 1 : 0) }, (_, index) => ({ value: raw.cells[index] ?? '', style: Style.heading }));
  if (last) cells[reasons] = { value: ERROR_HEADING, style: Style.heading };
  return cells;
}
