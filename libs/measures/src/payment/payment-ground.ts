import { Injectable } from '@nestjs/common';
import { problem, type CaseId } from '#domain';
import { Db } from '#platform';
import type { AssignmentRow } from '../assignment/assignment.queries.js';
import { FundService, type FundWithSums } from '../fund/fund.service.js';
import type { ProjectRow } from '../project/project.queries.js';
import { HelpRows } from '../shared/help-rows.js';
import { HelpedPeople } from '../shared/helped-people.js';
import type { HelpedHousehold, HelpedMember } from '../shared/people.queries.js';
import * as sql from './payment.queries.js';
import type { PaymentRow } from './payment.queries.js';

/** Everything that bookings are judged by, locked: assignments, then households, projects and the fund, always in this order. */
export interface PaymentGround {
  readonly assignments: ReadonlyMap<string, AssignmentRow>;
  readonly households: ReadonlyMap<string, HelpedHousehold>;
  readonly members: ReadonlyMap<string, HelpedMember>;
  readonly known: ReadonlyMap<string, PaymentRow>;
  readonly projects: ReadonlyMap<string, ProjectRow & { readonly fundIds: ReadonlySet<string> }>;
  readonly fund: FundWithSums | null;
  /** Running sums in fen: they grow with every row that is booked. */
  readonly paidUnder: Map<string, number>;
  readonly projectSpent: Map<string, number>;
  fundSpent: number;
  /** Terms by measure and person. */
  readonly paidTerms: Map<string, string[]>;
}

export const personOf = ({ measure_code, member_id, household_id }: Pick<PaymentRow, 'measure_code' | 'member_id' | 'household_id'>): string => `${measure_code}/${member_id ?? household_id}`;

/** Locks and loads the ground of a booking in a handful of statements, however many rows it has. */
@Injectable()
export class PaymentGrounds {
  constructor(
    private readonly db: Db,
    private readonly rows: HelpRows,
    private readonly people: HelpedPeople,
    private readonly funds: FundService,
  ) {}

  async lock(countyCode: string, { assignmentIds, paymentIds, fundId }: { assignmentIds: readonly string[]; paymentIds: readonly string[]; fundId: CaseId | null }): Promise<PaymentGround> {
    if (fundId !== null && fundId.countyCode !== countyCode) throw problem('not-found');
    const assignments = await this.rows.lockAll<AssignmentRow>('assignment', countyCode, assignmentIds);
    const households = await this.people.lock(countyCode, assignments.map((row) => row.household_id));
    const projectIds = [...new Set(assignments.flatMap((row) => row.project_id ?? []))];
    const projects = await this.rows.lockAll<ProjectRow>('project', countyCode, projectIds);
    const fund = fundId === null ? null : await this.funds.lock(fundId);
    const budget = await this.db.query<{ project_id: string; fund_id: string }>(sql.budgetFunds, [countyCode, projectIds]);
    const known = await this.db.query<PaymentRow>(sql.paymentsByIds, [countyCode, paymentIds]);
    const paid = await this.db.query<{ id: string; fen: number }>(sql.paidUnder, [countyCode, assignmentIds]);
    const projectSpent = new Map<string, number>();
    for (const id of projectIds) projectSpent.set(id, (await this.db.one<{ fen: number }>(sql.projectSpent, [countyCode, id])).fen);
    return {
      assignments: new Map(assignments.map((row) => [row.id, row])), households, known: new Map(known.map((row) => [row.id, row])),
      projects: new Map(projects.map((row) => [row.id, { ...row, fundIds: new Set(budget.filter((line) => line.project_id === row.id).map((line) => line.fund_id)) }])),
      fund, paidUnder: new Map(paid.map(({ id, fen }) => [id, fen])), projectSpent, fundSpent: fund ? fund.paid_fen + fund.expense_fen : 0,
      paidTerms: await this.terms(countyCode, assignments), members: await this.people.members(countyCode, assignments.flatMap((row) => row.member_id ?? [])),
    };
  }

  private async terms(countyCode: string, assignments: readonly AssignmentRow[]): Promise<Map<string, string[]>> {
    const measures = [...new Set(assignments.map((row) => row.measure_code))];
    const found = await this.db.query<{ measure_code: string; term: string; person_id: string }>(sql.paidTerms, [
      countyCode, measures, assignments.map((row) => row.household_id), assignments.flatMap((row) => row.member_id ?? []),
    ]);
    const terms = new Map<string, string[]>();
    for (const { measure_code, term, person_id } of found) {
      const key = `${measure_code}/${person_id}`;
      terms.set(key, [...(terms.get(key) ?? []), term]);
    }
    return terms;
  }
}
