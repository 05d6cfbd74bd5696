-- Stored totals of villages beside their households, and of counties beside their villages.
with counted as (
  select f.county_code, f.village_code, count(*) filter (where f.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED'))::integer as registered, count(*) filter (where f.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED'))::integer as poor,
    case when not bool_or(f.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED') and f.member_count is null) then coalesce(sum(f.member_count) filter (where f.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')), 0) end::integer as persons,
    case when not bool_or(f.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED') and f.member_count is null) then coalesce(sum(f.member_count) filter (where f.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED')), 0) end::integer as poor_persons
  from household_fact f
  where f.village_code >= $1 and f.village_code < $2 and f.year = $3
  group by f.county_code, f.village_code
),
village as (
  select v.county_code, v.village_code, '嘎查村' as level, v.registered_households as registered, coalesce(c.registered, 0) as registered_sum, v.poor_households as poor, coalesce(c.poor, 0) as poor_sum,
    v.registered_persons as persons, case when c.village_code is null then 0 else c.persons end as persons_sum, v.poor_persons, case when c.village_code is null then 0 else c.poor_persons end as poor_persons_sum
  from village_fact v
  left join counted c on c.county_code = v.county_code and c.village_code = v.village_code
  where v.village_code >= $1 and v.village_code < $2 and v.year = $3
),
county as (
  select k.county_code, k.village_code, '旗县' as level, k.registered_households as registered, s.registered as registered_sum, k.poor_households as poor, s.poor as poor_sum,
    k.registered_persons as persons, s.persons as persons_sum, k.poor_persons, s.poor_persons as poor_persons_sum
  from county_fact k
  join (
    select v.county_code, sum(v.registered)::integer as registered, sum(v.poor)::integer as poor,
      case when count(*) = count(v.persons) then sum(v.persons) end::integer as persons, case when count(*) = count(v.poor_persons) then sum(v.poor_persons) end::integer as poor_persons
    from village v group by v.county_code
  ) s on s.county_code = k.county_code
  where k.village_code >= $1 and k.village_code < $2 and k.year = $3
)
select d.county_code, d.village_code, null::uuid as household_id, null::uuid as member_id, null::uuid as subject_id, d.village_code as key,
  jsonb_build_object('level', d.level, 'registered', d.registered, 'registeredSum', d.registered_sum, 'poor', d.poor, 'poorSum', d.poor_sum, 'persons', d.persons, 'personsSum', d.persons_sum,
    'poorPersons', d.poor_persons, 'poorPersonsSum', d.poor_persons_sum) as vals
from (select v.* from village v union all select c.* from county c) d
where (d.registered, d.poor, d.persons, d.poor_persons) is distinct from (d.registered_sum, d.poor_sum, d.persons_sum, d.poor_persons_sum)
