import { exitedStatuses, factTerms, poorStatuses } from '#domain';
import { sqlList, sqlText } from './sql-lists.js';

const { poorVillageTypes, registeredStatuses, villageExitRule } = factTerms;

const registered = `f.status in ${sqlList(registeredStatuses)}`;
const poor = `f.status in ${sqlList(poorStatuses)}`;
/** Persons of households of a kind; unknown as soon as the size of one is. */
const persons = (which: string): string =>
  `case when bool_or(${which} and f.member_count is null) then null else coalesce(sum(f.member_count) filter (where ${which}), 0) end::integer`;

/**
 * Facts of the villages $2 of county $1 for the years $3; columns as in `village_fact`. Reads `household_fact`, which a caller
 * may put before it as a CTE to compute from nothing. The specification is `villageFactsOf` of libs/domain.
 */
export const villageFactsSelect = `
select $1::text as county_code, v.village_code, y.year,
  coalesce(c.registered_households, 0) as registered_households,
  case when c.village_code is null then 0 else c.registered_persons end as registered_persons,
  coalesce(c.poor_households, 0) as poor_households,
  case when c.village_code is null then 0 else c.poor_persons end as poor_persons,
  coalesce(c.exited_households, 0) as exited_households,
  r.rural_resident_population, r.hardened_road, r.production_power, r.safe_water_covered, r.clinic, r.village_doctor, r.culture_room, r.broadcasting,
  r.broadband, r.collective_income_fen, r.cooperative,
  exists (select 1 from poverty_designation d where d.division_code = v.village_code) or coalesce(k.village_type in ${sqlList(poorVillageTypes)}, false) as poor_village,
  o.outcome as decision
from unnest($2::text[]) v(village_code)
cross join unnest($3::integer[]) y(year)
left join (
  select f.village_code, f.year,
    count(*) filter (where ${registered})::integer as registered_households, ${persons(registered)} as registered_persons,
    count(*) filter (where ${poor})::integer as poor_households, ${persons(poor)} as poor_persons,
    count(*) filter (where f.status in ${sqlList(exitedStatuses)})::integer as exited_households
  from household_fact f
  where f.county_code = $1 and f.village_code = any($2::text[]) and f.year = any($3::integer[])
  group by f.village_code, f.year
) c on c.village_code = v.village_code and c.year = y.year
left join village_year r on r.county_code = $1 and r.village_code = v.village_code and r.year = y.year and r.superseded_at is null
left join lateral (
  select t.village_type from village_year t
  where t.county_code = $1 and t.village_code = v.village_code and t.year <= y.year and t.superseded_at is null and t.village_type is not null
  order by t.year desc limit 1
) k on true
left join lateral (
  select a.outcome from area_decision a where a.county_code = $1 and a.village_code = v.village_code and a.year <= y.year
  order by a.year desc, a.decided_on desc, a.id desc limit 1
) o on true`;

const total = (column: string): string => `case when count(*) = count(v.${column}) then sum(v.${column}) end::integer`;
const newest = (kind: string, alias: string): string => `
left join lateral (
  select a.found, a.sampled from assessment a where a.county_code = $1 and a.year = t.year and a.kind = ${sqlText(kind)}
  order by a.assessed_on desc, a.id desc limit 1
) ${alias} on true`;

/**
 * Facts of county $1 for the years $3: sums of `village_fact` beside `village_verdict` (either may be a CTE), the county's own
 * record and the newest assessment of each kind. The specification is `countyFactsOf` of libs/domain. $2 is not read, it only
 * keeps the place that the other statements give it.
 */
export const countyFactsSelect = `
select $1::text as county_code, rpad($1, 12, '0') as village_code, t.year, t.registered_households, t.registered_persons, t.poor_households, t.poor_persons,
  t.exited_households, coalesce(r.rural_resident_population, t.rural_resident_population) as rural_resident_population,
  m.found as missed_found, m.sampled as missed_sampled, w.found as wrong_exit_found, w.sampled as wrong_exit_sampled,
  p.found as approval_yes, p.sampled as approval_sampled,
  t.villages_total, t.villages_decided, t.poor_villages_total, t.poor_villages_exited
from (
  select y.year, ${['registered_households', 'registered_persons', 'poor_households', 'poor_persons', 'exited_households', 'rural_resident_population'].map((c) => `${total(c)} as ${c}`).join(', ')},
    count(v.village_code)::integer as villages_total,
    count(*) filter (where v.decision is not null or (not v.poor_village and (v.poor_households = 0 or x.verdict in ('met', 'not_met'))))::integer as villages_decided,
    count(*) filter (where v.poor_village)::integer as poor_villages_total,
    count(*) filter (where v.poor_village and v.decision = 'EXITED')::integer as poor_villages_exited
  from unnest($3::integer[]) y(year)
  join village_fact v on v.county_code = $1 and v.year = y.year
  -- One look-up each: below row security the planner expects a single verdict and would compare all with all.
  left join lateral (
    select x.verdict from village_verdict x
    where x.county_code = v.county_code and x.village_code = v.village_code and x.year = v.year and x.rule_code = ${sqlText(villageExitRule)} limit 1
  ) x on true
  where $2::text[] is not null
  group by y.year
) t
left join county_year r on r.county_code = $1 and r.year = t.year and r.superseded_at is null${newest('MISSED', 'm')}${newest('WRONG_EXIT', 'w')}${newest('APPROVAL', 'p')}`;
