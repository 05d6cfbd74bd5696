-- Villages whose incidence after the exits of the year lies just below the limit, and townships all of whose exits of the year
-- lie in villages that were to exit in that year, while households elsewhere stayed poor.
with limit_row as (
  select distinct on (p.year, p.division_code) p.year, p.division_code, p.value
  from parameter p
  where p.name = 'exit_village_incidence' and (p.year is null or p.year = $3)
    and (p.effective_from is null or p.effective_from <= $4::date) and (p.effective_to is null or p.effective_to > $4::date)
  order by p.year, p.division_code, p.effective_from desc nulls last, p.sequence desc
), exits as materialized (
  select f.county_code, f.village_code, count(*) filter (where f.status in ('EXITED_ENTITLED', 'EXITED_NOT_ENTITLED') and f.exit_year = $3)::integer as exited,
    count(*) filter (where f.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED'))::integer as poor
  from household_fact f
  where f.village_code >= $1 and f.village_code < $2 and f.year = $3
  group by f.county_code, f.village_code
), target as materialized (
  select c.county_code, c.village_code from case_file c
  where c.village_code >= $1 and c.village_code < $2 and c.pack_code = 'village_exit' and c.year = $3 and c.status in ('OPEN', 'DECIDED', 'COMPLETED')
  union
  select a.county_code, a.village_code from area_decision a
  where a.village_code >= $1 and a.village_code < $2 and a.year = $3 and a.outcome = 'EXITED' and right(a.village_code, 3) <> '000'
), at_limit as (
  select distinct on (v.county_code, v.village_code) v.county_code, v.village_code, v.poor_persons, v.rural_resident_population, x.exited, l.value
  from village_fact v
  join exits x on x.county_code = v.county_code and x.village_code = v.village_code
  left join target t on t.county_code = v.county_code and t.village_code = v.village_code
  join limit_row l on l.value is not null and (l.division_code is null or starts_with(v.village_code, l.division_code))
  where v.village_code >= $1 and v.village_code < $2 and v.year = $3 and v.rural_resident_population > 0 and (x.exited > 0 or t.village_code is not null)
  order by v.county_code, v.village_code, coalesce(length(l.division_code), 0) desc, l.year is null
), township as (
  select x.county_code, left(x.village_code, 9) as code, sum(x.exited)::integer as exited, count(*) filter (where x.exited > 0)::integer as villages,
    sum(x.poor) filter (where t.village_code is null)::integer as poor_elsewhere
  from exits x left join target t on t.county_code = x.county_code and t.village_code = x.village_code
  where rpad(left(x.village_code, 9), 12, '0') >= $1
  group by 1, 2
  having sum(x.exited) > 0 and coalesce(sum(x.exited) filter (where t.village_code is null), 0) = 0 and sum(x.poor) filter (where t.village_code is null) > 0
)
select a.county_code, a.village_code, null::uuid as household_id, null::uuid as member_id, null::uuid as subject_id, 'village:' || a.village_code as key,
  jsonb_build_object('division', a.village_code, 'fault', '贫困发生率刚好压在上限之下', 'poorPersons', a.poor_persons, 'population', a.rural_resident_population,
    'incidence', round(a.poor_persons * 100.0 / a.rural_resident_population, 2), 'exitedHouseholds', a.exited,
    'exitVillages', null, 'poorElsewhere', null) as vals
from at_limit a
where a.poor_persons * 10000::bigint >= ($5 ->> 'incidence_from_bp')::integer * a.rural_resident_population::bigint
  and a.poor_persons * 10000::bigint < a.value * a.rural_resident_population
union all
select t.county_code, rpad(t.code, 12, '0'), null, null, null, 'township:' || t.code,
  jsonb_build_object('division', t.code, 'fault', '全年退出户都在当年出列的嘎查村', 'poorPersons', null, 'population', null, 'incidence', null,
    'exitedHouseholds', t.exited, 'exitVillages', t.villages, 'poorElsewhere', t.poor_elsewhere)
from township t
