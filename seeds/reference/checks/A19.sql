-- A19: households of the ordinary type with a member on the list of the subsistence allowance. One hit per household.
with listed as materialized (
  select r.county_code, r.member_id, min(r.detail->>'since') as since, max(r.list_on) as list_on
  from register_hit r
  where r.village_code >= $1 and r.village_code < $2 and r.register_code = 'dibao'
  group by r.county_code, r.member_id
),
household_listed as materialized (
  select m.county_code, m.household_id, count(*)::integer as persons, min(l.since) as since, max(l.list_on) as list_on
  from listed l
  join member m on m.county_code = l.county_code and m.id = l.member_id and m.village_code >= $1 and m.village_code < $2
  where m.member_status = 'ACTIVE'
  group by m.county_code, m.household_id
)
select h.county_code, h.village_code, h.id as household_id, null::uuid as member_id, h.id as subject_id, null::text as key,
  jsonb_build_object('personsOnList', l.persons, 'since', l.since, 'listOn', l.list_on, 'poorHouseholdType', h.poor_household_type, 'status', h.status) as vals
from household_listed l
join household h on h.county_code = l.county_code and h.id = l.household_id and h.village_code >= $1 and h.village_code < $2
where h.poor_household_type = '01' and h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
