import type { Verdict } from '#domain';

export interface VerdictRow {
  rule_code: string;
  verdict: Verdict;
  leaves: string;
  rule_version_id: string;
  computed_at: Date;
}

export type FactRow = Record<string, unknown> & { county_code: string; village_code: string; year: number };

/** $1 county, $2 household, $3 year. */
export const householdFact = `select f.* from household_fact f where f.county_code = $1 and f.household_id = $2 and f.year = $3`;
export const householdVerdicts = `
select v.rule_code, v.verdict, v.leaves, v.rule_version_id, v.computed_at from household_verdict v
where v.county_code = $1 and v.household_id = $2 and v.year = $3 order by v.rule_code`;
/** Years that can be asked for, and the newest one for which something was recorded. */
export const householdYears = `
select exists (select 1 from household h where h.county_code = $1 and h.id = $2) as known,
  array(select f.year from household_fact f where f.county_code = $1 and f.household_id = $2 order by f.year) as years,
  (select max(y.year) from household_year y where y.county_code = $1 and y.household_id = $2 and y.superseded_at is null)::integer as newest`;
export interface YearsRow {
  /** The subject is there, computed or not. */
  known: boolean;
  years: number[];
  newest: number | null;
}

/** $1 county, $2 village, $3 year. */
export const villageFact = `select f.* from village_fact f where f.county_code = $1 and f.village_code = $2 and f.year = $3`;
export const villageVerdicts = `
select v.rule_code, v.verdict, v.leaves, v.rule_version_id, v.computed_at from village_verdict v
where v.county_code = $1 and v.village_code = $2 and v.year = $3 order by v.rule_code`;
export const villageYears = `
select true as known, array(select f.year from village_fact f where f.county_code = $1 and f.village_code = $2 order by f.year) as years,
  (select max(y.year) from household_year y where y.county_code = $1 and y.village_code = $2 and y.superseded_at is null)::integer as newest`;

/** $1 county, $2 its padded code, $3 year. */
export const countyFact = `select f.* from county_fact f where f.county_code = $1 and f.village_code = $2 and f.year = $3`;
export const countyVerdicts = `
select v.rule_code, v.verdict, v.leaves, v.rule_version_id, v.computed_at from county_verdict v
where v.county_code = $1 and v.village_code = $2 and v.year = $3 order by v.rule_code`;
export const countyYears = `
select true as known, array(select f.year from county_fact f where f.county_code = $1 and f.village_code = $2 order by f.year) as years,
  (select s.newest_year from recalculation_state s where s.county_code = $1 and s.village_code = $2) as newest`;

/** As of when a village (or, padded, a county) is computed, whether more is to come, and whether it is stuck. $1 county, $2 village. */
export const freshness = `
select s.computed_at as as_of, p.message as parked, p.parked_at,
  s.computed_at is null or exists (select 1 from dirty_village d where d.county_code = $1 and (d.village_code = $2 or d.village_code = rpad($1, 12, '0') or $2 = rpad($1, 12, '0'))) as pending
from (values (1)) one(n)
left join recalculation_state s on s.county_code = $1 and s.village_code = $2
left join parked_village p on p.county_code = $1 and p.village_code = $2`;
export interface FreshnessRow {
  as_of: Date | null;
  pending: boolean;
  parked: string | null;
  parked_at: Date | null;
}

/** Newest year that was recorded in a county, for the time before it was computed. $1 county. */
export const recordedYear = `select max(y.year)::integer as year from household_year y where y.county_code = $1 and y.superseded_at is null`;

const listed = `
  f.county_code, f.village_code, f.year, f.registered_households, f.registered_persons, f.poor_households, f.poor_persons, f.exited_households,
  f.rural_resident_population, f.poor_village, f.decision, d.name, v.verdict, s.computed_at as as_of,
  s.computed_at is null or exists (select 1 from dirty_village x where x.county_code = f.county_code and x.village_code = f.village_code) as pending`;

/** $1 division, $2 counties in it, $3 year, $4 rule, $5 verdict or null, $6 last village of the page before, $7 rows, $8 only poor villages. */
export const villageList = `
select ${listed}
from village_fact f
left join division d on d.code = f.village_code
left join village_verdict v on v.county_code = f.county_code and v.village_code = f.village_code and v.year = f.year and v.rule_code = $4
left join recalculation_state s on s.county_code = f.county_code and s.village_code = f.village_code
where f.county_code = any($2::text[]) and f.village_code >= $1 and f.village_code < $1 || ':' and f.year = $3
  and ($5::text is null or v.verdict = $5) and f.county_code >= left($6, 6) and f.village_code > $6 and (not $8::boolean or f.poor_village)
order by f.county_code, f.village_code
limit $7`;
export interface VillageListRow {
  county_code: string;
  village_code: string;
  year: number;
  registered_households: number | null;
  registered_persons: number | null;
  poor_households: number | null;
  poor_persons: number | null;
  exited_households: number | null;
  rural_resident_population: number | null;
  poor_village: boolean;
  decision: string | null;
  name: string | null;
  verdict: Verdict | null;
  as_of: Date | null;
  pending: boolean;
}

export const countiesOf = `select distinct d.code from division d where length(d.code) = 6 and (d.code like $1 || '%' or d.code = left($1, 6))`;

/** Households behind a number of a village. $1 county, $2 village, $3 year, $4 statuses counted, $5 last household of the page before, $6 rows. */
export const rowsOfVillage = `
select f.county_code, f.household_id, h.head_name, f.status, f.member_count, f.net_income_per_capita_fen, f.poor_household_type, f.main_cause, v.verdict
from household_fact f
join household h on h.county_code = f.county_code and h.id = f.household_id
left join household_verdict v on v.county_code = f.county_code and v.household_id = f.household_id and v.year = f.year and v.rule_code = 'household.exit'
where f.county_code = $1 and f.village_code = $2 and f.year = $3 and f.status = any($4::text[]) and ($5::uuid is null or f.household_id > $5)
order by f.household_id
limit $6`;
export interface HouseholdBehindRow {
  county_code: string;
  household_id: string;
  head_name: string;
  status: string;
  member_count: number | null;
  net_income_per_capita_fen: number | null;
  poor_household_type: string | null;
  main_cause: string | null;
  verdict: Verdict | null;
}
