-- A14: secretaries and heads of a village among the members of households that enjoy policies. One hit per person.
select m.county_code, m.village_code, m.household_id, m.id as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('post', case when bool_or(r.detail->>'post' = 'SECRETARY') then '党支部书记' else '嘎查达、村委会主任' end, 'village', min(r.detail->>'village'),
    'listOn', max(r.list_on), 'status', h.status) as vals
from register_hit r
join member m on m.county_code = r.county_code and m.id = r.member_id
join household h on h.county_code = m.county_code and h.id = m.household_id
where r.village_code >= $1 and r.village_code < $2 and r.register_code = 'village_cadre' and r.detail->>'post' in ('SECRETARY', 'HEAD')
  and m.member_status = 'ACTIVE' and h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED')
group by m.county_code, m.village_code, m.household_id, m.id, h.status
