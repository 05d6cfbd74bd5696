import type { FindingOriginKind, FindingOutcome, FindingState, LookBackResult } from '#domain';

/** Findings and what belongs to one. Whole rows go in as JSON. */

export interface FindingRow {
  readonly county_code: string;
  readonly id: string;
  readonly village_code: string;
  readonly division_code: string;
  readonly code: string;
  readonly origin_kind: FindingOriginKind;
  readonly origin: { readonly codes: readonly string[]; readonly count: number; readonly households: number };
  readonly household_id: string | null;
  readonly member_id: string | null;
  readonly title: string;
  readonly facts: string;
  readonly basis: string;
  readonly suggestion: string | null;
  readonly severity: 'E' | 'W';
  readonly unit_division: string;
  readonly unit_name: string;
  readonly due_on: string;
  readonly due_working_days: number | null;
  readonly state: FindingState;
  readonly raised_by: string;
  readonly raised_by_name: string;
  readonly raised_by_unit: string;
  readonly raised_at: Date;
  readonly received_by_name: string | null;
  readonly received_at: Date | null;
  readonly measures: string | null;
  readonly rectification: string | null;
  readonly rectified_by: string | null;
  readonly submitted_by: string | null;
  readonly submitted_by_name: string | null;
  readonly submitted_at: Date | null;
  readonly outcome: FindingOutcome | null;
  readonly reviewed_by_name: string | null;
  readonly reviewed_at: Date | null;
  readonly review_opinion: string | null;
  readonly closed_on: string | null;
  readonly times_returned: number;
  readonly times_reopened: number;
  readonly times_extended: number;
  readonly look_back_on: string | null;
  readonly look_back_draw_id: string | null;
  readonly look_back_result: LookBackResult | null;
  readonly version: number;
}

export interface OriginRow {
  readonly county_code: string;
  readonly id: string;
  readonly finding_id: string;
  readonly ordinal: number;
  readonly kind: FindingOriginKind;
  readonly ref: string;
  readonly code: string | null;
  readonly division_code: string;
  readonly household_id: string | null;
  readonly member_id: string | null;
  readonly label: string;
  readonly shown: readonly { readonly label: string; readonly text: string }[];
  readonly is_open: boolean;
  readonly copied_at: Date;
}

export interface EventRow {
  readonly seq: number;
  readonly action: string;
  readonly from_state: FindingState | null;
  readonly to_state: FindingState;
  readonly note: string | null;
  readonly payload: Record<string, unknown> | null;
  readonly attachment_ids: readonly string[];
  readonly actor_id: string;
  readonly actor_name: string;
  readonly actor_role: string;
  readonly actor_unit: string;
  readonly at: Date;
}

export interface ExtensionRow {
  readonly county_code: string;
  readonly id: string;
  readonly village_code: string;
  readonly finding_id: string;
  readonly due_before: string;
  readonly asked_until: string;
  readonly reason: string;
  readonly requested_by: string;
  readonly requested_by_name: string;
  readonly requested_at: Date;
  readonly state: 'PENDING' | 'GRANTED' | 'REFUSED';
  readonly granted_until: string | null;
  readonly opinion: string | null;
  readonly decided_by_name: string | null;
  readonly decided_at: Date | null;
}

/** $1 county, $2 finding. */
export const findFinding = 'select f.* from finding f where f.county_code = $1 and f.id = $2';
export const lockFinding = 'select f.* from finding f where f.county_code = $1 and f.id = $2 for no key update';
export const originsOf = 'select o.* from finding_origin o where o.county_code = $1 and o.finding_id = $2 order by o.ordinal';
export const eventsOf = 'select e.* from finding_event e where e.county_code = $1 and e.finding_id = $2 order by e.seq';
export const extensionsOf = 'select x.* from finding_extension x where x.county_code = $1 and x.finding_id = $2 order by x.id';
/** Who planned, rectified or handed in. */
export const workersOf = `select distinct e.actor_id from finding_event e where e.county_code = $1 and e.finding_id = $2 and e.action in ('PLAN', 'RECTIFY', 'SUBMIT')`;

/** $1 rows as a JSON array. */
export const insertFindings = 'insert into finding select r.* from jsonb_populate_recordset(null::finding, $1::jsonb) r';
export const insertOrigins = 'insert into finding_origin select r.* from jsonb_populate_recordset(null::finding_origin, $1::jsonb) r';
export const insertEvents = `
insert into finding_event (county_code, id, village_code, finding_id, seq, action, from_state, to_state, note, payload, attachment_ids, actor_id, actor_name, actor_role, actor_unit, at)
select r.county_code, r.id, r.village_code, r.finding_id,
  (select coalesce(max(e.seq), 0) + 1 from finding_event e where e.county_code = r.county_code and e.finding_id = r.finding_id),
  r.action, r.from_state, r.to_state, r.note, r.payload, coalesce(r.attachment_ids, '{}'), r.actor_id, r.actor_name, r.actor_role, r.actor_unit, r.at
from jsonb_populate_recordset(null::finding_event, $1::jsonb) r`;

/** $1 county, $2 finding, $3 changed columns as JSON, $4 version. */
export const updateFinding = `
update finding f set (state, due_on, received_by, received_by_name, received_at, measures, rectification, rectified_by, submitted_by, submitted_by_name, submitted_at,
  outcome, reviewed_by, reviewed_by_name, reviewed_at, review_opinion, closed_on, times_returned, times_reopened, times_extended,
  look_back_on, look_back_draw_id, look_back_result, version) = (
  select p.state, p.due_on, p.received_by, p.received_by_name, p.received_at, p.measures, p.rectification, p.rectified_by, p.submitted_by, p.submitted_by_name, p.submitted_at,
    p.outcome, p.reviewed_by, p.reviewed_by_name, p.reviewed_at, p.review_opinion, p.closed_on, p.times_returned, p.times_reopened, p.times_extended,
    p.look_back_on, p.look_back_draw_id, p.look_back_result, f.version + 1
  from jsonb_populate_record(f, $3::jsonb) p)
where f.county_code = $1 and f.id = $2 and f.version = $4
returning f.*`;

/** $1 county, $2 finding, $3 open. */
export const markOrigins = 'update finding_origin o set is_open = $3 where o.county_code = $1 and o.finding_id = $2 and o.is_open <> $3';

/** One number after the other within a county. $1 county. */
export const holdNumbers = `select pg_advisory_xact_lock(hashtextextended('finding number ' || $1::text, 20))`;
/** $1 county, $2 prefix of the year and county. */
export const lastNumber = `
select coalesce(max(substr(f.code, length($2) + 1)::integer), 0) as last from finding f where f.county_code = $1 and starts_with(f.code, $2)`;

/** Findings that are not closed and were raised from these. $1 county, $2 kind, $3 refs. */
export const openOrigins = `
select o.ref, f.code from finding_origin o join finding f on f.county_code = o.county_code and f.id = o.finding_id
where o.county_code = $1 and o.kind = $2 and o.ref = any($3::text[]) and o.is_open order by o.ref`;

export const insertExtension = 'insert into finding_extension select r.* from jsonb_populate_record(null::finding_extension, $1::jsonb) r';
/** $1 county, $2 extension. */
export const lockExtension = 'select x.* from finding_extension x where x.county_code = $1 and x.id = $2 for no key update';
/** $1 county, $2 extension, $3 state, $4 granted until or null, $5 opinion, $6 person, $7 name, $8 time. */
export const decideExtension = `
update finding_extension x set state = $3, granted_until = $4::date, opinion = $5, decided_by = $6, decided_by_name = $7, decided_at = $8
where x.county_code = $1 and x.id = $2 and x.state = 'PENDING' returning x.id`;
