import type { LocalText } from '#domain';

/** Years of a household that hold now, latest first, whole rows: nothing in them is encrypted. $1 county, $2 household. */
export const years = `select y.* from household_year y where y.county_code = $1 and y.household_id = $2 and y.superseded_at is null order by y.year desc limit 10`;

/** What was recorded of the members in the latest year. $3 year. */
export const memberYears = `select y.* from member_year y where y.county_code = $1 and y.household_id = $2 and y.year = $3 and y.superseded_at is null`;

/** Rows with ciphertext, for a file in clear. */
export const wholeHousehold = 'select h.* from household h where h.county_code = $1 and h.id = $2';
export const wholeMembers = 'select m.* from member m where m.county_code = $1 and m.household_id = $2';

export interface VerdictRow {
  readonly year: number;
  readonly name: LocalText;
  readonly verdict: string;
  readonly computed_at: Date;
}
export const verdicts = `
select v.year, r.name, v.verdict, v.computed_at
from household_verdict v join rule_version r on r.id = v.rule_version_id
where v.county_code = $1 and v.household_id = $2 and v.year = (
  select max(y.year) from household_year y where y.county_code = $1 and y.household_id = $2 and y.superseded_at is null)
order by v.rule_code`;

export interface HelpRow {
  readonly name: LocalText | null;
  readonly measure_code: string;
  readonly person: string | null;
  readonly year: number;
  readonly status: string;
  readonly starts_on: string | null;
  readonly ends_on: string | null;
  readonly paid_fen: number;
  readonly last_paid_on: string | null;
}
/** Measures with what was paid under each, reversals taken off. */
export const help = `
select c.name, a.measure_code, m.name as person, a.year, a.status, a.starts_on, a.ends_on, p.paid_fen, p.last_paid_on
from assignment a
left join member m on m.county_code = a.county_code and m.id = a.member_id
left join lateral (select v.name from measure_version v where v.code = a.measure_code order by v.version desc limit 1) c on true
left join lateral (
  select coalesce(sum(p.amount_fen), 0)::bigint as paid_fen, max(p.paid_on) filter (where p.reverses_id is null and p.reversed_by_id is null) as last_paid_on
  from payment p where p.county_code = a.county_code and p.assignment_id = a.id
) p on true
where a.county_code = $1 and a.household_id = $2
order by a.year desc, a.measure_code, a.id
limit 200`;

export interface VisitRow {
  readonly visited_on: string;
  readonly way: string;
  readonly visitor_name: string;
  readonly needs: string[];
  readonly notes: string | null;
  readonly problems: number;
}
/** Visits, the latest first; of a corrected one its last correction. */
export const visits = `
select v.visited_on, v.way, v.visitor_name, v.needs, v.notes, jsonb_array_length(v.problems) as problems
from visit v
where v.county_code = $1 and v.household_id = $2
  and not exists (select 1 from visit c where c.county_code = v.county_code and c.corrects_id = coalesce(v.corrects_id, v.id) and c.correction_no > v.correction_no)
order by v.visited_on desc, v.id desc
limit 20`;

export interface PairingRow {
  readonly helper_name: string;
  readonly helper_unit: string;
  readonly started_on: string;
  readonly ended_on: string | null;
}
export const pairings = `
select p.helper_name, p.helper_unit, p.started_on, p.ended_on from pairing p
where p.county_code = $1 and p.household_id = $2 order by (p.ended_on is not null), p.started_on desc limit 20`;

export interface CaseRow {
  readonly name: LocalText;
  readonly year: number;
  readonly status: string;
  readonly started_at: Date;
  readonly decided_at: Date | null;
  readonly verdict: string | null;
}
export const cases = `
select k.name, c.year, c.status, c.started_at, c.decided_at, c.verdict
from case_file c join procedure_pack k on k.id = c.pack_id
where c.county_code = $1 and c.household_id = $2 order by c.started_at desc limit 50`;

export interface FileContactRow {
  readonly contacted_on: string;
  readonly way: string;
  readonly person: string | null;
  readonly found: string;
  readonly recorded_by: string | null;
}
export const contacts = `
select c.contacted_on, c.way, m.name as person, c.found, u.display_name as recorded_by
from care_contact c
left join member m on m.county_code = c.county_code and m.id = c.member_id
left join app_user u on u.id = c.recorded_by
where c.county_code = $1 and c.household_id = $2 order by c.contacted_on desc, c.id desc limit 20`;
