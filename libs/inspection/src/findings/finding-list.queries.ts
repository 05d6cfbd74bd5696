import type { FindingState } from '#domain';
import type { FindingRow } from './finding.queries.js';

export interface ListedFindingRow extends FindingRow {
  readonly pending_extension: boolean;
}

const columns = `f.*, exists (select 1 from finding_extension x where x.county_code = f.county_code and x.finding_id = f.id and x.state = 'PENDING') as pending_extension`;

export const findListed = `select ${columns} from finding f where f.county_code = $1 and f.id = $2`;

/**
 * By deadline. $1 from, $2 to, $3 states or null, $4 unit (and what lies below) or null, $5 kind or null, $6 origin's reference or null, $7 due after or null,
 * $8 due until or null, $9 county of a household or null, $10 household or null, $11 only with an extension asked for, $12 look-back until or null,
 * $13 $14 cursor (deadline, id) or null, $15 limit.
 */
export const listFindings = `
select ${columns} from finding f
where f.village_code >= $1 and f.village_code < $2
  and ($3::text[] is null or f.state = any($3::text[]))
  and ($4::text is null or starts_with(f.unit_division, $4))
  and ($5::text is null or f.origin_kind = $5)
  and ($6::text is null or exists (select 1 from finding_origin o where o.county_code = f.county_code and o.finding_id = f.id and o.kind = f.origin_kind and o.ref = $6))
  and ($7::date is null or f.due_on > $7::date) and ($8::date is null or f.due_on <= $8::date)
  and ($10::uuid is null or exists (select 1 from finding_origin o where o.county_code = $9 and f.county_code = $9 and o.finding_id = f.id and o.household_id = $10::uuid))
  and (not $11::boolean or exists (select 1 from finding_extension x where x.county_code = f.county_code and x.finding_id = f.id and x.state = 'PENDING'))
  and ($12::date is null or (f.look_back_on <= $12::date and f.look_back_result is null))
  and ($13::date is null or (f.due_on, f.id) > ($13::date, $14::uuid))
order by f.due_on, f.id limit $15`;

export interface UnitCountRow {
  readonly unit_division: string;
  readonly unit_name: string;
  readonly state: FindingState;
  readonly findings: number;
  readonly overdue: number;
  readonly look_backs: number;
}
/** By unit, in the order of the codes, and state. $1 from, $2 to, $3 today. */
export const countFindings = `
select f.unit_division, min(f.unit_name) as unit_name, f.state, count(*)::integer as findings,
  count(*) filter (where f.state in ('ISSUED', 'RECTIFYING', 'RETURNED') and f.due_on < $3::date)::integer as overdue,
  count(*) filter (where f.look_back_on <= $3::date and f.look_back_result is null)::integer as look_backs
from finding f where f.village_code >= $1 and f.village_code < $2
group by f.unit_division, f.state order by f.unit_division, f.state`;

export interface DrawRow {
  readonly county_code: string;
  readonly id: string;
  readonly division_code: string;
  readonly closed_from: string;
  readonly closed_to: string;
  readonly seed: string;
  readonly algorithm: string;
  readonly frame_size: number;
  readonly frame_sha256: string;
  readonly size: number;
  readonly look_back_on: string;
  readonly drawn_by_name: string;
  readonly drawn_at: Date;
}
/** Closed as rectified and never looked at again since. $1 from, $2 to, $3 closed from, $4 closed to. */
export const lookBackFrame = `
select f.county_code, f.id, f.village_code from finding f
where f.village_code >= $1 and f.village_code < $2 and f.state = 'CLOSED' and f.outcome = 'RECTIFIED' and f.closed_on between $3::date and $4::date
  and f.look_back_on is null and f.look_back_result is null
order by f.county_code, f.id for no key update`;
/** $1 county, $2 ids, $3 day, $4 draw. */
export const planLookBacks = `
update finding f set look_back_on = $3::date, look_back_draw_id = $4, version = f.version + 1 where f.county_code = $1 and f.id = any($2::uuid[])`;
export const insertDraw = 'insert into finding_draw select r.* from jsonb_populate_record(null::finding_draw, $1::jsonb) r';
/** $1 from, $2 to, $3 cursor or null, $4 limit. */
export const listDraws = `
select d.* from finding_draw d where d.village_code >= $1 and d.village_code < $2 and ($3::uuid is null or d.id < $3::uuid) order by d.id desc limit $4`;
