import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { ImportFiles, openTable } from '#households';
import { problem, reconcile, unknownCauses, uuidV7, type CaseId, type ReconciledRow, type ResultRow, type SentRow } from '#domain';
import { currentContext, Db, decodeCursor, toPage, type Actor, type Page } from '#platform';
import { HelpEvents } from '../shared/help-events.js';
import { HelpRows } from '../shared/help-rows.js';
import * as sql from './batch.queries.js';
import type { BatchLine, BatchRow, ResultFileRow, ResultLine } from './batch.queries.js';
import { resultRowsOf } from './result-table.js';

const MOST_ROWS = 20_000;

/** Takes in what the bank says became of a batch. Rows in = paid + failed + unknown, always; the same file twice changes nothing. */
@Injectable()
export class ResultService {
  constructor(
    private readonly db: Db,
    private readonly rows: HelpRows,
    private readonly events: HelpEvents,
    private readonly files: ImportFiles,
  ) {}

  /** Reads the upload outside of any transaction, then reconciles in one. The file itself is not kept, its rows are. */
  async receive(actor: Actor, requestId: string, { id, file, fileName }: { id: CaseId; file: Readable; fileName: string }): Promise<ResultFileRow> {
    await this.db.run({ actor, requestId, readOnly: true }, () => this.rows.find('payment_batch', id));
    const saved = await this.files.save(file, fileName);
    try {
      const result = resultRowsOf(await this.read(saved));
      return await this.db.run({ actor, requestId }, () => this.settle(id, { result, sha256: saved.sha256, fileName: fileName.slice(0, 200) }));
    } finally {
      await this.files.delete('imports', saved.storedName);
    }
  }

  async ofBatch(id: CaseId): Promise<ResultFileRow[]> {
    await this.rows.find('payment_batch', id);
    return this.db.query<ResultFileRow>(sql.resultsOf, [id.countyCode, id.id]);
  }

  async lines(batchId: CaseId, resultId: CaseId, question: { cursor?: string; limit: number }): Promise<Page<ResultLine>> {
    const result = await this.rows.find<ResultFileRow>('payment_result', resultId);
    if (result.batch_id !== batchId.id) throw problem('not-found');
    const after = decodeCursor(question.cursor, ['number'])?.[0] ?? -1;
    const rows = await this.db.query<ResultLine>(sql.resultRows, [resultId.countyCode, resultId.id, Number.isSafeInteger(after) && Math.abs(Number(after)) < 2 ** 31 ? after : -1, question.limit + 1]);
    return toPage(rows, question.limit, (row) => [row.line], (row) => row);
  }

  private async read(saved: { storedName: string; kind: 'xlsx' | 'csv'; encoding: Parameters<typeof openTable>[1]['encoding'] }): Promise<{ n: number; cells: string[] }[]> {
    const table: { n: number; cells: string[] }[] = [];
    for await (const rows of openTable(this.files.pathOf('imports', saved.storedName), saved).rows()) {
      table.push(...rows);
      if (table.length > MOST_ROWS) throw problem('import.too-many-rows', { limit: MOST_ROWS });
    }
    return table;
  }

  private async settle(id: CaseId, { result, sha256, fileName }: { result: readonly ResultRow[]; sha256: string; fileName: string }): Promise<ResultFileRow> {
    const batch = await this.rows.lock<BatchRow>('payment_batch', id);
    const known = await this.db.maybeOne<ResultFileRow>(sql.knownResult, [id.countyCode, id.id, sha256]);
    if (known) return known;
    if (batch.state === 'QUEUED' || batch.state === 'FAILED') throw problem('batch.not-ready');
    const lines = await this.db.query<BatchLine>(sql.wholeBatchRows, [id.countyCode, id.id]);
    const found = reconcile(lines.map(({ reference, amount_fen, state }): SentRow => ({ reference, amountFen: amount_fen, state })), result);
    const byReference = new Map(lines.map((line) => [line.reference, line]));
    await this.settleRows(found.rows, byReference);
    const states = await this.db.one<{ paid: number; failed: number; unknown: number }>(sql.batchStates, [id.countyCode, id.id]);
    const state = states.unknown === 0 ? 'SETTLED' : batch.state;
    await this.rows.update('payment_batch', [{ county_code: id.countyCode, id: id.id, ...states, state, version: batch.version + 1 }]);
    const place = { county_code: batch.county_code, village_code: batch.village_code };
    const file = {
      ...place, id: uuidV7(), batch_id: batch.id, sha256, file_name: fileName, rows: found.rows.length, paid: found.paid, failed: found.failed, unknown: found.unknown, missing: found.missing.length,
    };
    await this.rows.insert('payment_result', [file]);
    await this.rows.insert('payment_result_row', found.rows.map((row, i) => ({
      ...place, id: uuidV7(), result_id: file.id, line: i + 1, reference: row.reference, outcome: row.outcome, reason: reasonOf(row), payment_id: byReference.get(row.reference)?.payment_id ?? null,
    })));
    await this.events.append('batch', [{ subject: batch, action: 'result', from: batch.state, to: state, payload: { rows: file.rows, paid: file.paid, failed: file.failed, unknown: file.unknown, missing: file.missing } }]);
    return this.rows.find<ResultFileRow>('payment_result', { countyCode: batch.county_code, id: file.id });
  }

  /** A paid row is paid; a failed one goes back to what is payable, with the bank's reason. */
  private async settleRows(rows: readonly ReconciledRow[], byReference: ReadonlyMap<string, BatchLine>): Promise<void> {
    const { today } = currentContext();
    const settled = rows.flatMap((row) => {
      const line = byReference.get(row.reference);
      return line && row.outcome !== 'UNKNOWN' ? [{ line, paid: row.outcome === 'PAID', reason: row.reason }] : [];
    });
    await this.rows.update('payment_batch_row', settled.map(({ line, paid, reason }) => ({
      county_code: line.county_code, id: line.id, state: paid ? 'PAID' : 'FAILED', failure_reason: paid ? null : (reason ?? '银行未说明原因'), settled_on: today,
    })));
    await this.rows.update('payment', settled.map(({ line, paid, reason }) => ({
      county_code: line.county_code, id: line.payment_id, settlement: paid ? 'PAID' : 'PAYABLE', settled_on: paid ? today : null, failure_reason: paid ? null : (reason ?? '银行未说明原因'),
    })));
  }
}

const reasonOf = (row: ReconciledRow): string | null => (row.cause === null ? row.reason : unknownCauses[row.cause].zh);
