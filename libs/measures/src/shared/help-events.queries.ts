/** Appends steps; a subject stands once in a call and its row is locked by the caller. $1 rows as JSON. */
export const appendEvents = `
insert into help_event (county_code, id, village_code, subject_kind, subject_id, household_id, seq, action, from_status, to_status, reason, payload, actor_name, actor_role)
select e.county_code, e.id, e.village_code, e.subject_kind, e.subject_id, e.household_id,
  1 + coalesce((select max(b.seq) from help_event b where b.county_code = e.county_code and b.subject_id = e.subject_id), 0),
  e.action, e.from_status, e.to_status, e.reason, e.payload, e.actor_name, e.actor_role
from jsonb_to_recordset($1::jsonb) e(county_code text, id uuid, village_code text, subject_kind text, subject_id uuid, household_id uuid, action text,
  from_status text, to_status text, reason text, payload jsonb, actor_name text, actor_role text)`;

/** Steps of one subject, in order. $1 county, $2 subject. */
export const eventsOf = `
select e.seq, e.action, e.from_status, e.to_status, e.reason, e.payload, e.actor_name, e.actor_role, e.at
from help_event e where e.county_code = $1 and e.subject_id = $2 order by e.seq`;

export interface HelpEventRow {
  seq: number;
  action: string;
  from_status: string | null;
  to_status: string;
  reason: string | null;
  payload: Record<string, unknown> | null;
  actor_name: string;
  actor_role: string;
  at: Date;
}
