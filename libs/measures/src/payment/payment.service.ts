import { Injectable } from '@nestjs/common';
import { problem, uuidV7, type CaseId } from '#domain';
import { currentContext, Db, toPage, type Page } from '#platform';
import { caseIdOf } from '../shared/expected.js';
import { HelpRows } from '../shared/help-rows.js';
import { listKey, listRange, type ListQuestion } from '../shared/list-range.js';
import { walkInOrder } from '../shared/list.queries.js';
import * as sql from './payment.queries.js';
import type { PaymentRow, ShownPayment } from './payment.queries.js';

export interface PaymentFilter extends ListQuestion {
  readonly settlement?: string;
  readonly measureCode?: string;
  readonly term?: string;
  readonly fundId?: string;
  readonly projectId?: string;
}

/** Reads payments and takes them back. */
@Injectable()
export class PaymentService {
  constructor(
    private readonly db: Db,
    private readonly rows: HelpRows,
  ) {}

  /**
   * Takes a payment back by an entry of its own; what was booked stays. The same id answers the same.
   * @throws `payment.already-reversed`, `payment.is-reversal`, `payment.at-bank`
   */
  async reverse(id: CaseId, { id: reversalId = uuidV7(), reason }: { id?: string; reason: string }): Promise<CaseId> {
    const row = await this.rows.lock<PaymentRow>('payment', id);
    const reversal = { countyCode: row.county_code, id: reversalId };
    if (row.reversed_by_id === reversalId) return reversal;
    if (row.reverses_id !== null) throw problem('payment.is-reversal');
    if (row.reversed_by_id !== null) throw problem('payment.already-reversed');
    if (row.settlement === 'SENT') throw problem('payment.at-bank');
    const { county_code, village_code, household_id, member_id, measure_code, assignment_id, project_id, fund_id, term, channel } = row;
    const { actor, today } = currentContext();
    await this.rows.insert('payment', [{
      county_code, village_code, id: reversalId, household_id, member_id, measure_code, assignment_id, project_id, fund_id, term, channel, amount_fen: -row.amount_fen, paid_on: today, reason,
      reverses_id: row.id, booked_by_name: actor.name,
    }]);
    await this.rows.update('payment', [{ county_code, id: row.id, reversed_by_id: reversalId }]);
    return reversal;
  }

  async page(question: PaymentFilter): Promise<Page<ShownPayment>> {
    const range = listRange(question);
    if (range === null) return { items: [], nextCursor: null };
    const uuid = (id: string | undefined) => (id === undefined ? null : caseIdOf(id).id);
    await this.db.query(walkInOrder);
    const rows = await this.db.query<ShownPayment>(sql.listPayments, [
      ...range, question.settlement ?? null, question.measureCode ?? null, question.term ?? null, uuid(question.fundId), uuid(question.projectId),
    ]);
    return toPage(rows, question.limit, listKey, (row) => row);
  }

  async one(id: CaseId): Promise<ShownPayment> {
    const row = await this.db.maybeOne<ShownPayment>(sql.findPayment, [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    return row;
  }

  /** Newest first, reversals among them; at most 500. */
  ofHousehold(id: CaseId): Promise<ShownPayment[]> {
    return this.db.query<ShownPayment>(sql.paymentsOfHousehold, [id.countyCode, id.id]);
  }
}
