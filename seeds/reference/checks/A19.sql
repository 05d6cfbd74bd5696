-- A19: households of the ordinary type with a member on the list of the subsistence allowance. One hit per household.
select h.county_code, h.village_code, h.id as household_id, null::uuid as member_id, h.id as subject_id, null::text as key,
  jsonb_build_object('personsOnList', count(distinct m.id)::integer, 'since', min(r.detail->>'since'), 'listOn', max(r.list_on),
    'poorHouseholdType', h.poor_household_type, 'status', h.status) as vals
from register_hit r
join member m on m.county_code = r.county_code and m.id = r.member_id
join household h on h.county_code = m.county_code and h.id = m.household_id
where r.village_code >= $1 and r.village_code < $2 and r.register_code = 'dibao' and m.member_status = 'ACTIVE'
  and h.poor_household_type = '01' and h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
group by h.county_code, h.village_code, h.id, h.poor_household_type, h.status
