import type { LocalText } from '#domain';

/** What is recorded of a village, latest year first. $1 county, $2 village. */
export const villageYears = `select y.* from village_year y where y.county_code = $1 and y.village_code = $2 and y.superseded_at is null order by y.year desc limit 6`;
export interface VillageYearRow {
  readonly year: number;
  readonly rural_resident_population: number | null;
  readonly village_type: string | null;
  readonly collective_income_fen: number | null;
  readonly hardened_road: boolean | null;
  readonly production_power: boolean | null;
  readonly safe_water_covered: boolean | null;
  readonly clinic: boolean | null;
  readonly village_doctor: boolean | null;
  readonly culture_room: boolean | null;
  readonly broadcasting: boolean | null;
  readonly broadband: boolean | null;
  readonly cooperative: boolean | null;
}

export interface CountOf {
  readonly code: string | null;
  readonly households: number;
  readonly persons: number;
}
export const byStatus = `
select h.status as code, count(*)::integer as households, sum(h.member_count)::integer as persons
from household h where h.county_code = $1 and h.village_code = $2 group by 1 order by 1`;
/** Households that are poor or exited, by main cause. */
export const byCause = `
select h.main_cause as code, count(*)::integer as households, sum(h.member_count)::integer as persons
from household h where h.county_code = $1 and h.village_code = $2 and h.status not in ('CANDIDATE', 'CLEARED_OUT', 'DEREGISTERED') group by 1 order by 2 desc, 1`;

export interface VillageFactRow {
  readonly year: number;
  readonly registered_households: number | null;
  readonly registered_persons: number | null;
  readonly poor_households: number | null;
  readonly poor_persons: number | null;
  readonly rural_resident_population: number | null;
  readonly decision: string | null;
  readonly verdict: string | null;
}
export const villageFacts = `
select f.year, f.registered_households, f.registered_persons, f.poor_households, f.poor_persons, f.rural_resident_population, f.decision, v.verdict
from village_fact f
left join village_verdict v on v.county_code = f.county_code and v.village_code = f.village_code and v.year = f.year and v.rule_code = 'village.exit'
where f.county_code = $1 and f.village_code = $2 order by f.year desc limit 6`;

export interface TeamRow {
  readonly team_name: string;
  readonly sending_unit: string;
  readonly first_secretary: string;
  readonly size: number;
  readonly from_on: string;
  readonly ended_on: string | null;
}
export const teams = `
select t.team_name, t.sending_unit, t.first_secretary, t.size, t.from_on, t.ended_on from team_village t
where t.county_code = $1 and t.village_code = $2 order by (t.ended_on is not null), t.from_on desc limit 10`;

export interface ProjectRow {
  readonly name: string;
  readonly year: number;
  readonly status: string;
  readonly estimate_fen: number;
  readonly contract_fen: number | null;
  readonly progress_percent: number;
}
export const projects = `
select p.name, p.year, p.status, p.estimate_fen, p.contract_fen, p.progress_percent from project p
where p.county_code = $1 and p.village_code = $2 order by p.year desc, p.id desc limit 50`;

export interface MeasureCountRow {
  readonly measure_code: string;
  readonly name: LocalText | null;
  readonly households: number;
  readonly delivered: number;
}
export const measures = `
select a.measure_code, (select v.name from measure_version v where v.code = a.measure_code order by v.version desc limit 1) as name,
  count(distinct a.household_id)::integer as households, count(distinct a.household_id) filter (where a.status in ('DELIVERED', 'CLOSED'))::integer as delivered
from assignment a where a.county_code = $1 and a.village_code = $2 and a.status not in ('REFUSED', 'CANCELLED')
group by 1 order by 1`;

export interface RegisterCountRow {
  readonly register_code: string;
  readonly entries: number;
  readonly unproven: number;
}
export const registers = `
select e.register_code, count(*) filter (where e.verdict = 'met')::integer as entries, count(*) filter (where e.verdict = 'unproven')::integer as unproven
from care_entry e where e.county_code = $1 and e.village_code = $2 and e.until is null group by 1`;

/** Households visited this year, and visits. $3 first day of the year. */
export const visited = `
select count(distinct v.household_id)::integer as households, count(*)::integer as visits from visit v
where v.county_code = $1 and v.village_code = $2 and v.visited_on >= $3::date and v.corrects_id is null`;

/** How many files stand beside each row of the exit checklist. $1 county, $2 village, $3 year. */
export const checklistFiles = `
select f.item, count(*)::integer as files from checklist_file f where f.county_code = $1 and f.village_code = $2 and f.year = $3 group by f.item`;
