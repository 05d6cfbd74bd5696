/** One recalculation of a county at a time; the lock ends with the transaction. */
export const lockCounty = `select pg_advisory_xact_lock(hashtextextended('bangfu.recalculate.' || $1, 0))`;

/** Sorting and hashing of a whole county in memory. */
export const roomForCounty = `set local work_mem = '64MB'`;

/**
 * How sets are joined. Below row security the planner expects a row or two of a county: left alone it joins all with all, by
 * nested loops, or by a merge on the county alone, which is the same in every row. `whole` is for a county, `few` for a village
 * or a household, `usual` gives back what the rest of the transaction had.
 */
export const joins = {
  whole: 'set local enable_nestloop = off; set local enable_mergejoin = off',
  few: 'set local enable_nestloop = on; set local enable_mergejoin = off',
  usual: 'set local enable_nestloop = on; set local enable_mergejoin = on',
} as const;

/** Takes the work that is there. What is committed later stays for the next run. */
export const claimDirty = `
with claimed as (delete from dirty_village d where d.county_code = $1 returning d.village_code, d.cause)
select c.village_code, bool_or(c.cause = 'WHOLE') as whole, min(c.cause) as cause from claimed c group by c.village_code order by c.village_code`;
export interface ClaimRow {
  village_code: string;
  whole: boolean;
  cause: string;
}

export const countyState = `
select s.years, s.newest_year, s.basis, s.fingerprint, s.computed_at from recalculation_state s where s.county_code = $1 and s.village_code = rpad($1, 12, '0')`;
export interface CountyStateRow {
  years: number[];
  newest_year: number | null;
  basis: string;
  fingerprint: string;
  computed_at: Date;
}

/** Years that something was recorded for in the villages $2, or for the county as such. */
export const recordedYears = `
select y.year::integer as year, bool_or(y.household) as household from (
  select distinct h.year, true as household from household_year h where h.county_code = $1 and h.village_code = any($2::text[]) and h.superseded_at is null
  union select v.year, false from village_year v where v.county_code = $1 and v.village_code = any($2::text[]) and v.superseded_at is null
  union select c.year, false from household_comparison c where c.county_code = $1 and c.village_code = any($2::text[]) and c.superseded_at is null
  union select k.year, false from county_year k where k.county_code = $1 and k.superseded_at is null
  union select a.year, false from assessment a where a.county_code = $1
  union select d.year, false from area_decision d where d.county_code = $1
) y group by y.year order by 1`;

export interface RecordedYearRow {
  year: number;
  /** Of a household, not only of a village or the county. */
  household: boolean;
}

/** Every village of the county: of the tree, with a household or a record, or computed before. */
export const villagesOfCounty = `
select v.code from (
  select d.code from division d where d.code >= $1 and d.code < $1 || ':' and length(d.code) = 12 and d.kind = 'VILLAGE' and d.valid_to is null
  union select h.village_code from household h where h.county_code = $1
  union select y.village_code from village_year y where y.county_code = $1
  union select s.village_code from recalculation_state s where s.county_code = $1 and s.village_code <> rpad($1, 12, '0')
) v(code) order by v.code`;

export const countHouseholds = `select count(*)::integer as households from household h where h.county_code = $1 and h.village_code = any($2::text[])`;

/** Verdicts of rules that no longer judge their year; $2 the pairs "rule year" that do. */
export const dropRetiredVerdicts = ['household_verdict', 'village_verdict', 'county_verdict'].map(
  (table) => `delete from ${table} v where v.county_code = $1 and (v.rule_code || ' ' || v.year) <> all($2::text[])`,
);

/**
 * $1 county, $2 villages, $3 time, $4 run, $5 newest year with a record of a household in the county: who sees the village alone needs it, too. Beside it, of how many
 * households of the village there is a record of each year.
 */
export const stampVillages = `
insert into recalculation_state (county_code, village_code, computed_at, run_id, newest_year, recorded_years, recorded_households)
select $1, v.code, $3, $4, $5, coalesce(r.years, '{}'), coalesce(r.households, '{}')
from unnest($2::text[]) v(code)
left join (
  select c.village_code, array_agg(c.year::integer order by c.year) as years, array_agg(c.households::integer order by c.year) as households
  from (
    select h.village_code, h.year, count(*) as households from household_year h
    where h.county_code = $1 and h.village_code = any($2::text[]) and h.superseded_at is null group by h.village_code, h.year
  ) c group by c.village_code
) r on r.village_code = v.code
on conflict (county_code, village_code) do update set computed_at = excluded.computed_at, run_id = excluded.run_id, newest_year = excluded.newest_year,
  recorded_years = excluded.recorded_years, recorded_households = excluded.recorded_households`;

/** $1 county, $2 years, $3 basis, $4 fingerprint, $5 time, $6 run, $7 newest year with a record of a household. Adds up what its villages have counted. */
export const stampCounty = `
insert into recalculation_state (county_code, village_code, years, basis, fingerprint, computed_at, run_id, newest_year, recorded_years, recorded_households)
select $1, rpad($1, 12, '0'), $2::integer[], $3, $4, $5, $6, $7, coalesce(array_agg(c.year order by c.year), '{}'), coalesce(array_agg(c.households order by c.year), '{}')
from (
  select r.year, sum(r.households)::integer as households from recalculation_state s
  cross join lateral unnest(s.recorded_years, s.recorded_households) r(year, households)
  where s.county_code = $1 and s.village_code <> rpad($1, 12, '0') group by r.year
) c
on conflict (county_code, village_code) do update
set years = excluded.years, newest_year = excluded.newest_year, basis = excluded.basis, fingerprint = excluded.fingerprint, computed_at = excluded.computed_at, run_id = excluded.run_id,
  recorded_years = excluded.recorded_years, recorded_households = excluded.recorded_households`;

/** Nothing but rules or parameters that do not touch this county changed since it was last looked at. */
export const stampFingerprint = `update recalculation_state s set fingerprint = $2 where s.county_code = $1 and s.village_code = rpad($1, 12, '0')`;

/** $1 county, $2 village, $3 SQLSTATE, $4 message, $5 time, $6 run. */
export const parkVillage = `
insert into parked_village (county_code, village_code, sqlstate, message, parked_at, run_id) values ($1, $2, $3, $4, $5, $6)
on conflict (county_code, village_code) do update
set sqlstate = excluded.sqlstate, message = excluded.message, parked_at = excluded.parked_at, run_id = excluded.run_id`;
export const unparkVillages = `delete from parked_village p where p.county_code = $1 and p.village_code = any($2::text[])`;

/** $1 the run as JSON. */
export const insertRun = `insert into recalculation_run select r.* from jsonb_populate_record(null::recalculation_run, $1::jsonb) r`;

/**
 * Forgets the records of runs before $2 in county $1. Those that found differences stay, as does the last run of every village,
 * which its state names.
 */
export const purgeRuns = `
delete from recalculation_run r
where r.county_code = $1 and r.started_at < $2 and coalesce(r.differences, 0) = 0
  and not exists (select 1 from recalculation_state s where s.county_code = r.county_code and s.run_id = r.id)
  and not exists (select 1 from parked_village p where p.county_code = r.county_code and p.run_id = r.id)`;

/**
 * What rules, parameters, code and calendar are now, in one word: a county whose word differs is due, though nothing in it
 * was written. Parameters and rule versions only ever grow in number or get an end.
 */
export const fingerprint = `
select md5(concat_ws('|', $1::text, $2::text,
  (select count(*) || ' ' || coalesce(max(p.sequence), 0) from parameter p),
  (select string_agg(r.id::text || coalesce(r.valid_to::text, ''), ',' order by r.id) from rule_version r),
  (select string_agg(m.id::text || coalesce(m.valid_to::text, ''), ',' order by m.id) from measure_version m))) as fingerprint`;

/** Counties with work: something written, or computed under another fingerprint ($1). */
export const dueCounties = `
select distinct d.county_code from dirty_village d
union select s.county_code from recalculation_state s where s.years is not null and s.fingerprint is distinct from $1
order by 1`;
