/*
 * Coverage and load, set-based for any division: one pass over its poor households with their pairings and last visits, one over
 * its teams, one over the days that teams recorded. Grouped by the first $4 digits of the village, i.e. by child division.
 */

/** The last visit of each household since a day: only records that are valid, and not those on which nobody was home. */
const lastVisits = (since: string) => `
  select v.county_code, v.household_id, max(v.visited_on) as last_on
  from visit v
  where v.village_code >= $1 and v.village_code < $2 and ($3::text is null or v.county_code = $3)
    and v.visited_on >= ${since} and v.recorded_on >= ${since} and v.way <> 'NOT_HOME'
    and not exists (
      select 1 from visit c where c.county_code = v.county_code and c.corrects_id = case when v.corrects_id is null then v.id else v.corrects_id end and c.correction_no > v.correction_no)
  group by v.county_code, v.household_id`;

/**
 * $1 from and $2 to village, $3 county or null, $4 digits, $5 statuses of poor households, $6 first day of the year,
 * $7 [{status, from}] the day from which a visit is asked for, for statuses whose parameter is set, $8 the earliest of all days.
 */
export const householdCoverage = `
with last as (${lastVisits('$8::date')}),
paired as (
  select distinct p.county_code, p.household_id from pairing p
  where p.village_code >= $1 and p.village_code < $2 and ($3::text is null or p.county_code = $3) and p.ended_on is null
)
select left(h.village_code, $4) as unit, count(*)::integer as households, count(distinct h.village_code)::integer as villages,
  count(*) filter (where p.household_id is null)::integer as without_helper,
  count(*) filter (where v.last_on is null or v.last_on < $6::date)::integer as not_visited_this_year,
  count(*) filter (where w.status is not null)::integer as asked,
  count(*) filter (where w.status is not null and (v.last_on is null or v.last_on < w."from"))::integer as visit_due
from household h
left join paired p on p.county_code = h.county_code and p.household_id = h.id
left join last v on v.county_code = h.county_code and v.household_id = h.id
left join jsonb_to_recordset($7::jsonb) as w (status text, "from" date) on w.status = h.status
where h.village_code >= $1 and h.village_code < $2 and ($3::text is null or h.county_code = $3) and h.status = any($5::text[])
group by 1 order by 1`;
export interface CoverageRow {
  unit: string;
  households: number;
  villages: number;
  without_helper: number;
  not_visited_this_year: number;
  asked: number;
  visit_due: number;
}

/** $1 from and $2 to village, $3 county or null, $4 digits, $5 least size or null, $6 statuses of poor households. */
export const teamCoverage = `
with served as (
  select t.village_code, max(t.size) as size from team_village t
  where t.ended_on is null and t.village_code >= $1 and t.village_code < $2 and ($3::text is null or t.county_code = $3)
  group by t.village_code
), poor as (
  select distinct h.village_code from household h
  where h.village_code >= $1 and h.village_code < $2 and ($3::text is null or h.county_code = $3) and h.status = any($6::text[])
)
select left(coalesce(s.village_code, p.village_code), $4) as unit, count(s.village_code)::integer as served,
  count(*) filter (where s.size < $5::integer)::integer as too_small,
  count(*) filter (where s.village_code is null)::integer as without_team
from served s full join poor p on p.village_code = s.village_code
group by 1 order by 1`;
export interface TeamCoverageRow {
  unit: string;
  served: number;
  too_small: number;
  without_team: number;
}

/** $1 from and $2 to village, $3 county or null, $4 digits, $5 year. */
export const daysRecorded = `
select left(d.village_code, $4) as unit, sum(d.day_count)::integer as days, count(distinct d.member_id)::integer as members
from team_days d
where d.superseded_at is null and d.year = $5 and d.village_code >= $1 and d.village_code < $2 and ($3::text is null or d.county_code = $3)
group by 1 order by 1`;
export interface DaysRow {
  unit: string;
  days: number;
  members: number;
}

/**
 * Helpers of a division, and those with more households (in the whole county) than their rank allows. Only for the county and
 * above: a village does not see the pairings of another one. $1 from and $2 to village, $3 county or null, $4 digits,
 * $5 [{rank, limit}] of ranks whose limit is set; rank null is the limit for all.
 */
export const helperLoad = `
with load as (
  select p.county_code, p.helper_id, max(p.helper_rank) as rank, count(*) as households from pairing p
  where p.ended_on is null and p.county_code >= rpad(left($1, 6), 6, '0') and ($3::text is null or p.county_code = $3)
  group by p.county_code, p.helper_id
), above as (
  select l.county_code, l.helper_id from load l
  where l.households > coalesce(
    (select x."limit" from jsonb_to_recordset($5::jsonb) as x (rank text, "limit" integer) where x.rank = l.rank),
    (select x."limit" from jsonb_to_recordset($5::jsonb) as x (rank text, "limit" integer) where x.rank is null), 2147483647)
)
select left(p.village_code, $4) as unit, count(distinct p.helper_id)::integer as helpers, count(distinct a.helper_id)::integer as above_limit
from pairing p left join above a on a.county_code = p.county_code and a.helper_id = p.helper_id
where p.ended_on is null and p.village_code >= $1 and p.village_code < $2 and ($3::text is null or p.county_code = $3)
group by 1 order by 1`;
export interface LoadRow {
  unit: string;
  helpers: number;
  above_limit: number;
}

/**
 * The households behind two of the numbers, by village: $1 from and $2 to village, $3 county or null, $4 'helper' or 'visit',
 * $5 statuses, $6 first day of the year, $7 village and $8 id of the cursor, $9 limit.
 */
export const householdsMissing = `
select h.county_code, h.id, h.village_code, h.head_name, h.status, h.member_count, v.last_on
from household h
left join lateral (
  select max(v.visited_on) as last_on from visit v
  where v.county_code = h.county_code and v.household_id = h.id and v.way <> 'NOT_HOME' and not exists (
    select 1 from visit c where c.county_code = v.county_code and c.corrects_id = case when v.corrects_id is null then v.id else v.corrects_id end and c.correction_no > v.correction_no)
) v on true
where h.village_code >= $1 and h.village_code < $2 and ($3::text is null or h.county_code = $3) and h.status = any($5::text[])
  and ($7::text is null or h.village_code >= $7) and ($7::text is null or (h.village_code, h.id) > ($7, $8::uuid))
  and case $4 when 'helper' then not exists (select 1 from pairing p where p.county_code = h.county_code and p.household_id = h.id and p.ended_on is null)
    else v.last_on is null or v.last_on < $6::date end
order by h.village_code, h.id limit $9`;
export interface MissingRow {
  county_code: string;
  id: string;
  village_code: string;
  head_name: string;
  status: string;
  member_count: number;
  last_on: string | null;
}

export const ranksInUse = `
select distinct p.helper_rank as rank from pairing p
where p.ended_on is null and p.village_code >= $1 and p.village_code < $2 and p.helper_rank is not null order by 1`;
