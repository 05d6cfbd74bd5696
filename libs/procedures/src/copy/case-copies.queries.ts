import { liveHolder } from '#accounts';
import { columns, joins } from '../case/case-list.queries.js';

export interface CopyRow {
  county_code: string;
  id: string;
  village_code: string;
  case_id: string;
  /** Null for copies of an earlier release. */
  event_id: string | null;
  event_seq: number | null;
  /** Sent because the procedure says so, not by hand. */
  by_pack: boolean;
  step: string;
  action: string;
  user_id: string | null;
  user_name: string | null;
  role: string;
  division_code: string;
  sent_by: string;
  sent_by_name: string;
  sent_at: Date;
  read_by: string[];
}

/** The entry of the log that copies go with: the latest of the case, whose lock is held. $1 county, $2 case. */
export const latestEvent = `select e.id from case_event e where e.county_code = $1 and e.case_id = $2 order by e.seq desc limit 1`;

/** $1 rows as JSON. Nobody gets the same entry twice: what the procedure sends comes first in the list and stays. */
export const insertCopies = `
insert into case_copy (county_code, id, village_code, case_id, event_id, by_pack, step, action, user_id, user_name, role, division_code, sent_by, sent_by_name, sent_at, read_by)
select r.county_code, r.id, r.village_code, r.case_id, r.event_id, r.by_pack, r.step, r.action, r.user_id, r.user_name, r.role, r.division_code, r.sent_by, r.sent_by_name, r.sent_at, r.read_by
from jsonb_populate_recordset(null::case_copy, $1::jsonb) r
on conflict (county_code, event_id, role, division_code, user_id) where event_id is not null do nothing`;

/** $1 county, $2 case. */
export const copiesOf = `
select k.*, e.seq as event_seq from case_copy k
left join case_event e on e.county_code = k.county_code and e.id = k.event_id
where k.county_code = $1 and k.case_id = $2 order by k.id`;

/** To me, or to the office that I sit in. $1 user, $2 role, $3 division. */
const mine = (copy: string): string => `(${copy}.user_id = $1::uuid or (${copy}.user_id is null and ${copy}.role = $2 and ${copy}.division_code = $3))`;

/** Cases copied to me, the latest copy first and each case once. $1 user, $2 role, $3 division, $4 pack, $5 status, $6 last copy, $7 limit. */
export const copiedBox = `
select ${columns}, k.id as copy_id, k.sent_by_name as copied_by, k.sent_at as copied_at, k.by_pack as copied_by_pack, not ($1::uuid = any(k.read_by)) as copy_unread
from case_copy k
join case_file c on c.county_code = k.county_code and c.id = k.case_id
${joins}
where ${mine('k')} and ($4::text is null or c.pack_code = $4) and ($5::text is null or c.status = $5) and ($6::uuid is null or k.id < $6::uuid)
  and not exists (select 1 from case_copy n where n.county_code = k.county_code and n.case_id = k.case_id and n.id > k.id and ${mine('n')})
order by k.id desc
limit $7`;

/** $1 user, $2 role, $3 division, $4 county, $5 case. */
export const markRead = `
update case_copy k set read_by = array_append(k.read_by, $1::uuid)
where k.county_code = $4 and k.case_id = $5 and ${mine('k')} and not ($1::uuid = any(k.read_by))`;

/** Somebody who holds the role at the division today. $1 role, $2 division, $3 person or null, $4 today. */
export const holder = `
select u.display_name from role_grant g join app_user u on u.id = g.user_id
where g.role = $1 and g.division_code = $2 and ($3::uuid is null or g.user_id = $3::uuid)
  and ${liveHolder('g', 'u', '$4::date')}
limit 1`;

/** Who may read a case, the nearest first: $1 roles, $2 divisions above the subject, $3 today, $4 person who asks. */
export const readers = `
select u.id, u.display_name, g.role, g.division_code from role_grant g join app_user u on u.id = g.user_id
where g.role = any($1::text[]) and g.division_code = any($2::text[]) and g.user_id <> $4::uuid
  and ${liveHolder('g', 'u', '$3::date')}
order by length(g.division_code) desc, g.role, u.display_name, u.id
limit 200`;

export interface ReaderRow {
  id: string;
  display_name: string;
  role: string;
  division_code: string;
}
