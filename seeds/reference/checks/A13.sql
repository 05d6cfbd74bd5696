-- A13: members of households that enjoy policies who are paid by public finance. Public-welfare posts and rangers are help, not
-- such posts. One hit per person.
select m.county_code, m.village_code, m.household_id, m.id as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('unit', min(r.detail->>'unit'), 'post', min(r.detail->>'post'), 'listOn', max(r.list_on), 'status', h.status) as vals
from register_hit r
join member m on m.county_code = r.county_code and m.id = r.member_id
join household h on h.county_code = m.county_code and h.id = m.household_id
where r.village_code >= $1 and r.village_code < $2 and r.register_code = 'public_payroll'
  and coalesce(r.detail->>'post', '') !~ '公益|护林员|保洁员'
  and m.member_status = 'ACTIVE' and h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED')
group by m.county_code, m.village_code, m.household_id, m.id, h.status
