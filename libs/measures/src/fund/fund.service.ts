import { Injectable } from '@nestjs/common';
import { DivisionReader } from '#divisions';
import { problem, uuidV7, type CaseId } from '#domain';
import { Db, registerConstraints, toPage, uuidCursor, type Page } from '#platform';
import { checkVersion, pastDay } from '../shared/expected.js';
import { HelpRows, touched } from '../shared/help-rows.js';
import { sameContent } from '../shared/same-content.js';
import { listKey, listRange, type ListQuestion } from '../shared/list-range.js';
import { walkInOrder } from '../shared/list.queries.js';
import { placeOf } from '../shared/place.js';
import * as sql from './fund.queries.js';

registerConstraints({ fund_code_once: 'fund.code-taken' });

export interface FundInput {
  readonly id?: string;
  /** Division of 6 digits or fewer that spends the money. */
  readonly division: string;
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly kind: string;
  readonly year: number;
  readonly documentNo: string;
  /** fen */
  readonly allocatedFen: number;
  readonly receivedOn: string;
  readonly note?: string;
}
export type FundChange = Partial<Pick<FundInput, 'name' | 'documentNo' | 'allocatedFen' | 'receivedOn'>> & { readonly note?: string | null };
export type FundWithSums = sql.FundRow & sql.FundSums;
export interface FundPage extends Page<FundWithSums> {
  readonly totals: sql.FundTotals;
}

/** Fund sources: what was allocated by which document, what of it is spent, and what lies idle. */
@Injectable()
export class FundService {
  constructor(
    private readonly db: Db,
    private readonly rows: HelpRows,
    private readonly divisions: DivisionReader,
  ) {}

  /** Records an allocation. The same id with the same content answers the same. @throws `fund.code-taken`, `idempotency-mismatch` */
  async create(input: FundInput): Promise<FundWithSums> {
    const place = placeOf(input.division);
    await this.divisions.requireValid(input.division);
    const { county_code, village_code } = place;
    const row = {
      county_code, village_code, id: input.id ?? uuidV7(), code: input.code, name: input.name, level: input.level, kind: input.kind, year: input.year, document_no: input.documentNo,
      allocated_fen: input.allocatedFen, received_on: pastDay(input.receivedOn, 'receivedOn'), note: input.note ?? null,
    };
    const id = { countyCode: county_code, id: row.id };
    const known = input.id === undefined ? null : await this.rows.maybe<sql.FundRow>('fund', id);
    if (known) {
      if (!sameContent(known, row)) throw problem('idempotency-mismatch');
      return this.find(id);
    }
    await this.rows.insert('fund', [row]);
    return this.find(id);
  }

  /** Corrects an allocation; never below what is spent or budgeted. @throws `stale-version`, `fund.below-spent` */
  async change(id: CaseId, version: number, change: FundChange): Promise<FundWithSums> {
    const row = await this.rows.lock<sql.FundRow>('fund', id);
    checkVersion(row, version);
    if (change.allocatedFen !== undefined) {
      const sums = await this.sums(id);
      const neededFen = Math.max(sums.paid_fen + sums.expense_fen, sums.budgeted_fen);
      if (change.allocatedFen < neededFen) throw problem('fund.below-spent', { neededFen });
    }
    const { name = row.name, documentNo = row.document_no, allocatedFen = row.allocated_fen, receivedOn = row.received_on, note = row.note } = change;
    await this.rows.update('fund', [{
      county_code: row.county_code, id: row.id, name, document_no: documentNo, allocated_fen: allocatedFen, received_on: pastDay(receivedOn, 'receivedOn'), note, ...touched(row),
    }]);
    return this.find(id);
  }

  async find(id: CaseId): Promise<FundWithSums> {
    const row = await this.db.maybeOne<FundWithSums>(sql.findFund, [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    return row;
  }

  /** Locks the fund, so that what is booked against it is booked one after another. */
  async lock(id: CaseId): Promise<FundWithSums> {
    const row = await this.rows.lock<sql.FundRow>('fund', id);
    return { ...row, ...(await this.sums(id)) };
  }

  private sums(id: CaseId): Promise<sql.FundSums> {
    return this.db.one<sql.FundSums>(sql.fundSums, [id.countyCode, id.id]);
  }

  /** A page with the totals of the whole list. */
  async page(question: ListQuestion & { year?: number; level?: string }): Promise<FundPage> {
    const range = listRange(question);
    if (range === null) return { items: [], nextCursor: null, totals: { funds: 0, allocated_fen: 0, spent_fen: 0 } };
    const filter = [question.year ?? null, question.level ?? null];
    const totals = await this.db.one<sql.FundTotals>(sql.fundTotals, [...range.slice(0, 3), ...filter]);
    await this.db.query(walkInOrder);
    const rows = await this.db.query<FundWithSums>(sql.listFunds, [...range, ...filter]);
    return { ...toPage(rows, question.limit, listKey, (row) => row), totals };
  }

  /** The payments and expenses behind the spending of a fund, newest first. */
  async spending(id: CaseId, question: { cursor?: string; limit: number }): Promise<Page<sql.SpendingRow>> {
    await this.rows.find('fund', id);
    const rows = await this.db.query<sql.SpendingRow>(sql.fundSpending, [id.countyCode, id.id, uuidCursor(question.cursor), question.limit + 1]);
    return toPage(rows, question.limit, (row) => [row.id], (row) => row);
  }
}
