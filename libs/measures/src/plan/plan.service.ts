import { Injectable } from '@nestjs/common';
import { HouseholdReader } from '#households';
import { formatCaseId, isUuid, levelOf, nextStatus, planMachine, planStatusNames, problem, uuidV7, type CaseId, type PlanAction, type PlanStatus } from '#domain';
import { currentContext, Db, registerConstraints, toPage, type Page } from '#platform';
import { AssignmentPlanner } from '../assignment/assignment-planner.js';
import { openPlanItems } from '../assignment/assignment.queries.js';
import { caseIdOf, checkVersion } from '../shared/expected.js';
import { HelpEvents } from '../shared/help-events.js';
import type { HelpEventRow } from '../shared/help-events.queries.js';
import { HelpRows, touched } from '../shared/help-rows.js';
import { listKey, listRange, type ListQuestion } from '../shared/list-range.js';
import { walkInOrder } from '../shared/list.queries.js';
import type { RowResult } from '../shared/row-results.js';
import { sameContent } from '../shared/same-content.js';
import { standingRefusal } from '../shared/standing.js';
import { PlanItems, type PlanItemInput } from './plan-items.js';
import * as sql from './plan.queries.js';
import type { PlanItemRow, PlanRow, ShownPlan } from './plan.queries.js';

registerConstraints({ help_plan_open_once: 'plan.exists', help_plan_confirmed_once: 'plan.exists', help_plan_item_once: 'plan.item-repeated', help_plan_revision: 'plan.exists' });

export interface PlanInput {
  readonly id?: string;
  readonly householdId: string;
  readonly year: number;
  readonly aim: string;
  readonly note?: string;
  readonly items: readonly PlanItemInput[];
}
export interface PlanDetail {
  readonly plan: ShownPlan;
  readonly items: readonly PlanItemRow[];
  readonly events: readonly HelpEventRow[];
}
const actionNames: Readonly<Record<PlanAction, string>> = { edit: '修改', agree: '议定', return: '退回', confirm: '确认', supersede: '修订' };

/** Help plans of a household and year: made together, agreed in the village, confirmed by the county, never overwritten. */
@Injectable()
export class PlanService {
  constructor(
    private readonly db: Db,
    private readonly rows: HelpRows,
    private readonly events: HelpEvents,
    private readonly households: HouseholdReader,
    private readonly items: PlanItems,
    private readonly planner: AssignmentPlanner,
  ) {}

  /** Drafts the plan of a year. The same id with the same content answers the same. @throws `plan.exists`, `help.household-closed` */
  async draft(input: PlanInput): Promise<CaseId> {
    const household = await this.households.lockForDecision(caseIdOf(input.householdId));
    const { actor } = currentContext();
    const row = {
      county_code: household.countyCode, village_code: household.villageCode, id: input.id ?? uuidV7(), household_id: household.id, year: input.year, aim: input.aim, note: input.note ?? null, revision: 1,
    };
    const id = { countyCode: row.county_code, id: row.id };
    const known = input.id === undefined ? null : await this.rows.maybe<PlanRow>('help_plan', id);
    if (known) {
      if (!sameContent(known, row)) throw problem('idempotency-mismatch');
      return id;
    }
    const refusal = standingRefusal(household.status);
    if (refusal) throw refusal;
    if ((await this.revisions(household, input.year)).length > 0) throw problem('plan.exists', { year: input.year });
    await this.rows.insert('help_plan', [{ ...row, status: 'DRAFT', drafted_by_name: actor.name }]);
    await this.items.replace(row, input.items);
    await this.events.append('plan', [{ subject: row, action: 'draft', from: null, to: 'DRAFT' }]);
    return id;
  }

  /** Changes a draft as a whole. @throws `stale-version`, `help.wrong-action` */
  async edit(id: CaseId, version: number, { aim, note, items }: Pick<PlanInput, 'aim' | 'note' | 'items'>): Promise<void> {
    const { actor } = currentContext();
    const row = await this.move(id, { version, action: 'edit', columns: { aim, note: note ?? null, drafted_by: actor.userId, drafted_by_name: actor.name } });
    await this.items.replace(row, items);
  }

  /** The village agrees, with the household's signature on file. @throws `plan.village-agrees`, `plan.items-required` */
  async agree(id: CaseId, version: number, signatureRef: string): Promise<void> {
    const { actor, now } = currentContext();
    if (actor.role !== 'system' && levelOf(actor.division) !== 'village') throw problem('plan.village-agrees');
    if ((await this.itemRows(id)).length === 0) throw problem('plan.items-required');
    await this.move(id, { version, action: 'agree', columns: { signature_ref: signatureRef, agreed_by: actor.userId, agreed_at: now.toISOString() } });
  }

  /** The county sends an agreed plan back. */
  async sendBack(id: CaseId, version: number, reason: string): Promise<void> {
    await this.move(id, { version, action: 'return', reason, columns: { agreed_by: null, agreed_at: null } });
  }

  /** The county confirms; the revision before it is superseded. @throws `help.four-eyes` for whoever drafted or agreed */
  async confirm(id: CaseId, version: number): Promise<void> {
    const { actor, now } = currentContext();
    const row = await this.rows.find<PlanRow>('help_plan', id);
    const household = await this.households.lockForDecision({ countyCode: row.county_code, id: row.household_id });
    if (row.drafted_by === actor.userId || row.agreed_by === actor.userId) throw problem('help.four-eyes');
    const before = (await this.revisions(household, row.year)).find((other) => other.status === 'CONFIRMED' && other.id !== row.id);
    if (before) await this.move({ countyCode: before.county_code, id: before.id }, { version: before.version, action: 'supersede', columns: {} });
    await this.move(id, { version, action: 'confirm', columns: { confirmed_by: actor.userId, confirmed_at: now.toISOString() } });
  }

  /** Opens the next revision as a draft with the same items; the confirmed one holds until the new one is confirmed. @throws `plan.not-confirmed`, `plan.exists` */
  async revise(id: CaseId): Promise<CaseId> {
    const row = await this.rows.find<PlanRow>('help_plan', id);
    const household = await this.households.lockForDecision({ countyCode: row.county_code, id: row.household_id });
    if (row.status !== 'CONFIRMED') throw problem('plan.not-confirmed');
    const revisions = await this.revisions(household, row.year);
    if (revisions.some(({ status }) => status === 'DRAFT' || status === 'AGREED')) throw problem('plan.exists', { year: row.year });
    const { county_code, household_id, year, aim, note } = row;
    const next = { county_code, village_code: household.villageCode, id: uuidV7(), household_id, year, aim, note, revision: (revisions[0]?.revision ?? 0) + 1 };
    await this.rows.insert('help_plan', [{ ...next, status: 'DRAFT', drafted_by_name: currentContext().actor.name }]);
    await this.items.copy(await this.itemRows(id), next);
    await this.events.append('plan', [{ subject: next, action: 'revise', from: null, to: 'DRAFT', payload: { of: formatCaseId(county_code, row.id) } }]);
    return { countyCode: county_code, id: next.id };
  }

  /** Plans an assignment for every item of a confirmed plan that has none yet. @throws `plan.not-confirmed` */
  async assign(id: CaseId): Promise<RowResult[]> {
    const plan = await this.rows.lock<PlanRow>('help_plan', id);
    if (plan.status !== 'CONFIRMED') throw problem('plan.not-confirmed');
    const results: RowResult[] = [];
    for (const item of await this.db.query<PlanItemRow>(openPlanItems, [id.countyCode, id.id, plan.year])) {
      const key = (uuid: string) => formatCaseId(plan.county_code, uuid);
      const row = { householdId: key(plan.household_id), memberId: item.member_id === null ? undefined : key(item.member_id), plannedAmountFen: item.amount_fen ?? undefined, aim: item.aim };
      results.push(...(await this.planner.plan({ measureCode: item.measure_code, year: plan.year, planId: id, startsOn: item.starts_on ?? undefined, endsOn: item.ends_on ?? undefined, rows: [row] })));
    }
    return results;
  }

  async page(question: ListQuestion & { status?: string; year?: number }): Promise<Page<ShownPlan>> {
    const range = listRange(question);
    if (range === null) return { items: [], nextCursor: null };
    await this.db.query(walkInOrder);
    const rows = await this.db.query<ShownPlan>(sql.listPlans, [...range, question.status ?? null, question.year ?? null]);
    return toPage(rows, question.limit, listKey, (row) => row);
  }

  ofHousehold(id: CaseId): Promise<ShownPlan[]> {
    return this.db.query<ShownPlan>(sql.plansOfHousehold, [id.countyCode, id.id]);
  }

  async detail(id: CaseId): Promise<PlanDetail> {
    const plan = isUuid(id.id) ? await this.db.maybeOne<ShownPlan>(sql.findPlan, [id.countyCode, id.id]) : null;
    if (!plan) throw problem('not-found');
    return { plan, items: await this.itemRows(id), events: await this.events.of(plan) };
  }

  private itemRows(id: CaseId): Promise<PlanItemRow[]> {
    return this.db.query<PlanItemRow>(sql.itemsOf, [id.countyCode, id.id]);
  }

  private revisions(household: { countyCode: string; id: string }, year: number): Promise<PlanRow[]> {
    return this.db.query<PlanRow>(sql.revisionsOf, [household.countyCode, household.id, year]);
  }

  private async move(id: CaseId, { version, action, columns, reason }: { version: number; action: PlanAction; columns: Readonly<Record<string, unknown>>; reason?: string }): Promise<PlanRow> {
    const row = await this.rows.lock<PlanRow>('help_plan', id);
    checkVersion(row, version);
    const status = row.status as PlanStatus;
    const to = nextStatus(planMachine, status, action);
    if (to === null) throw problem('help.wrong-action', { status: planStatusNames[status].zh, action: actionNames[action] });
    await this.rows.update('help_plan', [{ ...columns, county_code: row.county_code, id: row.id, status: to, ...touched(row) }]);
    await this.events.append('plan', [{ subject: row, action, from: status, to, reason: reason ?? null }]);
    return row;
  }
}
