import { Injectable } from '@nestjs/common';
import { formatCaseId, isProblem, problem, uuidV7, type CaseId, type Problem } from '#domain';
import { currentContext, Db, registerConstraints } from '#platform';
import type { ProjectRow } from '../project/project.queries.js';
import { caseIdOf, realDay } from '../shared/expected.js';
import { HelpEvents } from '../shared/help-events.js';
import { HelpRows } from '../shared/help-rows.js';
import { HelpedPeople, personRefusal } from '../shared/helped-people.js';
import { MeasureLookup, type MeasureTerms } from '../shared/measure-lookup.js';
import type { HelpedHousehold, HelpedMember } from '../shared/people.queries.js';
import { requireAll, type RowResult } from '../shared/row-results.js';
import { sameContent } from '../shared/same-content.js';
import { standingRefusal } from '../shared/standing.js';
import * as sql from './assignment.queries.js';
import type { AssignmentRow } from './assignment.queries.js';

registerConstraints({ assignment_open_once: 'assignment.exists', assignment_four_eyes: 'help.four-eyes', assignment_pk: 'idempotency-mismatch' });

export interface PlannedRow {
  /** UUID minted by the caller. */
  readonly id?: string;
  readonly householdId: string;
  readonly memberId?: string;
  readonly plannedAmountFen?: number;
  readonly aim?: string;
}
export interface PlanningInput {
  readonly measureCode: string;
  readonly year: number;
  readonly projectId?: string;
  readonly planId?: CaseId;
  readonly startsOn?: string;
  readonly endsOn?: string;
  /** For every row that names no amount of its own; fen. */
  readonly plannedAmountFen?: number;
  readonly aim?: string;
  readonly rows: readonly PlannedRow[];
  readonly allOrNothing?: boolean;
}

interface Ground {
  readonly measure: MeasureTerms;
  readonly households: ReadonlyMap<string, HelpedHousehold>;
  readonly members: ReadonlyMap<string, HelpedMember>;
  readonly known: ReadonlyMap<string, AssignmentRow>;
  readonly taken: Set<string>;
}
type NewRow = Pick<AssignmentRow, 'county_code' | 'id' | 'village_code' | 'household_id'> & Readonly<Record<string, unknown>>;

const personKey = (householdId: string, memberId: string | null): string => `${householdId}/${memberId ?? ''}`;

/** Plans help for one or for many households of a village at once; each row is done or refused with its reason. */
@Injectable()
export class AssignmentPlanner {
  constructor(
    private readonly db: Db,
    private readonly rows: HelpRows,
    private readonly events: HelpEvents,
    private readonly people: HelpedPeople,
    private readonly measures: MeasureLookup,
  ) {}

  /** @throws `help.unknown-measure`, `help.several-villages`, `help.rows-repeated`, `help.dates`; with `allOrNothing` also `help.batch-refused` */
  async plan(input: PlanningInput): Promise<RowResult[]> {
    const asked = input.rows.map((row) => ({ row, household: caseIdOf(row.householdId), memberId: row.memberId === undefined ? null : caseIdOf(row.memberId).id, id: row.id ?? uuidV7() }));
    const countyCode = asked[0]?.household.countyCode ?? '';
    requireOneCounty(asked.map(({ household }) => household), countyCode);
    if (new Set(asked.map(({ household, memberId }) => personKey(household.id, memberId))).size < asked.length || new Set(asked.map(({ id }) => id)).size < asked.length) throw problem('help.rows-repeated');
    const common = await this.common(input, countyCode);
    const ground = await this.ground(input, countyCode, asked);
    const made: NewRow[] = [];
    const results = asked.map((each): RowResult => {
      const id = formatCaseId(countyCode, each.id);
      const row = this.rowOf(each, { input, common, ground });
      if (isProblem(row)) return { id, status: null, version: null, refusal: row };
      const known = ground.known.get(each.id);
      if (known) return { id, status: known.status, version: known.version, refusal: null };
      made.push(row);
      return { id, status: 'PLANNED', version: 1, refusal: null };
    });
    if (input.allOrNothing) requireAll(results);
    await this.rows.insert('assignment', made.map((row) => ({ ...row, status: 'PLANNED', evidence: [] })));
    await this.events.append('assignment', made.map((row) => ({ subject: row, action: 'plan', from: null, to: 'PLANNED' })));
    return results;
  }

  private async common(input: PlanningInput, countyCode: string): Promise<Record<string, unknown>> {
    const [startsOn, endsOn] = [input.startsOn ?? null, input.endsOn ?? null];
    if (startsOn !== null) realDay(startsOn, 'startsOn');
    if (endsOn !== null) realDay(endsOn, 'endsOn');
    if (startsOn !== null && endsOn !== null && endsOn < startsOn) throw problem('help.dates');
    const projectId = input.projectId === undefined ? null : await this.listedProject(caseIdOf(input.projectId), countyCode);
    return { measure_code: input.measureCode, year: input.year, starts_on: startsOn, ends_on: endsOn, project_id: projectId, plan_id: input.planId?.id ?? null };
  }

  private async listedProject(id: CaseId, countyCode: string): Promise<string> {
    if (id.countyCode !== countyCode) throw problem('not-found');
    const project = await this.rows.find<ProjectRow>('project', id);
    if (project.entered_on === null || project.status === 'CANCELLED') throw problem('assignment.project-not-listed');
    return project.id;
  }

  private async ground({ measureCode, year }: PlanningInput, countyCode: string, asked: readonly { household: CaseId; memberId: string | null; id: string }[]): Promise<Ground> {
    const measure = await this.measures.find(measureCode, currentContext().today);
    const householdIds = asked.map(({ household }) => household.id);
    const households = await this.people.lock(countyCode, householdIds);
    if (new Set([...households.values()].map((row) => row.village_code)).size > 1) throw problem('help.several-villages');
    const members = await this.people.members(countyCode, asked.flatMap(({ memberId }) => (memberId === null ? [] : [memberId])));
    const known = await this.db.query<AssignmentRow>(sql.assignmentsByIds, [countyCode, asked.map(({ id }) => id)]);
    const standing = await this.db.query<AssignmentRow>(sql.standingAssignments, [countyCode, householdIds, measureCode, year]);
    return {
      measure, households, members, known: new Map(known.map((row) => [row.id, row])), taken: new Set(standing.map((row) => personKey(row.household_id, row.member_id))),
    };
  }

  private rowOf(
    { row, household: { countyCode, id: householdId }, memberId, id }: { row: PlannedRow; household: CaseId; memberId: string | null; id: string },
    { input, common, ground }: { input: PlanningInput; common: Record<string, unknown>; ground: Ground },
  ): NewRow | Problem {
    const household = ground.households.get(householdId);
    if (!household) return problem('not-found');
    const made: NewRow = {
      ...common, county_code: countyCode, id, village_code: household.village_code, household_id: householdId, member_id: memberId, measure_version_id: ground.measure.versionId,
      planned_amount_fen: row.plannedAmountFen ?? input.plannedAmountFen ?? null, aim: row.aim ?? input.aim ?? null,
    };
    const known = ground.known.get(id);
    // What the row went through since does not make the repeated request another one.
    if (known) return sameContent(known, { ...made, village_code: known.village_code, measure_version_id: known.measure_version_id, ends_on: known.ends_on, starts_on: known.starts_on }) ? made : problem('idempotency-mismatch');
    if (ground.taken.has(personKey(householdId, memberId))) return problem('assignment.exists');
    return standingRefusal(household.status) ?? personRefusal(ground.measure, { householdId, memberId, members: ground.members }) ?? made;
  }
}

export function requireOneCounty(ids: readonly CaseId[], countyCode: string): void {
  if (ids.some((id) => id.countyCode !== countyCode)) throw problem('not-found');
}
