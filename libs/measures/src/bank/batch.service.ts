import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { FieldWriter, ImportFiles, storedActor } from '#households';
import { codeRange, findField, padVillageCode, problem, uuidV7, type CaseId } from '#domain';
import { AccessLog, CryptoProvider, currentContext, Db, decodeCursor, JobQueue, toPage, type Page } from '#platform';
import type { PaymentRow } from '../payment/payment.queries.js';
import { caseIdOf } from '../shared/expected.js';
import { HelpEvents } from '../shared/help-events.js';
import { HelpRows } from '../shared/help-rows.js';
import { listKey, listRange, type ListQuestion } from '../shared/list-range.js';
import { walkInOrder } from '../shared/list.queries.js';
import { placeOf } from '../shared/place.js';
import { sameContent } from '../shared/same-content.js';
import * as sql from './batch.queries.js';
import type { AccountRow, BatchLine, BatchRow, WholeBatchLine } from './batch.queries.js';

export interface BatchInput {
  readonly id?: string;
  /** County, township or village whose payable payments go to the bank; the own division without it. */
  readonly division?: string;
  readonly fundId?: string;
  readonly title: string;
  readonly format: 'csv' | 'xlsx';
  /** What the accounts are needed for; recorded. */
  readonly purpose: string;
  readonly skipWithoutAccount?: boolean;
}
type SentLine = Omit<WholeBatchLine, 'failure_reason' | 'settled_on'> & { readonly batch_id: string };
const MOST_ROWS = 5_000;
const SHORTEST_PURPOSE = 5;
export const ACCOUNT = { table: 'payment_batch_row', column: 'account_no' } as const;

/** Batches of payments for the bank. Accounts are sensitive: a purpose is recorded, pages show them masked, only the file is clear. */
@Injectable()
export class BatchService {
  constructor(
    private readonly db: Db,
    private readonly rows: HelpRows,
    private readonly events: HelpEvents,
    private readonly fields: FieldWriter,
    private readonly crypto: CryptoProvider,
    private readonly access: AccessLog,
    private readonly queue: JobQueue,
    private readonly files: ImportFiles,
  ) {}

  /** Takes what is payable into a batch; a job writes the file. @throws `purpose-required`, `batch.nothing-payable`, `batch.account-missing` */
  async create(input: BatchInput): Promise<BatchRow> {
    const { actor } = currentContext();
    if ([...input.purpose.trim()].length < SHORTEST_PURPOSE) throw problem('purpose-required');
    const division = input.division ?? actor.division;
    const place = placeOf(division);
    if (division.length < 6) throw problem('not-found');
    const fundId = input.fundId === undefined ? null : caseIdOf(input.fundId);
    if (fundId !== null && fundId.countyCode !== place.county_code) throw problem('not-found');
    const id = { countyCode: place.county_code, id: input.id ?? uuidV7() };
    const said = { division_code: division, title: input.title, fund_id: fundId?.id ?? null, format: input.format, purpose: input.purpose.trim() };
    const known = input.id === undefined ? null : await this.rows.maybe<BatchRow>('payment_batch', id);
    if (known) {
      if (!sameContent(known, said)) throw problem('idempotency-mismatch');
      return known;
    }
    const { from, to } = codeRange(division);
    const payable = await this.db.query<PaymentRow>(sql.lockPayable, [from, to, place.county_code, said.fund_id, MOST_ROWS]);
    const { lines, withoutAccount } = await this.linesOf(id, payable);
    if (withoutAccount > 0 && !input.skipWithoutAccount) throw problem('batch.account-missing', { count: withoutAccount });
    if (lines.length === 0) throw problem('batch.nothing-payable');
    await this.rows.insert('payment_batch', [{
      ...said, county_code: id.countyCode, id: id.id, village_code: padVillageCode(division), state: 'QUEUED', rows: lines.length, total_fen: lines.reduce((sum, line) => sum + line.amount_fen, 0),
      paid: 0, failed: 0, unknown: lines.length, actor: storedActor(actor),
    }]);
    await this.rows.insert('payment_batch_row', lines);
    await this.rows.update('payment', lines.map((line) => ({ county_code: id.countyCode, id: line.payment_id, settlement: 'SENT', failure_reason: null })));
    const row = await this.find(id);
    await this.events.append('batch', [{ subject: row, action: 'create', from: null, to: 'QUEUED', payload: { rows: row.rows, totalFen: row.total_fen } }]);
    await this.access.event('UNMASK', 'payment_batch', id.id, { fields: ['bankAccountNo'], rows: row.rows, purpose: row.purpose, division }, { villageCode: row.village_code });
    this.db.afterCommit(async () => void (await this.queue.send('payment.export', { batchId: id.id, countyCode: id.countyCode })));
    return row;
  }

  private async linesOf(batch: CaseId, payable: readonly PaymentRow[]) {
    const accounts = new Map((await this.db.query<AccountRow>(sql.accountsOf, [batch.countyCode, payable.map((row) => row.household_id)])).map((row) => [row.id, row]));
    const field = findField('household', 'bankAccountNo');
    if (!field) throw new Error('no field household.bankAccountNo');
    const lines: SentLine[] = [];
    let withoutAccount = 0;
    for (const payment of payable) {
      const holder = accounts.get(payment.household_id);
      const account = holder ? this.fields.reveal(field, holder.id, { ...holder }) : null;
      if (!holder || account === null) {
        withoutAccount += 1;
        continue;
      }
      const id = uuidV7();
      const line: number = lines.length + 1;
      lines.push({
        county_code: batch.countyCode, id, village_code: payment.village_code, batch_id: batch.id, line, reference: referenceOf(batch.id, line), payment_id: payment.id, household_id: payment.household_id,
        payee_name: holder.head_name, account_no_enc: this.crypto.encrypt(ACCOUNT.table, ACCOUNT.column, id, account), account_no_masked: holder.bank_account_no_masked ?? '', bank_name: holder.bank_name,
        amount_fen: payment.amount_fen, state: 'SENT',
      });
    }
    return { lines, withoutAccount };
  }

  find(id: CaseId): Promise<BatchRow> {
    return this.rows.find<BatchRow>('payment_batch', id);
  }

  async page(question: ListQuestion): Promise<Page<BatchRow>> {
    const range = listRange(question);
    if (range === null) return { items: [], nextCursor: null };
    await this.db.query(walkInOrder);
    return toPage(await this.db.query<BatchRow>(sql.listBatches, range), question.limit, listKey, (row) => row);
  }

  /** Rows of a batch in the order of the file, accounts masked. */
  async lines(id: CaseId, question: { cursor?: string; limit: number }): Promise<Page<BatchLine>> {
    await this.find(id);
    const after = decodeCursor(question.cursor, ['number'])?.[0] ?? 0;
    const rows = await this.db.query<BatchLine>(sql.batchRows, [id.countyCode, id.id, Number.isSafeInteger(after) && Number(after) < 2 ** 31 ? after : 0, question.limit + 1]);
    return toPage(rows, question.limit, (row) => [row.line], (row) => row);
  }

  /** The file in clear, for whoever stated the purpose; each download is recorded. @throws `forbidden`, `batch.not-ready`, `batch.expired` */
  async download(id: CaseId): Promise<{ row: BatchRow; file: Readable }> {
    const row = await this.find(id);
    const { actor } = currentContext();
    if (actor.userId !== row.actor.userId) throw problem('forbidden');
    if (row.state === 'QUEUED' || row.state === 'FAILED') throw problem('batch.not-ready');
    if (row.stored_name === null) throw problem('batch.expired');
    await this.access.event('DOWNLOAD', 'payment_batch', row.id, { sha256: row.sha256, rows: row.rows, purpose: row.purpose }, { villageCode: row.village_code });
    return { row, file: createReadStream(this.files.pathOf('exports', row.stored_name)) };
  }
}

/** What the bank is to send back with its result: unique in the county, free of anything personal. */
export function referenceOf(batchId: string, line: number): string {
  return `P${batchId.replaceAll('-', '').slice(-12).toUpperCase()}${String(line).padStart(5, '0')}`;
}
