import { Injectable } from '@nestjs/common';
import { HouseholdReader } from '#households';
import { ASSET_DIVIDEND_ITEM, formatCaseId, incomeItem, incomeItemOfMeasure, type CaseId } from '#domain';
import { Db } from '#platform';
import * as sql from './proposal.queries.js';
import type { PaidRow, ReceivedShareRow } from './proposal.queries.js';

export interface ProposalSource {
  readonly kind: 'payment' | 'distribution';
  readonly id: string;
  /** Measure code, or name of the asset; null when the asset lies outside the territory. */
  readonly about: string | null;
  readonly term: string | null;
  /** fen */
  readonly amountFen: number;
  readonly on: string;
}
export interface ProposedItem {
  /** Key of the yearly record. */
  readonly item: string;
  readonly zh: string;
  readonly amountFen: number;
  readonly sources: readonly ProposalSource[];
}
export interface IncomeProposal {
  readonly items: readonly ProposedItem[];
  /** Booked, but the bank has not yet said that it arrived. */
  readonly pending: readonly ProposalSource[];
  /** Paid, but no income of the household (a loan, a house). */
  readonly notIncome: readonly ProposalSource[];
}

/** Income items that payments and asset shares would fill in a year's record, each with its sources. Nothing is written. */
@Injectable()
export class ProposalService {
  constructor(
    private readonly db: Db,
    private readonly households: HouseholdReader,
  ) {}

  /** @throws `not-found` outside the territory */
  async of(id: CaseId, year: number): Promise<IncomeProposal> {
    await this.households.card(id);
    const params = [id.countyCode, id.id, `${year}-01-01`, `${year}-12-31`];
    const paid = await this.db.query<PaidRow>(sql.paidInYear, params);
    const shares = await this.db.query<ReceivedShareRow>(sql.sharesInYear, params);
    const sourceOf = (row: PaidRow): ProposalSource => ({ kind: 'payment', id: formatCaseId(id.countyCode, row.id), about: row.measure_code, term: row.term, amountFen: row.amount_fen, on: row.on_day });
    const items = new Map<string, ProposalSource[]>();
    const add = (item: string, source: ProposalSource) => items.set(item, [...(items.get(item) ?? []), source]);
    const [pending, notIncome]: [ProposalSource[], ProposalSource[]] = [[], []];
    for (const row of paid) {
      const item = incomeItemOfMeasure(row.measure_code);
      if (row.settlement !== 'PAID') pending.push(sourceOf(row));
      else if (item === null) notIncome.push(sourceOf(row));
      else add(item, sourceOf(row));
    }
    for (const row of shares) add(ASSET_DIVIDEND_ITEM, { kind: 'distribution', id: formatCaseId(id.countyCode, row.id), about: row.asset_name, term: null, amountFen: row.amount_fen, on: row.on_day });
    return {
      items: [...items].sort(([a], [b]) => a.localeCompare(b)).map(([item, sources]) => ({ item, zh: incomeItem(item)?.zh ?? item, amountFen: sources.reduce((sum, { amountFen }) => sum + amountFen, 0), sources })),
      pending, notIncome,
    };
  }
}
