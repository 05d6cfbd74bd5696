import type { CaseRow } from './case-rows.js';

/** With a box of copies: which copy, by whom, when, and whether I have opened it. */
export interface CopyColumns {
  copy_id?: string;
  copied_by?: string;
  copied_at?: Date;
  copied_by_pack?: boolean;
  copy_unread?: boolean;
}
export type CaseListRow = CaseRow & CopyColumns & { head_name: string | null; member_count: number | null; pack_name: { zh: string; en: string }; step_name: { zh: string; en: string } | null };

export const columns = `c.*, h.head_name, h.member_count, p.name as pack_name,
  (select s -> 'name' from jsonb_array_elements(p.content -> 'steps') s where s ->> 'code' = c.current_step) as step_name`;
export const joins = `join procedure_pack p on p.id = c.pack_id
  left join household h on h.county_code = c.county_code and h.id = c.household_id`;

/**
 * Cases that wait for me: my role at my division may do the current step (or settle the open objection), and I have filled
 * no other step. Oldest first. $1 division, $2 role, $3 user, $4 pack, $5 entered at and $6 case of the last row, $7 limit,
 * $8 only what passed the automatic checks and nobody objects to.
 */
export const todoBox = `
select ${columns}
from case_todo t
join case_file c on c.county_code = t.county_code and c.id = t.case_id
${joins}
where t.division_code = $1 and t.role = $2
  and (c.assigned_to is null or c.assigned_to = $3::uuid)
  and not exists (
    select 1 from case_duty d where d.county_code = c.county_code and d.case_id = c.id and d.user_id = $3::uuid
      and d.step <> case when c.open_objections > 0 then 'OBJECTION_SETTLEMENT' else c.current_step end)
  and ($4::text is null or c.pack_code = $4)
  and (not $8::boolean or (c.verdict = 'met' and c.open_objections = 0))
  and ($5::timestamptz is null or (t.entered_at, t.case_id) > ($5::timestamptz, $6::uuid))
order by t.entered_at, t.case_id
limit $7`;

/** Cases that I started, newest first. $1 user, $2 pack, $3 status, $4 last case, $5 limit. */
export const mineBox = `
select ${columns} from case_file c ${joins}
where c.started_by = $1::uuid and ($2::text is null or c.pack_code = $2) and ($3::text is null or c.status = $3) and ($4::uuid is null or c.id < $4::uuid)
order by c.id desc
limit $5`;

/** Cases of which I filled a step, the latest first. $1 user, $2 pack, $3 status, $4 last duty, $5 limit. */
export const doneBox = `
select ${columns}, d.id as duty_id
from case_duty d
join case_file c on c.county_code = d.county_code and c.id = d.case_id
${joins}
where d.user_id = $1::uuid and ($2::text is null or c.pack_code = $2) and ($3::text is null or c.status = $3) and ($4::uuid is null or d.id < $4::uuid)
order by d.id desc
limit $5`;

/**
 * Before a list by village: walks the index in the order of the list and sorts within a village at most. The planner cannot look
 * into the policy's range, expects a handful of rows, and would collect and sort all of them.
 */
export const walkInOrder = `select set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true)`;

/**
 * Cases of the territory by village. $1 from and $2 to of the division, $3 pack, $4 status, $5 village and $6 case of the last
 * row, $7 limit.
 */
export const territoryBox = `
select ${columns} from case_file c ${joins}
where c.village_code >= $1 and c.village_code < $2 and ($3::text is null or c.pack_code = $3) and ($4::text is null or c.status = $4)
  and ($5::text is null or (c.village_code, c.id) > ($5, $6::uuid))
order by c.village_code, c.id
limit $7`;

/** Cases of one household, newest first. $1 county, $2 household, $3 pack, $4 status, $5 last case, $6 limit. */
export const householdBox = `
select ${columns} from case_file c ${joins}
where c.county_code = $1 and c.household_id = $2::uuid and ($3::text is null or c.pack_code = $3) and ($4::text is null or c.status = $4)
  and ($5::uuid is null or c.id < $5::uuid)
order by c.id desc
limit $6`;
