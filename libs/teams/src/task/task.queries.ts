import { liveGrant } from '#accounts';

/** Tasks and their log. Whole rows go in as JSON. */

/** $1 county, $2 ids. */
export const knownTasks = 'select t.id, t.content_hash, t.household_id from task t where t.county_code = $1 and t.id = any($2::uuid[])';
/** $1 rows as a JSON array. */
export const insertTasks = 'insert into task select r.* from jsonb_populate_recordset(null::task, $1::jsonb) r';
export const insertTaskEvents = 'insert into task_event select r.* from jsonb_populate_recordset(null::task_event, $1::jsonb) r';

/** $1 county, $2 task. */
export const lockTask = 'select t.* from task t where t.county_code = $1 and t.id = $2 for no key update';
export const findTask = `
select t.*, h.head_name from task t left join household h on h.county_code = t.county_code and h.id = t.household_id
where t.county_code = $1 and t.id = $2`;

/** $1 county, $2 task, $3 event. The event's content when it is here already, and how many there are. */
export const eventSurroundings = `
select (select e.content_hash from task_event e where e.county_code = $1 and e.id = $3) as content_hash,
  (select coalesce(max(e.seq), 0) from task_event e where e.county_code = $1 and e.task_id = $2) as seq`;

/** $1 county, $2 task, $3 changed columns as JSON, $4 version. */
export const updateTask = `
update task t set (status, owner_id, owner_name, due_on, done_by, done_by_name, done_at, done_note, verified_by, verified_by_name, verified_at, reopened, version) = (
  select p.status, p.owner_id, p.owner_name, p.due_on, p.done_by, p.done_by_name, p.done_at, p.done_note, p.verified_by, p.verified_by_name, p.verified_at, p.reopened, t.version + 1
  from jsonb_populate_record(t, $3::jsonb) p)
where t.county_code = $1 and t.id = $2 and t.version = $4
returning t.version`;

/** A user whose grant holds at the place: of the village or of a division above it. $1 user, $2 village, $3 day. */
export const fittingOwner = `
select u.display_name from app_user u
where u.id = $1 and u.status = 'ACTIVE' and exists (
  select 1 from role_grant g where g.user_id = u.id and ${liveGrant('g', '$3::date')}
    and starts_with($2, g.division_code))`;

/** $1 county, $2 task. */
export const eventsOf = 'select e.* from task_event e where e.county_code = $1 and e.task_id = $2 order by e.seq';

/** $1 county, $2 household, $3 village. */
export const carryTasks = 'update task t set village_code = $3 where t.county_code = $1 and t.household_id = $2 and t.village_code <> $3';
export const carryTaskEvents = 'select app.carry_task_events($1, $2, $3)';

export interface TaskRow {
  county_code: string;
  id: string;
  village_code: string;
  household_id: string | null;
  visit_id: string | null;
  clue_id: string | null;
  origin: string | null;
  kind: string;
  description: string;
  due_on: string;
  status: 'OPEN' | 'ASSIGNED' | 'DONE' | 'VERIFIED';
  owner_id: string | null;
  owner_name: string | null;
  created_by: string;
  created_by_name: string;
  created_at: Date;
  done_by: string | null;
  done_by_name: string | null;
  done_at: Date | null;
  done_note: string | null;
  verified_by: string | null;
  verified_by_name: string | null;
  verified_at: Date | null;
  reopened: number;
  content_hash: string;
  version: number;
}
export interface TaskEventRow {
  county_code: string;
  id: string;
  seq: number;
  action: string;
  from_status: string | null;
  to_status: string;
  note: string | null;
  due_on: string | null;
  owner_id: string | null;
  owner_name: string | null;
  actor_name: string;
  actor_role: string;
  occurred_at: Date;
  recorded_at: Date;
}
