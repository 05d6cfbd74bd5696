import { uuidV7, type CellFault } from '#domain';
import { CryptoProvider, Db } from '#platform';
import type { GroupVerdict, Outcome } from '../judge/verdict.js';
import type { RowGroup } from '../read/prepared-row.js';
import * as sql from './rows.queries.js';

export interface KeptRow {
  readonly n: number;
  readonly householdRow: number;
  readonly outcome: Outcome;
  readonly corrected: boolean;
  readonly cells: readonly string[];
  readonly faults: readonly CellFault[];
}

export interface BatchKey {
  readonly countyCode: string;
  readonly villageCode: string;
  readonly batchId: string;
}

const FLUSH_ROWS = 500;

/** Keeps the rows that a person has to see: those of refused households, and those that were corrected. Cells are encrypted. */
export class RowSink {
  private kept: KeptRow[] = [];

  constructor(
    private readonly db: Db,
    private readonly crypto: CryptoProvider,
    private readonly key: BatchKey,
  ) {}

  async clear(): Promise<void> {
    await this.db.query(sql.deleteRows, [this.key.countyCode, this.key.batchId]);
  }

  async add(group: RowGroup, verdict: GroupVerdict, corrected: ReadonlyMap<number, unknown>): Promise<void> {
    const [first] = group.rows;
    for (const { raw } of group.rows) {
      const outcome = verdict.outcomes.get(raw.n) ?? 'rejected';
      if (outcome !== 'rejected' && !corrected.has(raw.n)) continue;
      this.kept.push({ n: raw.n, householdRow: first?.raw.n ?? raw.n, outcome, corrected: corrected.has(raw.n), cells: raw.cells, faults: verdict.faults.get(raw.n) ?? [] });
    }
    if (this.kept.length >= FLUSH_ROWS) await this.flush();
  }

  async flush(): Promise<void> {
    const rows = this.kept.splice(0).map((row) => rowOf(row, this.key, this.crypto));
    if (rows.length > 0) await this.db.query(sql.insertRows, [JSON.stringify(rows)]);
  }
}

/** The stored form of a kept row. */
export function rowOf(row: KeptRow, key: BatchKey, crypto: CryptoProvider): Record<string, unknown> {
  const id = uuidV7();
  return {
    county_code: key.countyCode, id, village_code: key.villageCode, batch_id: key.batchId, n: row.n, household_row: row.householdRow, outcome: row.outcome,
    corrected: row.corrected, cells_enc: crypto.encrypt('import_row', 'cells', id, JSON.stringify(row.cells)), faults: row.faults, version: 1,
  };
}
