-- Projects of the year with a list of households: listed households that were not on the register in that year (poor, or exited with
-- entitlement) or live outside the project's division, and, of a village's project, more registered households of the village left out
-- than the share set. A village listed as a whole covers all its households.
with candidate as (
  select j.* from project j where j.village_code >= $1 and j.village_code < $2 and j.year = $3 and j.status not in ('REFUSED', 'CANCELLED')
), listed as (
  select b.county_code, b.project_id, b.household_id, j.division_code
  from project_beneficiary b
  join candidate j on j.county_code = b.county_code and j.id = b.project_id
  where b.household_id is not null
), whole as (
  select distinct b.county_code, b.project_id
  from project_beneficiary b
  join candidate j on j.county_code = b.county_code and j.id = b.project_id
  where b.household_id is null and b.village_code = j.village_code
), wrong as (
  select l.county_code, l.project_id, count(*) as listed,
    count(*) filter (where f.status not in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED')) as not_registered,
    count(*) filter (where h.village_code not like l.division_code || '%') as elsewhere
  from listed l
  join household h on h.county_code = l.county_code and h.id = l.household_id
  left join household_fact f on f.county_code = l.county_code and f.household_id = l.household_id and f.year = $3
  group by l.county_code, l.project_id
), missing as (
  select j.county_code, j.id as project_id, count(*) filter (where l.household_id is null) as households, count(*) as registered
  from candidate j
  join wrong w on w.county_code = j.county_code and w.project_id = j.id
  join household_fact f on f.county_code = j.county_code and f.village_code = j.village_code and f.year = $3 and f.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED')
  left join listed l on l.county_code = f.county_code and l.project_id = j.id and l.household_id = f.household_id
  left join whole a on a.county_code = j.county_code and a.project_id = j.id
  where length(j.division_code) = 12 and a.project_id is null
  group by j.county_code, j.id
)
select j.county_code, j.village_code, null::uuid as household_id, null::uuid as member_id, j.id as subject_id, null::text as key,
  jsonb_build_object('code', j.code, 'name', j.name, 'listed', w.listed, 'notRegistered', w.not_registered, 'elsewhere', w.elsewhere, 'missing', coalesce(m.households, 0)) as vals
from candidate j
join wrong w on w.county_code = j.county_code and w.project_id = j.id
left join missing m on m.county_code = j.county_code and m.project_id = j.id
where w.not_registered > 0 or w.elsewhere > 0 or m.households * 10000 > m.registered * ($5->>'max_missing_share')::numeric
