-- A13: members of households that enjoy policies who are paid by public finance. Public-welfare posts and rangers are help, not
-- such posts. One hit per person.
with listed as materialized (
  select r.county_code, r.member_id, min(r.detail->>'unit') as unit, min(r.detail->>'post') as post, max(r.list_on) as list_on
  from register_hit r
  where r.village_code >= $1 and r.village_code < $2 and r.register_code = 'public_payroll'
    and coalesce(r.detail->>'post', '') !~ '公益|护林员|保洁员'
  group by r.county_code, r.member_id
),
person as materialized (
  select m.village_code, m.household_id, l.*
  from listed l
  join member m on m.county_code = l.county_code and m.id = l.member_id and m.village_code >= $1 and m.village_code < $2
  where m.member_status = 'ACTIVE'
)
select p.county_code, p.village_code, p.household_id, p.member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('unit', p.unit, 'post', p.post, 'listOn', p.list_on, 'status', h.status) as vals
from person p
join household h on h.county_code = p.county_code and h.id = p.household_id and h.village_code >= $1 and h.village_code < $2
where h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED')
