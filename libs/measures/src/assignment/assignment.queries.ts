import { headOf, inRange, pageOrder } from '../shared/list.queries.js';

const paidOf = `coalesce((select sum(p.amount_fen) from payment p where p.county_code = a.county_code and p.assignment_id = a.id), 0)::bigint as paid_fen`;
const memberOf = `
  left join lateral (select m.name as member_name from member m where m.county_code = a.county_code and m.id = a.member_id offset 0) m on true`;
const whole = (from: string, order: string): string => `select a.*, h.head_name, m.member_name, ${paidOf} from ${from} a ${headOf('a')} ${memberOf} ${order}`;

/** $7 status or null, $8 year or null, $9 measure or null, $10 project or null. */
export const listAssignments = `
with page as (
  select a.* from assignment a where ${inRange('a')}
    and ($7::text is null or a.status = $7) and ($8::int is null or a.year = $8) and ($9::text is null or a.measure_code = $9) and ($10::uuid is null or a.project_id = $10)
  ${pageOrder('a')}
)
${whole('page', 'order by a.village_code, a.id')}`;

/** All of one household, newest first. $1 county, $2 household. */
export const assignmentsOfHousehold = `
with page as (select a.* from assignment a where a.county_code = $1 and a.household_id = $2 order by a.id desc limit 500)
${whole('page', 'order by a.id desc')}`;

/** $1 county, $2 id. */
export const findAssignment = `with page as (select a.* from assignment a where a.county_code = $1 and a.id = $2) ${whole('page', '')}`;

/** Assignments in force for these households, this measure and year. $1 county, $2 households, $3 measure, $4 year. */
export const standingAssignments = `
select a.household_id, a.member_id from assignment a
where a.county_code = $1 and a.household_id = any($2::uuid[]) and a.measure_code = $3 and a.year = $4 and a.status not in ('REFUSED', 'CANCELLED')`;

/** $1 county, $2 ids. */
export const assignmentsByIds = 'select a.* from assignment a where a.county_code = $1 and a.id = any($2::uuid[])';

/** Items of a plan that have no assignment in force yet. $1 county, $2 plan, $3 year. */
export const openPlanItems = `
select i.* from help_plan_item i where i.county_code = $1 and i.plan_id = $2 and not exists (
  select 1 from assignment a where a.county_code = i.county_code and a.household_id = i.household_id and a.measure_code = i.measure_code and a.year = $3
    and a.member_id is not distinct from i.member_id and a.status not in ('REFUSED', 'CANCELLED'))
order by i.ordinal`;

export interface AssignmentRow {
  county_code: string;
  id: string;
  village_code: string;
  household_id: string;
  member_id: string | null;
  measure_code: string;
  measure_version_id: string | null;
  plan_id: string | null;
  project_id: string | null;
  year: number;
  status: string;
  starts_on: string | null;
  ends_on: string | null;
  aim: string | null;
  planned_amount_fen: number | null;
  approved_amount_fen: number | null;
  planned_by: string;
  decided_by: string | null;
  decided_on: string | null;
  decision_reason: string | null;
  delivered_on: string | null;
  delivered_by: string | null;
  evidence: string[];
  closed_on: string | null;
  outcome: string | null;
  version: number;
}
export interface ShownAssignment extends AssignmentRow {
  head_name: string | null;
  member_name: string | null;
  paid_fen: number;
}
