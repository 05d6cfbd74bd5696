import { createReadStream, createWriteStream, rmSync, statSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { layoutOf, uuidV7, type CaseId, type Layout, type LayoutId } from '#domain';
import { DivisionReader } from '#divisions';
import { Db, systemActor, type Actor } from '#platform';
import { CsvWriter } from '../../export/files/csv-writer.js';
import { XlsxWriter } from '../../export/files/xlsx-writer.js';
import { BatchStore } from '../batch/batch-store.js';
import { ImportRunner } from '../batch/import-runner.js';
import { ImportService } from '../batch/import.service.js';
import { ErrorFileService } from '../report/error-file.js';
import { ImportFloors, timed, type SameRowsFloor } from './floors.js';
import { MemoryWatch } from './memory-watch.js';
import { samplePersons, sampleTable, type SampleVillage } from './sample-rows.js';

export interface BenchImportOptions {
  readonly rows: number;
  readonly layout?: LayoutId;
  readonly kind?: 'csv' | 'xlsx';
  /** Connection that may create a schema for the floors and reads all rows (the owner or an administrator). */
  readonly floorUrl: string;
  /** Territory that the rows belong to; a prefecture by default. */
  readonly division?: string;
}

export interface BenchImportFigures {
  readonly rows: number;
  readonly layout: LayoutId;
  readonly kind: 'csv' | 'xlsx';
  readonly fileMb: number;
  readonly checkMs: number;
  readonly commitMs: number;
  readonly errorFileMs: number;
  /** Processor time of this process for check and commit together. */
  readonly cpuMs: number;
  readonly rowsPerSecond: number;
  readonly recheckUnchangedMs: number;
  readonly floor: { readonly copyMs: number; readonly upsertMs: number; readonly sameRows: SameRowsFloor };
  /** Share of the floor's speed: check and commit together against COPY of the same rows. */
  readonly ofCopyOfFile: number;
  readonly ofUpsertOfFile: number;
  readonly ofCopyOfWrittenRows: number;
  readonly ofCopyOfWrittenRowsWithAudit: number;
  readonly peakMb: number;
  readonly beforeMb: number;
  readonly outcome: readonly (number | null)[];
}

/** One row in a hundred carries a fault, so that the error file has something to say. */
const FAULT_EVERY = 100;

/** Imports a generated file into an empty register and measures it against COPY of the same rows on the same server. */
export async function benchImport(app: INestApplicationContext, options: BenchImportOptions): Promise<BenchImportFigures> {
  const layoutId = options.layout ?? 'H-B';
  const kind = options.kind ?? 'csv';
  const actor = systemActor(options.division ?? '1502');
  const layout = layoutOf(layoutId);
  const villages = await villagesBelow(app, actor);
  const table = () => tableOf(layout, villages, options.rows);
  const folder = await mkdtemp(path.join(tmpdir(), 'bangfu-bench-'));
  const file = path.join(folder, `bench.${kind}`);
  try {
    await writeTable(file, kind, table());
    // First the import, so that the memory is its own; the floors keep whole files in theirs.
    const floors = new ImportFloors(options.floorUrl);
    const memory = new MemoryWatch();
    const run = await importOnce(app, actor, file);
    const peakMb = memory.stop();
    const sameRows = await floors.ofWrittenRows();
    const floor = await floors.ofFile(dataOf(table()), layout.columns.length, [0, 4, 7].map((index) => Math.min(index, layout.columns.length - 1)));
    const recheck = await upload(app, actor, file);
    const recheckUnchangedMs = await timed(() => app.get(ImportRunner).check(recheck));
    const importMs = run.checkMs + run.commitMs;
    return {
      rows: run.rows, layout: layoutId, kind, fileMb: statSync(file).size / 1_048_576, checkMs: run.checkMs, commitMs: run.commitMs, errorFileMs: run.errorFileMs, cpuMs: run.cpuMs,
      rowsPerSecond: (run.rows * 1_000) / importMs, recheckUnchangedMs, floor: { ...floor, sameRows },
      ofCopyOfFile: floor.copyMs / importMs, ofUpsertOfFile: floor.upsertMs / importMs, ofCopyOfWrittenRows: sameRows.copyMs / importMs,
      ofCopyOfWrittenRowsWithAudit: sameRows.withAuditMs / importMs, peakMb, beforeMb: memory.beforeMb, outcome: run.outcome,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function* dataOf(table: Generator<string[]>): Generator<string[]> {
  table.next(); // headings
  yield* table;
}

async function importOnce(app: INestApplicationContext, actor: Actor, file: string) {
  const db = app.get(Db);
  const runner = app.get(ImportRunner);
  const id = await upload(app, actor, file);
  const before = process.cpuUsage();
  const checkMs = await timed(() => runner.check(id));
  const checked = process.cpuUsage(before);
  const batch = await db.run({ actor }, () => app.get(BatchStore).find(id));
  const errorFileMs = await timed(() => app.get(ErrorFileService).write({ actor, requestId: uuidV7() }, batch, { out: discard(), onlyBad: false }));
  await db.run({ actor }, () => app.get(ImportService).commit(id, 'good'));
  const between = process.cpuUsage();
  const commitMs = await timed(() => runner.commit(id));
  const written = process.cpuUsage(between);
  const done = await db.run({ actor }, () => app.get(BatchStore).find(id));
  if (done.state !== 'committed') throw new Error(`the import ended as ${done.state}: ${JSON.stringify(done.failure)}`);
  const cpuMs = (checked.user + checked.system + written.user + written.system) / 1_000;
  return { checkMs, commitMs, errorFileMs, cpuMs, rows: done.rows_in ?? 0, outcome: [done.rows_in, done.rows_created, done.rows_updated, done.rows_unchanged, done.rows_rejected] };
}

async function upload(app: INestApplicationContext, actor: Actor, file: string): Promise<CaseId> {
  const row = await app.get(ImportService).upload(actor, uuidV7(), { file: createReadStream(file), fileName: path.basename(file), year: () => 2020 });
  return { countyCode: row.county_code, id: row.id };
}

async function villagesBelow(app: INestApplicationContext, actor: Actor): Promise<SampleVillage[]> {
  const divisions = app.get(DivisionReader, { strict: false });
  return app.get(Db).run({ actor, readOnly: true }, async () => {
    const villages = await divisions.subtree(actor.division, 'village');
    const names = await divisions.names(villages.flatMap(({ code }) => [2, 4, 6, 9, 12].map((length) => code.slice(0, length))));
    return villages.map(({ code }) => ({ code, names: [2, 4, 6, 9, 12].map((length) => names.get(code.slice(0, length)) ?? '') as unknown as SampleVillage['names'] }));
  });
}

function* tableOf(layout: Layout, villages: readonly SampleVillage[], rows: number): Generator<string[]> {
  const idColumn = layout.columns.findIndex(({ heading }) => /证件号码/.test(heading));
  const table = sampleTable(layout, samplePersons(layout.sheet === 'household' ? rows * 4 : rows, villages));
  let n = -1;
  for (const row of table) {
    n += 1;
    if (n > rows) return;
    if (n > 0 && n % FAULT_EVERY === 0) row[idColumn] = '150221199003071230';
    yield row;
  }
}

async function writeTable(file: string, kind: 'csv' | 'xlsx', table: Iterable<string[]>): Promise<void> {
  const out = createWriteStream(file);
  const writer = kind === 'xlsx' ? new XlsxWriter(out, { sheetName: '数据' }) : new CsvWriter(out, 'utf8');
  for (const row of table) await writer.row(row.map((value) => ({ value })));
  await writer.finish();
  out.end();
  await finished(out);
}

const discard = () => new Writable({ write: (_chunk, _encoding, done) => done() });
