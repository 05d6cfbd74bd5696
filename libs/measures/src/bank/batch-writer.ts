import type { Writable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { CsvWriter, ImportFiles, restoreActor, scopeOfCounty, writeFile, XlsxWriter, type SheetWriter, type WrittenFile } from '#households';
import { fenToYuanText, isProblem, problem, type CaseId } from '#domain';
import { CryptoProvider, currentContext, Db, JobHandler, systemActor, type JobPayloads } from '#platform';
import { HelpRows } from '../shared/help-rows.js';
import { ACCOUNT } from './batch.service.js';
import * as sql from './batch.queries.js';
import type { BatchRow, WholeBatchLine } from './batch.queries.js';

const KEEP_MS = 7 * 86_400_000;
const TIMEOUT_MS = 60_000;
const HEADINGS = ['序号', '流水号', '户名', '账号', '开户银行', '金额（元）', '备注'];

/** Writes the file of a batch: the work of `payment.export`, as the person who asked for it; and ends files whose time is over. */
@Injectable()
export class BatchWriter {
  constructor(
    private readonly db: Db,
    private readonly rows: HelpRows,
    private readonly crypto: CryptoProvider,
    private readonly files: ImportFiles,
  ) {}

  /** Safe to repeat: a file that is there is not made again. */
  @JobHandler('payment.export')
  async run({ batchId, countyCode }: JobPayloads['payment.export']): Promise<void> {
    const system = systemActor(scopeOfCounty(countyCode));
    const id = { countyCode, id: batchId };
    const batch = await this.db.run({ actor: system }, () => this.db.maybeOne<BatchRow>(sql.startBatchFile, [countyCode, batchId]));
    if (!batch) return;
    try {
      const file = await this.db.run({ actor: restoreActor(batch.actor), readOnly: true, timeoutMs: TIMEOUT_MS }, () => this.write(batch));
      await this.db.run({ actor: system }, () => this.finish(id, file));
    } catch (error) {
      const { code, zh, en } = isProblem(error) ? error : problem('internal');
      await this.db.run({ actor: system }, () => this.rows.update('payment_batch', [{ county_code: countyCode, id: batchId, state: 'FAILED', failure: { code, zh, en } }]));
      throw error;
    }
  }

  @JobHandler('payment.expire')
  async expire(): Promise<void> {
    await this.db.run({ actor: systemActor('15') }, async () => {
      const expired = await this.db.query<{ county_code: string; id: string; stored_name: string }>(sql.expiredBatchFiles, [currentContext().now]);
      for (const row of expired) await this.db.query(sql.forgetBatchFile, [row.county_code, row.id]);
      this.db.afterCommit(async () => {
        for (const row of expired) await this.files.delete('exports', row.stored_name);
      });
    });
  }

  private async finish({ countyCode, id }: CaseId, file: WrittenFile): Promise<void> {
    const expires = new Date(currentContext().now.getTime() + KEEP_MS).toISOString();
    await this.rows.update('payment_batch', [{ county_code: countyCode, id, state: 'EXPORTED', stored_name: file.storedName, bytes: file.bytes, sha256: file.sha256, failure: null, expires_at: expires }]);
  }

  private async write(batch: BatchRow): Promise<WrittenFile> {
    const lines = await this.db.query<WholeBatchLine>(sql.wholeBatchRows, [batch.county_code, batch.id]);
    return writeFile(this.files, (out) => this.writeLines(batch, lines, out));
  }

  private async writeLines(batch: BatchRow, lines: readonly WholeBatchLine[], out: Writable): Promise<void> {
    const writer: SheetWriter = batch.format === 'xlsx' ? new XlsxWriter(out, { sheetName: '代发', frozenRows: 1 }) : new CsvWriter(out, 'utf8-bom');
    await writer.headings(HEADINGS);
    for (const line of lines) {
      const account = this.crypto.decrypt(ACCOUNT.table, ACCOUNT.column, line.id, line.account_no_enc);
      const cells = [line.line, line.reference, line.payee_name, account, line.bank_name, fenToYuanText(line.amount_fen), batch.title];
      await writer.row(cells.map((value) => ({ value })));
    }
    await writer.finish();
  }
}
