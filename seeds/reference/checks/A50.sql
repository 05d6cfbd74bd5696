-- Households that exited in the year in which they were identified for the first time.
select h.county_code, h.village_code, h.id as household_id, null::uuid as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('firstIdentified', h.first_identified_month, 'exitYear', h.exit_year, 'exitedOn', e.exited_on) as vals
from household h
left join episode e on e.county_code = h.county_code and e.household_id = h.id and e.closed_on is null
where h.village_code >= $1 and h.village_code < $2 and h.status in ('EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
  and h.exit_year::text = left(h.first_identified_month, 4)
