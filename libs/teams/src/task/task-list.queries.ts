/*
 * Lists of tasks. Those of a division go by village and deadline, as lists of households do: so a page is read from the index
 * whatever the size of the territory. Those of one owner or household go by deadline.
 */
import type { TaskRow } from './task.queries.js';

export type ListedTaskRow = TaskRow & { head_name: string | null };

const withHead = (page: string, order: string) => `
with page as (${page})
select p.*, (select h.head_name from household h where h.county_code = p.county_code and h.id = p.household_id) as head_name
from page p order by ${order}`;

/** $1 status or null, $2 due by or null, $3 limit. */
const filters = `
    and ($1::text is null or t.status = $1)
    and ($2::date is null or t.due_on <= $2::date)`;

const byVillage = (box: string) => withHead(`
  select t.* from task t
  where t.village_code >= $4 and t.village_code < $5 and ($6::text is null or t.county_code = $6)${box}${filters}
    and ($7::text is null or t.village_code >= $7)
    and ($7::text is null or (t.village_code, t.due_on, t.id) > ($7, $8::date, $9::uuid))
  order by t.village_code, t.due_on, t.id limit $3`, 'p.village_code, p.due_on, p.id');

/** Of a division: $4 from and $5 to village, $6 county or null, $7 village, $8 day and $9 id of the cursor. */
export const tasksOfDivision = {
  open: byVillage(" and t.status <> 'VERIFIED'"),
  verified: byVillage(" and t.status = 'VERIFIED'"),
  all: byVillage(''),
} as const;

const byDeadline = (where: string) => withHead(`
  select t.* from task t
  where ${where}${filters} and ($4::date is null or (t.due_on, t.id) > ($4::date, $5::uuid))
  order by t.due_on, t.id limit $3`, 'p.due_on, p.id');

/** That wait for one user: $4 day and $5 id of the cursor, $6 user. */
export const tasksOfOwner = byDeadline("t.owner_id = $6::uuid and t.status in ('ASSIGNED', 'OPEN')");

/** Of one household, whatever their state: $4 day and $5 id of the cursor, $6 county, $7 household. */
export const tasksOfHousehold = byDeadline('t.county_code = $6 and t.household_id = $7::uuid');
