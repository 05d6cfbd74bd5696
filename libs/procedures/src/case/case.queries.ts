import { liveHolder } from '#accounts';

/** The case, held until the transaction ends: whoever comes second waits here and then sees what the first one did. $1 county, $2 id. */
export const lockCase = `select c.* from case_file c where c.county_code = $1 and c.id = $2 for update`;
export const findCase = `select c.* from case_file c where c.county_code = $1 and c.id = $2`;

export const dutiesOf = `select d.user_id, d.step from case_duty d where d.county_code = $1 and d.case_id = $2 order by d.id`;
export const noticesOf = `select n.* from notice n where n.county_code = $1 and n.case_id = $2 order by n.id`;
export const objectionsOf = `select o.* from objection o where o.county_code = $1 and o.case_id = $2 order by o.id`;
export const eventsOf = `
select e.id, e.seq, e.step, e.action, e.actor_id, e.actor_name, e.actor_role, e.unit, e.opinion, e.fields, e.to_step, e.facts_hash, e.payload, e.at
from case_event e where e.county_code = $1 and e.case_id = $2 order by e.seq`;
export const evidenceOf = `
select v.id, v.step, v.kind, v.title, v.file_name, v.file_hash, v.attachment_id, v.reference, v.body, v.added_by, v.added_by_name, v.added_at
from case_evidence v where v.county_code = $1 and v.case_id = $2 order by v.id`;
export const evidenceKinds = `select distinct v.kind from case_evidence v where v.county_code = $1 and v.case_id = $2 and v.step = $3`;
export const meetingsOf = `
select m.id, m.step, m.held_on, m.place, m.convener, m.entitled, m.present, m.in_favour, m.against, m.abstained, m.passed, m.summary, m.is_void
from review_meeting m where m.county_code = $1 and m.case_id = $2 order by m.id`;
export const snapshotById = `
select s.id, s.step, s.year, s.facts, s.facts_hash, s.rules, s.taken_at from case_snapshot s where s.county_code = $1 and s.id = $2`;

/** Each takes one row as JSON, with every column named. */
export const insertCase = `insert into case_file select r.* from jsonb_populate_record(null::case_file, $1::jsonb) r on conflict (county_code, id) do nothing returning id`;
export const insertEvent = `
insert into case_event select r.* from jsonb_populate_record(null::case_event, $1::jsonb || jsonb_build_object('seq',
  (select coalesce(max(e.seq), 0) + 1 from case_event e where e.county_code = $2 and e.case_id = $3))) r`;
export const insertEvidence = `insert into case_evidence select r.* from jsonb_populate_recordset(null::case_evidence, $1::jsonb) r`;
export const insertSnapshot = `insert into case_snapshot select r.* from jsonb_populate_record(null::case_snapshot, $1::jsonb) r`;
export const insertMeeting = `insert into review_meeting select r.* from jsonb_populate_record(null::review_meeting, $1::jsonb) r`;
export const insertDecision = `insert into case_decision select r.* from jsonb_populate_record(null::case_decision, $1::jsonb) r`;
export const insertDuty = `
insert into case_duty select r.* from jsonb_populate_record(null::case_duty, $1::jsonb) r on conflict (county_code, case_id, user_id) do nothing`;

/** Writes the whole movable part of a case. $1 row as JSON, $2 version that was read. Returns the new version. */
export const updateCase = `
update case_file c set status = r.status, current_step = r.current_step, current_kind = r.current_kind, entered_at = r.entered_at, due_on = r.due_on, assigned_to = r.assigned_to,
  assigned_name = r.assigned_name, snapshot_id = r.snapshot_id, facts_hash = r.facts_hash, verdict = r.verdict, open_objections = r.open_objections,
  decided_at = r.decided_at, closed_at = r.closed_at, version = c.version + 1
from jsonb_populate_record(null::case_file, $1::jsonb) r
where c.county_code = r.county_code and c.id = r.id and c.version = $2
returning c.version`;

export const clearTodo = `delete from case_todo t where t.county_code = $1 and t.case_id = $2`;
export const insertTodo = `insert into case_todo select r.* from jsonb_populate_recordset(null::case_todo, $1::jsonb) r`;

/** $1 county, $2 case, $3 steps that are done again. Returns which meetings were set aside. */
export const voidMeetings = `
update review_meeting m set is_void = true where m.county_code = $1 and m.case_id = $2 and m.step = any($3::text[]) and not m.is_void returning m.id`;
/** $1 county, $2 case, $3 steps that are not done again, $4 meetings that the return had set aside. */
export const restoreMeetings = `
update review_meeting m set is_void = false
where m.county_code = $1 and m.case_id = $2 and m.step = any($3::text[]) and m.id = any($4::uuid[]) and m.is_void`;

/** A user with a live grant of one of these roles for one of these divisions. $1 user, $2 roles, $3 divisions (pairs by position), $4 today. */
export const fittingUser = `
select u.display_name, g.role, g.division_code from role_grant g join app_user u on u.id = g.user_id
join unnest($2::text[], $3::text[]) h(role, division) on h.role = g.role and h.division = g.division_code
where g.user_id = $1 and ${liveHolder('g', 'u', '$4::date')}
limit 1`;

/** Who could take a step over. $1 roles, $2 divisions (pairs by position), $3 today, $4 county, $5 case, $6 current step. */
export interface AssigneeRow {
  id: string;
  display_name: string;
  role: string;
  division_code: string;
}
export const assignees = `
select u.id, u.display_name, g.role, g.division_code from role_grant g join app_user u on u.id = g.user_id
join unnest($1::text[], $2::text[]) h(role, division) on h.role = g.role and h.division = g.division_code
where ${liveHolder('g', 'u', '$3::date')}
  and not exists (select 1 from case_duty d where d.county_code = $4 and d.case_id = $5 and d.user_id = u.id and d.step <> $6)
order by u.display_name, u.id
limit 200`;

/** The newest event: who was faster. $1 county, $2 case. */
export const lastEvent = `
select e.action, e.step, e.actor_name, e.at from case_event e where e.county_code = $1 and e.case_id = $2 order by e.seq desc limit 1`;

/** $1 county, $2 objection. */
export const caseOfObjection = `select o.case_id from objection o where o.county_code = $1 and o.id = $2`;

/** What a list shows of a household. $1 county, $2 household or null. */
export interface SubjectCardRow {
  head_name: string;
  member_count: number;
}
export const subjectCard = `select h.head_name, h.member_count from household h where h.county_code = $1 and h.id = $2::uuid`;

/** The case of a household by a procedure: the one that runs, else the last. $1 county, $2 household, $3 procedure. */
export const caseOfHousehold = `
select c.id from case_file c where c.county_code = $1 and c.household_id = $2 and c.pack_code = $3
order by c.status in ('OPEN', 'DECIDED') desc, c.id desc limit 1`;

/**
 * Which of these cases this person has opened since they came to their step; a read is recorded in the person's own county.
 * $1 counties, $2 cases, $3 county of the person, $4 person.
 */
export const openedCases = `
select c.county_code, c.id
from unnest($1::text[], $2::uuid[]) as asked (county_code, id)
join case_file c on c.county_code = asked.county_code and c.id = asked.id
where exists (
  select 1 from audit_log a
  where a.county_code = $3 and a.table_name = 'case.detail' and a.row_id = c.id::text and a.op = 'READ' and a.actor_id = $4::uuid and a.at >= c.entered_at)`;
