import type { KeptAssurance } from '#domain';
import { prepared } from '#platform';

/*
 * Visits. The table is partitioned by the day of recording; a look-up by id asks the primary key of each year (nine probes of
 * an index), because a phone that repeats an operation does not know when the server took it.
 */

/**
 * Locks the household against a second visit of the same moment: what was carried forward is counted from the last one. The
 * lock lets foreign keys pass. $1 county, $2 household.
 */
export const lockForVisit = prepared(`
select h.village_code, h.status, h.head_name from household h where h.county_code = $1 and h.id = $2 for no key update`);
export interface VisitedHousehold {
  village_code: string;
  status: string;
  head_name: string;
}

/**
 * What a visit is judged by: the same id if it is here already, the answers of the base visit and of the last one that holds
 * answers and is not about to be replaced, and the members. One scan of the visits: planning a scan of each year is what costs. $1 county, $2 household, $3 visit, $4 base or null, $5 first record
 * of a correction or null, $6 persons met.
 */
export const visitSurroundings = `
with near as materialized (
  select v.id, v.household_id, v.content_hash, v.assurances, v.way, v.recorded_at, v.corrects_id
  from visit v where v.county_code = $1 and (v.household_id = $2 or v.id = $3)
)
select
  (select n.content_hash from near n where n.id = $3 limit 1) as content_hash,
  (select n.assurances from near n where n.household_id = $2 and n.id = $4) as base,
  (select jsonb_build_object('assurances', n.assurances, 'recordedAt', ceil(extract(epoch from n.recorded_at) * 1000)) from near n
    where n.household_id = $2 and n.way <> 'NOT_HOME' and ($5::uuid is null or coalesce(n.corrects_id, n.id) <> $5)
    order by n.recorded_at desc, n.id desc limit 1) as latest,
  (select count(*)::integer from member m where m.county_code = $1 and m.household_id = $2 and m.id = any($6::uuid[])) as members_met`;
export interface VisitSurroundings {
  content_hash: string | null;
  base: KeptAssurance[] | null;
  /** With its time in milliseconds. */
  latest: { assurances: KeptAssurance[]; recordedAt: number } | null;
  members_met: number;
}

/** One visit; nothing but an insert, so that what the API costs can be held against it. $1 row as JSON. */
export const insertVisit = prepared('insert into visit select r.* from jsonb_populate_record(null::visit, $1::jsonb) r');

/** How many corrections the first record has. $1 county, $2 first record, $3 household. */
export const findCorrected = `
select v.id, case when v.corrects_id is null then v.id else v.corrects_id end as root_id, v.recorded_on,
  (select coalesce(max(c.correction_no), 0) from visit c where c.county_code = v.county_code and c.corrects_id = case when v.corrects_id is null then v.id else v.corrects_id end) as corrections
from visit v where v.county_code = $1 and v.id = $2 and v.household_id = $3`;
export interface CorrectedRow {
  id: string;
  root_id: string;
  recorded_on: string;
  corrections: number;
}

/** $1 county, $2 visit. */
export const findVisit = `
select v.*, h.head_name, h.member_count, h.status as household_status,
  (select c.id from visit c where c.county_code = v.county_code and c.corrects_id = case when v.corrects_id is null then v.id else v.corrects_id end and c.correction_no > v.correction_no
    order by c.correction_no desc limit 1) as replaced_by
from visit v join household h on h.county_code = v.county_code and h.id = v.household_id
where v.county_code = $1 and v.id = $2`;

/** $1 county, $2 household, $3 village. */
export const carryVisits = 'select app.carry_visits($1, $2, $3)';

export interface VisitRow {
  county_code: string;
  id: string;
  recorded_on: string;
  village_code: string;
  household_id: string;
  way: string;
  types: string[];
  not_home_reason: string | null;
  visited_at: Date;
  visited_on: string;
  clock_ahead: boolean;
  clock_offset_seconds: number | null;
  recorded_at: Date;
  visitor_id: string;
  visitor_name: string;
  visitor_role: string;
  persons_met: string[];
  others_met: string | null;
  assurances: { item: string; state: string; carried: boolean; count: number; note?: string }[];
  base_visit_id: string | null;
  income_changes: { item: string; changeFen: number; note?: string }[];
  needs: string[];
  needs_note: string | null;
  problems: { id: string; kind: string; description: string; dueOn: string; ownerId?: string; ownerName?: string }[];
  notes: string | null;
  attachment_ids: string[];
  position_enc: string | null;
  position_accuracy_m: number | null;
  device_id: string | null;
  corrects_id: string | null;
  correction_no: number;
  correction_reason: string | null;
  content_hash: string;
}
export interface VisitDetailRow extends VisitRow {
  head_name: string;
  member_count: number;
  household_status: string;
  replaced_by: string | null;
}
