-- A29: members who are on the list of residents' and on the list of employees' medical insurance of the same year, the year of
-- the check. A line without a year stands for the year of its list. One hit per person.
with insured as materialized (
  select r.county_code, r.member_id, bool_or(r.register_code = 'resident_insurance') as resident, bool_or(r.register_code = 'employee_insurance') as employee,
    min(r.detail->>'unit') filter (where r.register_code = 'employee_insurance') as unit
  from register_hit r
  where r.village_code >= $1 and r.village_code < $2 and r.register_code in ('resident_insurance', 'employee_insurance')
    and coalesce((r.detail->>'year')::integer, extract(year from r.list_on)::integer) = $3
  group by r.county_code, r.member_id
),
person as materialized (
  select m.county_code, m.village_code, m.household_id, m.id, i.unit
  from insured i
  join member m on m.county_code = i.county_code and m.id = i.member_id and m.village_code >= $1 and m.village_code < $2
  where i.resident and i.employee and m.member_status = 'ACTIVE'
)
select p.county_code, p.village_code, p.household_id, p.id as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('year', $3::integer, 'unit', p.unit, 'status', h.status) as vals
from person p
join household h on h.county_code = p.county_code and h.id = p.household_id and h.village_code >= $1 and h.village_code < $2
where h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
