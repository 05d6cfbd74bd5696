-- A18: households of the type "subsistence allowance" of whom nobody is on the list of civil affairs, where that list was
-- compared. A doubtful match that nobody has judged yet may be the person, so it is no hit. One hit per household.
with typed as (
  select h.county_code, h.village_code, h.id, h.poor_household_type, h.member_count, h.status
  from household h
  where h.village_code >= $1 and h.village_code < $2 and h.poor_household_type in ('02', '04')
    and h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
),
compared as materialized (
  select v.county_code, v.village_code, max(c.list_on) as list_on
  from (select distinct t.county_code, t.village_code from typed t) v
  join register_coverage c on c.county_code = v.county_code and c.register_code = 'dibao' and v.village_code >= c.from_code and v.village_code < c.to_code
  group by v.county_code, v.village_code
),
maybe_listed as materialized (
  select distinct r.county_code, r.household_id
  from register_match r
  where r.village_code >= $1 and r.village_code < $2 and r.register_code = 'dibao' and r.verdict is distinct from 'FALSE_ALARM'
)
select t.county_code, t.village_code, t.id as household_id, null::uuid as member_id, t.id as subject_id, null::text as key,
  jsonb_build_object('poorHouseholdType', t.poor_household_type, 'memberCount', t.member_count, 'listOn', t.list_on, 'status', t.status) as vals
from (
  select t.*, c.list_on
  from typed t
  join compared c on c.county_code = t.county_code and c.village_code = t.village_code
  offset 0
) t
left join maybe_listed l on l.county_code = t.county_code and l.household_id = t.id
where l.household_id is null
