-- Entitled households whose cause of poverty is illness, schooling or water and that receive nothing which answers it (gaps that
-- the recalculation keeps), and those whose cause is housing, whose house is not known to be safe, and that receive no measure of housing or relocation.
with home as (
  select distinct m.code from measure_version m where m.kind in ('HOUSING', 'RELOCATION')
), housed as (
  select distinct e.county_code, e.household_id
  from entitlement e
  where e.village_code >= $1 and e.village_code < $2 and e.receiving && array(select h.code from home h)
), newest as (
  select e.county_code, max(e.year) as year from entitlement e where e.village_code >= $1 and e.village_code < $2 group by e.county_code
)
select g.county_code, g.village_code, g.household_id, null::uuid as member_id, null::uuid as subject_id, g.household_id || ':' || g.code as key,
  jsonb_build_object('cause', split_part(g.code, ':', 2), 'recordedYear', g.year) as vals
from entitlement_gap g
where g.village_code >= $1 and g.village_code < $2 and g.kind = 'UNANSWERED' and g.code in ('cause:01', 'cause:03', 'cause:06') and g.year <= $3
union all
select f.county_code, f.village_code, f.household_id, null, null, f.household_id || ':cause:HOUSING', jsonb_build_object('cause', 'HOUSING', 'recordedYear', f.year)
from household_fact f
join newest n on n.county_code = f.county_code and n.year = f.year and n.year <= $3
left join housed x on x.county_code = f.county_code and x.household_id = f.household_id
where f.village_code >= $1 and f.village_code < $2 and f.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED')
  and (f.main_cause = 'HOUSING' or 'HOUSING' = any(f.other_causes)) and f.housing_safe is not true and x.household_id is null
