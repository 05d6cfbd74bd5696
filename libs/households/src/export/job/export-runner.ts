import type { Writable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { isProblem, problem, shanghaiDate, type CaseId } from '#domain';
import { currentContext, Db, PdfPrinter, systemActor } from '#platform';
import { ImportFiles } from '../../import/batch/import-files.js';
import { restoreActor, scopeOfCounty } from '../../import/batch/stored-actor.js';
import { CsvWriter } from '../files/csv-writer.js';
import { ParquetTableWriter } from '../files/parquet-writer.js';
import type { OutCell, SheetWriter } from '../files/sheet-writer.js';
import { writeFile } from '../files/written-file.js';
import { XlsxWriter } from '../files/xlsx-writer.js';
import { ExportSources, type ExportSource, type ExportTable } from '../sources/export-source.js';
import { writeDocx } from '../word/docx-writer.js';
import type { WordDocument } from '../word/word-document.js';
import * as sql from './export-job.queries.js';
import type { ExportJobRow } from './export-job.queries.js';

const TIMEOUT_MS = 15 * 60_000;
const EXPIRY_MS = 24 * 3_600_000;
const MOST_ROWS = 500_000;
const LOOK_EVERY_MS = 1_000;
const MARK = '水印';

/** It was given up while it ran. */
class Cancelled extends Error {}

/** Writes the file of an export: the work of the job `export.run`, as the person who asked for it. */
@Injectable()
export class ExportRunner {
  constructor(
    private readonly db: Db,
    private readonly sources: ExportSources,
    private readonly files: ImportFiles,
    private readonly printer: PdfPrinter,
  ) {}

  /** Safe to repeat: a second run makes the file again. */
  async run(id: CaseId): Promise<void> {
    const system = systemActor(scopeOfCounty(id.countyCode));
    const asSystem = <T>(statement: string, ...params: unknown[]) => this.db.run({ actor: system }, () => this.db.query<T>(statement, [id.countyCode, id.id, ...params]));
    const [job] = await asSystem<ExportJobRow>(sql.startExport);
    if (!job) return;
    const look = async (percent: number) => {
      const [row] = await asSystem<{ cancel_requested: boolean }>(sql.setExportProgress, percent);
      if (row?.cancel_requested) throw new Cancelled();
    };
    try {
      const reading = { actor: restoreActor(job.actor), readOnly: true, steady: true, timeoutMs: TIMEOUT_MS };
      const done = job.format === 'pdf' ? await this.print(job, reading, look) : await this.db.run(reading, () => this.write(job, look));
      const result = { rows: done.rows, bytes: done.bytes, sha256: done.sha256, stored_name: done.storedName, finished_at: done.now, expires_at: new Date(done.now.getTime() + EXPIRY_MS) };
      await asSystem(sql.finishExport, JSON.stringify(result));
    } catch (error) {
      if (error instanceof Cancelled) return void (await asSystem(sql.endCancelled));
      const { code, zh, en } = isProblem(error) ? error : problem('internal');
      await asSystem(sql.failExport, JSON.stringify({ code, zh, en }));
      if (!isProblem(error)) throw error;
    }
  }

  /** The sheets are read in one transaction and printed after it. */
  private async print(job: ExportJobRow, reading: Parameters<Db['run']>[0], look: (percent: number) => Promise<void>) {
    const { document, now } = await this.db.run(reading, async () => ({ document: await this.sources.of(job.source).document?.(job.params), now: currentContext().now }));
    if (!document || document.sheets === 0) throw problem('print.nothing');
    await look(40);
    const pdf = await this.printer.print(document.html);
    await look(90);
    const { result: rows, ...file } = await writeFile(this.files, (out) => {
      out.write(pdf);
      return Promise.resolve(document.sheets);
    });
    return { ...file, rows, now };
  }

  private async write(job: ExportJobRow, look: (percent: number) => Promise<void>) {
    const source = this.sources.of(job.source);
    if (job.format === 'docx') return this.writeWords(job, source);
    const params = job.source === 'households' ? { layout: job.layout, sheet: job.sheet, year: job.year, filter: job.filter } : job.params;
    const table = await source.open(params, { columns: job.columns, unmasked: job.unmasked });
    const { result: rows, ...file } = await writeFile(this.files, (out) => writeTable(job, table, { out, look, about: aboutOf(job, source.name.zh, table) }));
    return { ...file, rows, now: currentContext().now };
  }

  private async writeWords(job: ExportJobRow, source: ExportSource) {
    const words = await source.words?.(job.params);
    if (!words) throw problem('export.source-unknown', { source: job.source });
    const { result: rows, ...file } = await writeFile(this.files, async (out) => {
      await writeDocx(out, signed(job, words), job.watermark ?? '');
      return job.rows_expected ?? 0;
    });
    return { ...file, rows, now: currentContext().now };
  }
}

/** With the lines that say who made it, when and what for. */
function signed(job: ExportJobRow, words: WordDocument): WordDocument {
  return { ...words, subtitle: [...words.subtitle, `编制：${job.actor.name}　${shanghaiDate(currentContext().now)}`, `用途：${job.purpose ?? ''}`] };
}

interface Writing {
  readonly out: Writable;
  readonly about: readonly (readonly [string, string | number])[];
  readonly look: (percent: number) => Promise<void>;
}

async function writeTable(job: ExportJobRow, table: ExportTable, { out, about, look }: Writing): Promise<number> {
  const mark = job.watermark ?? '';
  const marked = table.markRows ? [...table.columns, { key: 'mark', heading: { zh: MARK, en: 'Watermark' }, type: 'text' as const }] : table.columns;
  const markCell: OutCell[] = table.markRows ? [{ value: mark }] : [];
  const workbook = job.format === 'xlsx' ? new XlsxWriter(out, { sheetName: '数据', frozenRows: 1, mark }) : null;
  const writer: SheetWriter = workbook ?? (job.format === 'csv' ? new CsvWriter(out, job.encoding) : new ParquetTableWriter(out, marked.map(({ heading, type }) => ({ name: heading.zh, type })), about));
  await writer.headings(marked.map(({ heading }) => heading.zh));
  let rows = 0;
  let looked = performance.now();
  for await (const page of table.pages()) {
    rows += page.length;
    if (rows > MOST_ROWS) throw problem('export.too-many-rows', { limit: MOST_ROWS });
    for (const cells of page) await writer.row([...cells, ...markCell]);
    if (performance.now() - looked < LOOK_EVERY_MS) continue;
    looked = performance.now();
    await look(Math.min(99, Math.round((rows * 100) / Math.max(rows, job.rows_expected ?? rows))));
  }
  if (workbook) await describe(workbook, [...about, ['行数', rows]]);
  await writer.finish();
  return rows;
}

/** What was asked, by whom and when. A file that travels must say where it comes from. */
function aboutOf(job: ExportJobRow, source: string, table: ExportTable): (readonly [string, string | number])[] {
  const second: [string, string][] = job.decided_by_name === null ? [] : [['批准人', job.decided_by_name]];
  return [
    ['内容', source], ...table.about, ['敏感信息', job.unmasked ? '明文' : '已脱敏'], ['用途', job.purpose ?? ''], ['导出人', job.actor.name], ...second, ['数据截至', currentContext().now.toISOString()],
    [MARK, job.watermark ?? ''],
  ];
}

async function describe(workbook: XlsxWriter, about: readonly (readonly [string, string | number])[]): Promise<void> {
  await workbook.endSheet();
  await workbook.beginSheet({ name: '说明', hidden: false });
  for (const [name, value] of about) await workbook.row([{ value: name }, { value }]);
}
