import { problem, type Recognition } from '#domain';
import type { CryptoProvider, Db } from '#platform';
import type { FieldWriter } from '../../store/field-writer.js';
import type { RawTable } from '../files/raw-table.js';
import type { StateLoader } from '../judge/state-loader.js';
import { dryWriter, realWriter } from '../judge/column-writer.js';
import { FileColumns } from '../read/file-columns.js';
import { GroupAssembler, ScatteredRows } from '../read/group-assembler.js';
import type { PlaceIndex } from '../read/place-index.js';
import { RowPreparer } from '../read/row-preparer.js';
import { BulkWriter } from '../write/bulk-writer.js';
import { GroupProcessor } from './group-processor.js';
import { openFile, type MappingOf } from './read-file.js';
import { RowSink, type BatchKey } from './row-sink.js';
import { Tally, type Counts, type WarningSummary } from './tally.js';

export interface RunInput {
  readonly batch: BatchKey;
  /** Opens the file from its beginning. */
  readonly open: () => RawTable;
  readonly year: number;
  readonly mapping: MappingOf;
  readonly corrections: ReadonlyMap<number, readonly string[]>;
  readonly places: PlaceIndex;
  readonly placeKnown: boolean;
  readonly mayAdopt: boolean;
  readonly write: boolean;
  readonly now: Date;
  readonly today: string;
  /** Called now and then with the rows read so far; may throw to stop. */
  readonly progress: (rows: number) => Promise<void>;
}

export interface RunResult {
  readonly recognition: Recognition;
  readonly notes: RawTable['notes'];
  /** Null when the file must be mapped first. */
  readonly counts: Counts | null;
  readonly warnings: WarningSummary[];
}

export interface RunParts {
  readonly db: Db;
  readonly crypto: CryptoProvider;
  readonly fieldWriter: FieldWriter;
  readonly loader: StateLoader;
}

/**
 * Reads a file, judges its households and, when asked to, writes them; all in the transaction of the caller. Memory holds a
 * chunk of households, not the file, unless the rows of households lie scattered.
 */
export async function runImport(parts: RunParts, input: RunInput): Promise<RunResult> {
  await parts.db.query('savepoint first_reading');
  try {
    return await readOnce(parts, input, null);
  } catch (error) {
    if (!(error instanceof ScatteredRows)) throw error;
    await parts.db.query('rollback to savepoint first_reading');
    return readOnce(parts, input, await countKeys(parts, input));
  }
}

/** A first reading that only counts the rows of each household. */
async function countKeys(parts: RunParts, input: RunInput): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const { recognition, batches } = await openFile(input.open(), input);
  const preparer = preparerOf(parts, input, recognition);
  const assembler = new GroupAssembler(recognition.sheet, null);
  for await (const batch of batches) {
    for (const raw of batch) {
      const key = assembler.keyOf(preparer.prepare(raw));
      if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

async function readOnce(parts: RunParts, input: RunInput, expected: ReadonlyMap<string, number> | null): Promise<RunResult> {
  const { db, crypto, fieldWriter, loader } = parts;
  const table = input.open();
  const { recognition, batches } = await openFile(table, input);
  const sink = new RowSink(db, crypto, input.batch);
  await sink.clear();
  if (recognition.missing.length > 0) {
    await batches.return(undefined);
    return { recognition, notes: table.notes, counts: null, warnings: [] };
  }
  const columns = new FileColumns(recognition.columns);
  const now = input.now.toISOString();
  const writer = input.write ? new BulkWriter(db, columns, { now, place: input.batch }) : null;
  await writer?.open();
  const tally = new Tally();
  const context = {
    sheet: recognition.sheet, columns, writer: input.write ? realWriter(fieldWriter) : dryWriter(fieldWriter), now, today: input.today, mayAdopt: input.mayAdopt, reason: `导入批次 ${input.batch.batchId}`,
  };
  const processor = new GroupProcessor({ db, loader, context, tally, sink, writer, corrected: input.corrections });
  const preparer = preparerOf(parts, input, recognition);
  const assembler = new GroupAssembler(recognition.sheet, expected);
  try {
    for await (const batch of batches) {
      for (const raw of batch) {
        tally.rowsIn += 1;
        await processor.add(assembler.add(preparer.prepare(raw)));
      }
      await input.progress(tally.rowsIn);
    }
    await processor.add(assembler.end());
    await processor.finish();
  } finally {
    await processor.settle();
  }
  if (tally.rowsIn === 0) throw problem('import.no-rows');
  await writer?.write();
  return { recognition, notes: table.notes, counts: tally.counts(), warnings: tally.summaries() };
}

function preparerOf({ fieldWriter }: RunParts, input: RunInput, recognition: Recognition): RowPreparer {
  return new RowPreparer(recognition, new FileColumns(recognition.columns), {
    places: input.places, writer: fieldWriter, year: input.year, today: input.today, corrections: input.corrections,
  });
}
