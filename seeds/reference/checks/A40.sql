-- Returned farmland larger than forest and grassland together.
select y.county_code, y.village_code, y.household_id, null::uuid as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('returnedMu', y.land_returned_to_forest_mu, 'landMu', coalesce(y.forest_mu, 0) + coalesce(y.grassland_mu, 0)) as vals
from household_year y
join household h on h.county_code = y.county_code and h.id = y.household_id and h.village_code >= $1 and h.village_code < $2 and h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
where y.village_code >= $1 and y.village_code < $2 and y.year = $3 and y.superseded_at is null
  and y.land_returned_to_forest_mu > coalesce(y.forest_mu, 0) + coalesce(y.grassland_mu, 0)
