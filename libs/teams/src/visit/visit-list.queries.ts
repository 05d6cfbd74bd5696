/*
 * Lists of visits, the latest day first. Only the valid record of a visit is shown: of one that was corrected the last
 * correction. A visit never counts on a day after it was recorded, so the beginning of the period also leaves out whole years
 * of the partitioned table.
 *
 * The first record is found by `case`, not by `coalesce`: the planner trusts only the former below row security and would read
 * all corrections of the county for each visit.
 *
 * Parameters of all: $1 from day or null, $2 to day or null, $3 and $4 day and id of the cursor or null, $5 limit.
 */
import type { VisitRow } from './visit.queries.js';

const columns = `v.county_code, v.id, v.household_id, v.village_code, v.way, v.types, v.visited_on, v.recorded_at, v.visitor_name, v.assurances, v.problems, v.correction_no, v.clock_ahead`;

const filters = `
    and ($1::date is null or (v.visited_on >= $1::date and v.recorded_on >= $1::date))
    and ($2::date is null or v.visited_on <= $2::date)
    and ($3::date is null or (v.visited_on, v.id) < ($3::date, $4::uuid))
    and v.correction_no = coalesce((
      select max(c.correction_no) from visit c where c.county_code = v.county_code and c.corrects_id = case when v.corrects_id is null then v.id else v.corrects_id end), 0)
  order by v.visited_on desc, v.id desc limit $5`;

const withHead = (page: string) => `
with page as (${page})
select p.*, h.head_name
from page p
cross join lateral (select h.head_name from household h where h.county_code = p.county_code and h.id = p.household_id offset 0) h
order by p.visited_on desc, p.id desc`;

/** Of one household: $6 county, $7 household. */
export const visitsOfHousehold = withHead(`
  select ${columns} from visit v where v.county_code = $6 and v.household_id = $7::uuid ${filters}`);

/** Of one village: $6 village. */
export const visitsOfVillage = withHead(`
  select ${columns} from visit v where v.village_code = $6 ${filters}`);

/** Of a county or township: $6 county, $7 from and $8 to village. */
export const visitsOfCounty = withHead(`
  select ${columns} from visit v where v.county_code = $6 and v.village_code >= $7 and v.village_code < $8 ${filters}`);

/** Of a league or the region: a page of each county, of which the first is taken. $6 from and $7 to code. */
export const visitsOfCounties = withHead(`
  select v.* from division d
  cross join lateral (select ${columns} from visit v where v.county_code = d.code ${filters}) v
  where d.level = 'county' and d.code >= $6 and d.code < $7
  order by v.visited_on desc, v.id desc limit $5`);

export type VisitListRow = Pick<
  VisitRow,
  'county_code' | 'id' | 'household_id' | 'village_code' | 'way' | 'types' | 'visited_on' | 'recorded_at' | 'visitor_name' | 'assurances' | 'problems' | 'correction_no' | 'clock_ahead'
> & { head_name: string };

/** $1 county, $2 ids. */
export const personsMet = 'select m.id, m.name from member m where m.county_code = $1 and m.id = any($2::uuid[]) order by m.ordinal nulls last, m.id';
/** $1 county, $2 ids. */
export const tasksOfVisit = 'select t.id, t.kind, t.description, t.due_on, t.status, t.owner_name from task t where t.county_code = $1 and t.id = any($2::uuid[]) order by t.due_on, t.id';
export interface VisitTaskRow {
  id: string;
  kind: string;
  description: string;
  due_on: string;
  status: string;
  owner_name: string | null;
}
