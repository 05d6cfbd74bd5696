-- A20: households of the type "extreme poverty support" of whom nobody is on the list of civil affairs (where it was compared),
-- and households of the ordinary type with a member on it. A doubtful match that nobody has judged yet may be the person. One
-- hit per household; a household has one type, so it cannot be both.
with typed as (
  select h.county_code, h.village_code, h.id, h.poor_household_type, h.status
  from household h
  where h.village_code >= $1 and h.village_code < $2 and h.poor_household_type in ('01', '03', '06')
    and h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
),
compared as materialized (
  select v.county_code, v.village_code, max(c.list_on) as list_on
  from (select distinct t.county_code, t.village_code from typed t where t.poor_household_type in ('03', '06')) v
  join register_coverage c on c.county_code = v.county_code and c.register_code = 'tekun' and v.village_code >= c.from_code and v.village_code < c.to_code
  group by v.county_code, v.village_code
),
maybe_listed as materialized (
  select distinct r.county_code, r.household_id
  from register_match r
  where r.village_code >= $1 and r.village_code < $2 and r.register_code = 'tekun' and r.verdict is distinct from 'FALSE_ALARM'
),
person as materialized (
  select r.county_code, r.member_id, max(r.list_on) as list_on
  from register_hit r
  where r.village_code >= $1 and r.village_code < $2 and r.register_code = 'tekun'
  group by r.county_code, r.member_id
),
listed as materialized (
  select m.county_code, m.household_id, count(*)::integer as persons, max(p.list_on) as list_on
  from person p
  join member m on m.county_code = p.county_code and m.id = p.member_id and m.village_code >= $1 and m.village_code < $2
  where m.member_status = 'ACTIVE'
  group by m.county_code, m.household_id
)
select t.county_code, t.village_code, t.id as household_id, null::uuid as member_id, t.id as subject_id, null::text as key,
  jsonb_build_object('poorHouseholdType', t.poor_household_type, 'personsOnList', 0, 'listOn', t.list_on, 'status', t.status) as vals
from (
  select t.*, c.list_on
  from typed t
  join compared c on c.county_code = t.county_code and c.village_code = t.village_code
  where t.poor_household_type in ('03', '06')
  offset 0
) t
left join maybe_listed l on l.county_code = t.county_code and l.household_id = t.id
where l.household_id is null
union all
select t.county_code, t.village_code, t.id, null, t.id, null,
  jsonb_build_object('poorHouseholdType', t.poor_household_type, 'personsOnList', l.persons, 'listOn', l.list_on, 'status', t.status)
from typed t
join listed l on l.county_code = t.county_code and l.household_id = t.id
where t.poor_household_type = '01'
