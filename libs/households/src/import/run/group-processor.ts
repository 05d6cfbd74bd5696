import type { Db } from '#platform';
import { GroupJudge } from '../judge/group-judge.js';
import type { JudgeContext } from '../judge/judge-context.js';
import type { StateLoader } from '../judge/state-loader.js';
import type { HouseholdWrites } from '../judge/verdict.js';
import type { RowGroup } from '../read/prepared-row.js';
import type { BulkWriter } from '../write/bulk-writer.js';
import type { RowSink } from './row-sink.js';
import type { Tally } from './tally.js';

/** Rows judged with one set of look-ups. */
const ROWS_PER_CHUNK = 2_000;

export interface ProcessorParts {
  readonly db: Db;
  readonly loader: StateLoader;
  readonly context: JudgeContext;
  readonly tally: Tally;
  readonly sink: RowSink;
  /** Null when the file is only checked. */
  readonly writer: BulkWriter | null;
  readonly corrected: ReadonlyMap<number, unknown>;
}

/** Judges households chunk by chunk. While the database answers for one chunk, the next one is being read. */
export class GroupProcessor {
  private readonly judge: GroupJudge;
  private chunk: RowGroup[] = [];
  private rows = 0;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly parts: ProcessorParts) {
    this.judge = new GroupJudge(parts.context);
  }

  async add(groups: readonly RowGroup[]): Promise<void> {
    for (const group of groups) {
      this.chunk.push(group);
      this.rows += group.rows.length;
      if (this.rows >= ROWS_PER_CHUNK) await this.send();
    }
  }

  /** Judges what is left and waits for everything. */
  async finish(): Promise<void> {
    await this.send();
    await this.running;
    await this.parts.sink.flush();
  }

  /** Waits until nothing is on its way to the database, whatever became of it. */
  async settle(): Promise<void> {
    await this.running.catch(() => undefined);
  }

  private async send(): Promise<void> {
    const groups = this.chunk;
    this.chunk = [];
    this.rows = 0;
    await this.running;
    this.running = this.process(groups);
    // The error is thrown where the next chunk waits; until then it must not count as unhandled.
    this.running.catch(() => undefined);
  }

  private async process(groups: readonly RowGroup[]): Promise<void> {
    if (groups.length === 0) return;
    const { loader, tally, sink, writer, corrected } = this.parts;
    const state = await loader.load(groups, { lock: writer !== null });
    const writes: HouseholdWrites[] = [];
    for (const group of groups) {
      const verdict = this.judge.judge(group, state);
      tally.add(verdict);
      if (verdict.writes) writes.push(verdict.writes);
      await sink.add(group, verdict, corrected);
    }
    await writer?.stage(writes);
  }
}
