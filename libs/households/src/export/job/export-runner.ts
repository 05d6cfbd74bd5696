import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { PassThrough, type Writable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { isProblem, layoutOf, problem, type CaseId } from '#domain';
import { currentContext, Db, systemActor } from '#platform';
import { FieldWriter } from '../../store/field-writer.js';
import { ImportFiles } from '../../import/batch/import-files.js';
import { restoreActor, scopeOfCounty } from '../../import/batch/stored-actor.js';
import { CsvWriter } from '../files/csv-writer.js';
import type { SheetWriter } from '../files/sheet-writer.js';
import { XlsxWriter } from '../files/xlsx-writer.js';
import { exportCell } from '../rows/export-cells.js';
import { ExportReader } from '../rows/export-reader.js';
import * as sql from './export-job.queries.js';
import type { ExportJobRow } from './export-job.queries.js';

const TIMEOUT_MS = 15 * 60_000;
const EXPIRY_MS = 24 * 3_600_000;
const MOST_ROWS = 500_000;

interface Finished {
  readonly storedName: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly now: Date;
}

/** Writes the file of an export: the work of the job `export.run`, as the person who asked for it. */
@Injectable()
export class ExportRunner {
  constructor(
    private readonly db: Db,
    private readonly reader: ExportReader,
    private readonly fieldWriter: FieldWriter,
    private readonly files: ImportFiles,
  ) {}

  /** Safe to repeat: a second run makes the file again. */
  async run(id: CaseId): Promise<void> {
    const system = systemActor(scopeOfCounty(id.countyCode));
    const job = await this.db.run({ actor: system }, () => this.db.maybeOne<ExportJobRow>(sql.startExport, [id.countyCode, id.id]));
    if (!job) return;
    try {
      const done = await this.db.run({ actor: restoreActor(job.actor), readOnly: true, timeoutMs: TIMEOUT_MS }, () => this.write(job));
      const result = {
        rows: done.rows, bytes: done.bytes, sha256: done.sha256, stored_name: done.storedName, finished_at: done.now, expires_at: new Date(done.now.getTime() + EXPIRY_MS),
      };
      await this.db.run({ actor: system }, () => this.db.query(sql.finishExport, [id.countyCode, id.id, JSON.stringify(result)]));
    } catch (error) {
      const { code, zh, en } = isProblem(error) ? error : problem('internal');
      await this.db.run({ actor: system }, () => this.db.query(sql.failExport, [id.countyCode, id.id, JSON.stringify({ code, zh, en })]));
      if (!isProblem(error)) throw error;
    }
  }

  private async write(job: ExportJobRow): Promise<Finished> {
    const { storedName, file } = await this.files.newPath('exports');
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
      const rows = await this.writeRows(job, out);
      out.end();
      await once(target, 'close');
      return { storedName, rows, bytes, sha256: hash.digest('hex'), now: currentContext().now };
    } catch (error) {
      target.destroy();
      await this.files.delete('exports', storedName);
      throw error;
    }
  }

  private async writeRows(job: ExportJobRow, out: Writable): Promise<number> {
    const layout = layoutOf(job.layout, job.sheet);
    const workbook = job.format === 'xlsx' ? new XlsxWriter(out, { sheetName: '数据', frozenRows: 1 }) : null;
    const writer: SheetWriter = workbook ?? new CsvWriter(out, job.encoding);
    const options = { writer: this.fieldWriter, unmasked: job.unmasked };
    await writer.headings(layout.columns.map((column) => column.heading));
    let rows = 0;
    for await (const page of this.reader.lines(layout, job.year, job.filter)) {
      rows += page.length;
      if (rows > MOST_ROWS) throw problem('export.too-many-rows', { limit: MOST_ROWS });
      for (const line of page) await writer.row(layout.columns.map((column) => exportCell(line, column, options)));
    }
    if (workbook) await describe(workbook, job, { rows, now: currentContext().now });
    await writer.finish();
    return rows;
  }
}

/** Second sheet: what was asked, by whom and when. A file that travels must say where it comes from. */
async function describe(workbook: XlsxWriter, job: ExportJobRow, { rows, now }: { rows: number; now: Date }): Promise<void> {
  await workbook.endSheet();
  await workbook.beginSheet({ name: '说明', hidden: false });
  const lines: [string, string | number][] = [
    ['版式', `${job.layout} ${layoutOf(job.layout, job.sheet).zh}`], ['年度', job.year], ['范围', job.filter.division], ['脱贫属性', (job.filter.status ?? []).join('、') || '全部'],
    ['行数', rows], ['敏感信息', job.unmasked ? '明文' : '已脱敏'], ['用途', job.purpose ?? ''], ['导出人', job.actor.name], ['数据截至', now.toISOString()],
  ];
  for (const [name, value] of lines) await workbook.row([{ value: name }, { value }]);
}
