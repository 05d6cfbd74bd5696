import { Injectable } from '@nestjs/common';
import { assignmentMachine, assignmentStatusNames, formatCaseId, isProblem, nextStatus, problem, type AssignmentAction, type AssignmentStatus, type CaseId, type Problem } from '#domain';
import { currentContext } from '#platform';
import { caseIdOf, pastDay } from '../shared/expected.js';
import { HelpEvents, type HelpStep } from '../shared/help-events.js';
import { HelpRows, touched } from '../shared/help-rows.js';
import { HelpedPeople } from '../shared/helped-people.js';
import { requireAll, type RowResult } from '../shared/row-results.js';
import { standingRefusal } from '../shared/standing.js';
import { requireOneCounty } from './assignment-planner.js';
import type { AssignmentRow } from './assignment.queries.js';

export interface MovedRow {
  /** "county-uuid" */
  readonly id: string;
  readonly version: number;
  /** fen; what is approved for this row instead of what was planned. */
  readonly approvedAmountFen?: number;
  readonly evidence?: readonly string[];
}
export interface MoveInput {
  readonly action: AssignmentAction;
  readonly rows: readonly MovedRow[];
  readonly allOrNothing?: boolean;
  /** Day of the delivery or closing; today without it. */
  readonly on?: string;
  readonly deliveredBy?: string;
  readonly evidence?: readonly string[];
  readonly outcome?: string;
  readonly reason?: string;
}

const actionNames: Readonly<Record<AssignmentAction, string>> = { approve: '批准', refuse: '不予批准', deliver: '落实', close: '办结', cancel: '取消' };
type Columns = Readonly<Record<string, unknown>>;

/** Decides, delivers, closes and cancels assignments, one or many at once; each row is done or refused with its reason. */
@Injectable()
export class AssignmentFlow {
  constructor(
    private readonly rows: HelpRows,
    private readonly events: HelpEvents,
    private readonly people: HelpedPeople,
  ) {}

  /** @throws `help.rows-repeated`, `reason-required`; with `allOrNothing` also `help.batch-refused` */
  async move(input: MoveInput): Promise<RowResult[]> {
    const day = pastDay(input.on ?? currentContext().today, 'on');
    requireWords(input);
    const asked = input.rows.map((row) => ({ ...row, key: caseIdOf(row.id) }));
    const countyCode = asked[0]?.key.countyCode ?? '';
    requireOneCounty(asked.map(({ key }) => key), countyCode);
    if (new Set(asked.map(({ key }) => key.id)).size < asked.length) throw problem('help.rows-repeated');
    const found = new Map((await this.rows.lockAll<AssignmentRow>('assignment', countyCode, asked.map(({ key }) => key.id))).map((row) => [row.id, row]));
    const households = input.action === 'approve' ? await this.people.lock(countyCode, [...found.values()].map((row) => row.household_id)) : new Map<string, { status: string }>();
    const changes: (CaseIdColumns & Columns)[] = [];
    const steps: HelpStep[] = [];
    const results = asked.map((row): RowResult => {
      const stored = found.get(row.key.id);
      const change = stored ? changeOf(stored, { input, row, day, householdStatus: households.get(stored.household_id)?.status }) : problem('not-found');
      if (isProblem(change) || !stored) return { id: row.id, status: stored?.status ?? null, version: stored?.version ?? null, refusal: isProblem(change) ? change : problem('not-found') };
      changes.push({ ...change, county_code: countyCode, id: stored.id, ...touched(stored) });
      steps.push({ subject: stored, action: input.action, from: stored.status, to: String(change['status']), reason: input.reason ?? input.outcome ?? null, payload: change });
      return { id: formatCaseId(countyCode, stored.id), status: String(change['status']), version: stored.version + 1, refusal: null };
    });
    if (input.allOrNothing) requireAll(results);
    await this.rows.update('assignment', changes);
    await this.events.append('assignment', steps);
    return results;
  }
}

type CaseIdColumns = { readonly county_code: CaseId['countyCode']; readonly id: string };

function requireWords({ action, reason, outcome, deliveredBy }: MoveInput): void {
  if ((action === 'refuse' || action === 'cancel') && !reason) throw problem('reason-required');
  if (action === 'close' && !outcome) throw problem('project.field-required', { fields: 'outcome' });
  if (action === 'deliver' && !deliveredBy) throw problem('project.field-required', { fields: 'deliveredBy' });
}

/** The columns that an action changes in a row, or why it is refused. */
function changeOf(stored: AssignmentRow, { input, row, day, householdStatus }: { input: MoveInput; row: MovedRow; day: string; householdStatus: string | undefined }): Columns | Problem {
  const status = stored.status as AssignmentStatus;
  if (stored.version !== row.version) return problem('stale-version', { version: stored.version, yourVersion: row.version });
  const to = nextStatus(assignmentMachine, status, input.action);
  if (to === null) return problem('help.wrong-action', { status: assignmentStatusNames[status].zh, action: actionNames[input.action] });
  const { actor, today } = currentContext();
  switch (input.action) {
    case 'approve':
    case 'refuse': {
      if (stored.planned_by === actor.userId) return problem('help.four-eyes');
      const refusal = input.action === 'approve' ? standingRefusal(householdStatus ?? '') : null;
      if (refusal) return refusal;
      const amount = input.action === 'approve' ? (row.approvedAmountFen ?? stored.planned_amount_fen) : null;
      return { status: to, decided_by: actor.userId, decided_on: today, decision_reason: input.reason ?? null, approved_amount_fen: amount };
    }
    case 'deliver': {
      const evidence = row.evidence ?? input.evidence ?? [];
      if (evidence.length === 0) return problem('assignment.evidence-required');
      if (stored.decided_on !== null && day < stored.decided_on) return problem('assignment.delivered-before-approval');
      return { status: to, delivered_on: day, delivered_by: input.deliveredBy, evidence, starts_on: stored.starts_on ?? day };
    }
    case 'close':
      return { status: to, closed_on: day, outcome: input.outcome, ends_on: stored.ends_on ?? later(day, stored.starts_on) };
    case 'cancel':
      return { status: to, decision_reason: input.reason };
  }
}

const later = (day: string, other: string | null): string => (other !== null && other > day ? other : day);
