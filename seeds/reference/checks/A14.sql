-- A14: secretaries and heads of a village among the members of households that enjoy policies. One hit per person.
with listed as materialized (
  select r.county_code, r.member_id, bool_or(r.detail->>'post' = 'SECRETARY') as secretary, min(r.detail->>'village') as village, max(r.list_on) as list_on
  from register_hit r
  where r.village_code >= $1 and r.village_code < $2 and r.register_code = 'village_cadre' and r.detail->>'post' in ('SECRETARY', 'HEAD')
  group by r.county_code, r.member_id
),
person as materialized (
  select m.village_code, m.household_id, l.*
  from listed l
  join member m on m.county_code = l.county_code and m.id = l.member_id and m.village_code >= $1 and m.village_code < $2
  where m.member_status = 'ACTIVE'
)
select p.county_code, p.village_code, p.household_id, p.member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('post', case when p.secretary then '党支部书记' else '嘎查达、村委会主任' end, 'village', p.village, 'listOn', p.list_on, 'status', h.status) as vals
from person p
join household h on h.county_code = p.county_code and h.id = p.household_id and h.village_code >= $1 and h.village_code < $2
where h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED')
