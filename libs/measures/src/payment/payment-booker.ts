import { Injectable } from '@nestjs/common';
import { assignmentStatusNames, formatCaseId, isProblem, isTerm, paymentRefusal, problem, uuidV7, type AssignmentStatus, type CaseId, type HouseholdStatus, type PaymentQuestion, type Problem, type ProjectStatus } from '#domain';
import { currentContext, registerConstraints } from '#platform';
import { requireOneCounty } from '../assignment/assignment-planner.js';
import type { AssignmentRow } from '../assignment/assignment.queries.js';
import { EntitlementJudges, type EntitlementJudgement } from '../entitlement-judge.js';
import { caseIdOf, realDay } from '../shared/expected.js';
import { HelpRows } from '../shared/help-rows.js';
import { MeasureLookup, type MeasureTerms } from '../shared/measure-lookup.js';
import { requireAll, type RowResult } from '../shared/row-results.js';
import { sameContent } from '../shared/same-content.js';
import { PaymentGrounds, personOf, type PaymentGround } from './payment-ground.js';

registerConstraints({ payment_once: 'payment.already-paid', payment_reversed_once: 'payment.already-reversed', payment_pk: 'idempotency-mismatch' });

export interface BookedRow {
  /** UUID minted by the caller: sent twice, booked once. */
  readonly id?: string;
  readonly assignmentId: string;
  /** fen */
  readonly amountFen: number;
  /** Why it is paid although no document limits the measure. */
  readonly reason?: string;
}
export interface BookingInput {
  readonly term: string;
  readonly paidOn: string;
  readonly fundId?: string;
  readonly channel?: 'BANK' | 'DIRECT';
  readonly reason?: string;
  readonly rows: readonly BookedRow[];
  readonly allOrNothing?: boolean;
}
interface Asked {
  readonly row: BookedRow;
  readonly key: CaseId;
  readonly id: string;
  readonly reason: string | null;
}

/** Books payments, one or many; each is booked or refused with its reason. What was booked is taken back by a reversal only. */
@Injectable()
export class PaymentBooker {
  constructor(
    private readonly rows: HelpRows,
    private readonly grounds: PaymentGrounds,
    private readonly judges: EntitlementJudges,
    private readonly measures: MeasureLookup,
  ) {}

  /** @throws `payment.term`, `help.rows-repeated`; with `allOrNothing` also `help.batch-refused` */
  async book(input: BookingInput): Promise<RowResult[]> {
    if (!isTerm(input.term)) throw problem('payment.term');
    realDay(input.paidOn, 'paidOn');
    const asked = input.rows.map((row): Asked => ({ row, key: caseIdOf(row.assignmentId), id: row.id ?? uuidV7(), reason: row.reason ?? input.reason ?? null }));
    const countyCode = asked[0]?.key.countyCode ?? '';
    requireOneCounty(asked.map(({ key }) => key), countyCode);
    if (new Set(asked.map(({ key }) => key.id)).size < asked.length || new Set(asked.map(({ id }) => id)).size < asked.length) throw problem('help.rows-repeated');
    const fundId = input.fundId === undefined ? null : caseIdOf(input.fundId);
    const ground = await this.grounds.lock(countyCode, { assignmentIds: asked.map(({ key }) => key.id), paymentIds: asked.map(({ id }) => id), fundId });
    const terms = await this.termsOf([...ground.assignments.values()].map((row) => row.measure_code), input.paidOn);
    const made: Record<string, unknown>[] = [];
    const results: RowResult[] = [];
    for (const each of asked) {
      const outcome = await this.bookOne(each, input, { ground, terms });
      const id = formatCaseId(countyCode, each.id);
      if (isProblem(outcome)) results.push({ id, status: null, version: null, refusal: outcome });
      else {
        if (outcome.isNew) made.push(outcome.row);
        results.push({ id, status: String(outcome.row['settlement']), version: null, refusal: null });
      }
    }
    if (input.allOrNothing) requireAll(results);
    await this.rows.insert('payment', made as { county_code: string; id: string }[]);
    return results;
  }

  private async bookOne(each: Asked, input: BookingInput, { ground, terms }: { ground: PaymentGround; terms: ReadonlyMap<string, MeasureTerms | Problem> }): Promise<Problem | { isNew: boolean; row: Record<string, unknown> }> {
    const assignment = ground.assignments.get(each.key.id);
    if (!assignment) return problem('not-found');
    const { actor } = currentContext();
    const said = {
      county_code: assignment.county_code, id: each.id, household_id: assignment.household_id, member_id: assignment.member_id, measure_code: assignment.measure_code, assignment_id: assignment.id,
      project_id: assignment.project_id, fund_id: ground.fund?.id ?? null, term: input.term, amount_fen: each.row.amountFen, paid_on: input.paidOn, channel: input.channel ?? 'BANK', reason: each.reason,
    };
    const known = ground.known.get(each.id);
    if (known) return sameContent(known, said) ? { isNew: false, row: { settlement: known.settlement } } : problem('idempotency-mismatch');
    const household = ground.households.get(assignment.household_id);
    if (!household) return problem('not-found');
    if (assignment.member_id !== null && ground.members.get(assignment.member_id)?.member_status !== 'ACTIVE') return problem('help.member-left');
    const measure = terms.get(assignment.measure_code) ?? problem('help.unknown-measure', { code: assignment.measure_code, on: input.paidOn });
    if (isProblem(measure)) return measure;
    const judgement = await this.judges.current.judge({ countyCode: assignment.county_code, id: assignment.household_id }, assignment.member_id, assignment.measure_code, input.paidOn);
    const refusal = termRefusal(measure, input.term) ?? refuse({ each, input, ground, assignment, judgement, status: household.status as HouseholdStatus });
    if (refusal) return refusal;
    grow(ground, said);
    const direct = said.channel === 'DIRECT';
    const entitlement = { verdict: judgement.verdict, ruleSet: judgement.ruleSet, measureVersionId: judgement.measureVersionId };
    return { isNew: true, row: { ...said, village_code: household.village_code, settlement: direct ? 'PAID' : 'PAYABLE', settled_on: direct ? input.paidOn : null, entitlement, booked_by_name: actor.name } };
  }

  /** Each measure once, however many rows. */
  private async termsOf(codes: readonly string[], on: string): Promise<Map<string, MeasureTerms | Problem>> {
    const terms = new Map<string, MeasureTerms | Problem>();
    for (const code of new Set(codes)) terms.set(code, await this.measures.find(code, on).catch(refusalOf));
    return terms;
  }
}

const refusalOf = (error: unknown): Problem => {
  if (isProblem(error)) return error;
  throw error;
};

/** Later rows of the same request are judged by what the earlier ones took. */
function grow(ground: PaymentGround, row: { assignment_id: string; project_id: string | null; household_id: string; member_id: string | null; measure_code: string; term: string; amount_fen: number }): void {
  ground.paidUnder.set(row.assignment_id, (ground.paidUnder.get(row.assignment_id) ?? 0) + row.amount_fen);
  if (row.project_id !== null) ground.projectSpent.set(row.project_id, (ground.projectSpent.get(row.project_id) ?? 0) + row.amount_fen);
  ground.fundSpent += row.amount_fen;
  ground.paidTerms.set(personOf(row), [...(ground.paidTerms.get(personOf(row)) ?? []), row.term]);
}

function termRefusal({ paidPer }: MeasureTerms, term: string): Problem | null {
  if (paidPer === 'once' && term !== 'once') return problem('payment.term-of-measure', { per: '一次性' });
  if (paidPer === 'year' && term.length !== 4) return problem('payment.term-of-measure', { per: '年度' });
  return null;
}

function refuse({ each, input, ground, assignment, judgement, status }: { each: Asked; input: BookingInput; ground: PaymentGround; assignment: AssignmentRow; judgement: EntitlementJudgement; status: HouseholdStatus }): Problem | null {
  const project = assignment.project_id === null ? null : ground.projects.get(assignment.project_id);
  if (project === undefined) return problem('not-found');
  const { fund } = ground;
  const question: PaymentQuestion = {
    household: { status },
    assignment: {
      status: assignment.status as AssignmentStatus, approvedFen: assignment.approved_amount_fen, paidFen: ground.paidUnder.get(assignment.id) ?? 0, startsOn: assignment.starts_on, endsOn: assignment.ends_on,
    },
    term: input.term, amountFen: each.row.amountFen, paidOn: input.paidOn, today: currentContext().today, paidTerms: ground.paidTerms.get(personOf(assignment)) ?? [],
    entitlement: judgement, reason: each.reason,
    project: project && { status: project.status as ProjectStatus, contractFen: project.contract_fen, spentFen: ground.projectSpent.get(project.id) ?? 0 },
    fund: fund && { allocatedFen: fund.allocated_fen, spentFen: ground.fundSpent, receivedOn: fund.received_on, inBudget: project === null || project.fundIds.has(fund.id) },
  };
  const code = paymentRefusal(question);
  if (code === null) return null;
  return problem(code, {
    term: input.term, on: input.paidOn, status: assignmentStatusNames[question.assignment.status].zh, approvedFen: question.assignment.approvedFen, paidFen: question.assignment.paidFen,
    allocatedFen: fund?.allocated_fen, spentFen: ground.fundSpent, reasons: judgement.reasons, missing: judgement.missing, missingText: judgement.missing.join('、'),
  });
}
