import { headOf, inRange, pageOrder } from '../shared/list.queries.js';

/** $7 status or null, $8 year or null. */
export const listPlans = `
with page as (
  select p.* from help_plan p where ${inRange('p')} and ($7::text is null or p.status = $7) and ($8::int is null or p.year = $8)
  ${pageOrder('p')}
)
select p.*, h.head_name, (select count(*)::int from help_plan_item i where i.county_code = p.county_code and i.plan_id = p.id) as items
from page p ${headOf('p')} order by p.village_code, p.id`;

/** $1 county, $2 household. */
export const plansOfHousehold = `
select p.*, h.head_name, (select count(*)::int from help_plan_item i where i.county_code = p.county_code and i.plan_id = p.id) as items
from help_plan p ${headOf('p')} where p.county_code = $1 and p.household_id = $2 order by p.year desc, p.revision desc`;

/** $1 county, $2 id. */
export const findPlan = `
select p.*, h.head_name, (select count(*)::int from help_plan_item i where i.county_code = p.county_code and i.plan_id = p.id) as items
from help_plan p ${headOf('p')} where p.county_code = $1 and p.id = $2`;

/** $1 county, $2 plan. */
export const itemsOf = `
select i.*, m.name as member_name from help_plan_item i left join member m on m.county_code = i.county_code and m.id = i.member_id
where i.county_code = $1 and i.plan_id = $2 order by i.ordinal`;
export const dropItems = 'delete from help_plan_item i where i.county_code = $1 and i.plan_id = $2';

/** All revisions of a year, the latest first; the household is locked by the caller. $1 county, $2 household, $3 year. */
export const revisionsOf = 'select p.* from help_plan p where p.county_code = $1 and p.household_id = $2 and p.year = $3 order by p.revision desc';

export interface PlanRow {
  county_code: string;
  id: string;
  village_code: string;
  household_id: string;
  year: number;
  revision: number;
  status: string;
  aim: string;
  note: string | null;
  drafted_by: string;
  drafted_by_name: string;
  signature_ref: string | null;
  agreed_by: string | null;
  agreed_at: Date | null;
  confirmed_by: string | null;
  confirmed_at: Date | null;
  version: number;
}
export interface ShownPlan extends PlanRow {
  head_name: string | null;
  items: number;
}
export interface PlanItemRow {
  county_code: string;
  id: string;
  household_id: string;
  member_id: string | null;
  member_name: string | null;
  ordinal: number;
  measure_code: string;
  aim: string;
  starts_on: string | null;
  ends_on: string | null;
  amount_fen: number | null;
  responsible: string | null;
}
