-- Ecology compensation of a household whose forest, returned farmland and grassland together are nothing.
select y.county_code, y.village_code, y.household_id, null::uuid as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('ecologyFen', e.fen, 'landMu', e.mu) as vals
from household_year y
join household h on h.county_code = y.county_code and h.id = y.household_id and h.village_code >= $1 and h.village_code < $2 and h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
cross join lateral (
  select coalesce(y.transfer_return_forest_fen, 0) + coalesce(y.transfer_public_forest_fen, 0) + coalesce(y.transfer_grassland_fen, 0) + coalesce(y.transfer_ecology_other_fen, 0) + coalesce(y.transfer_ecology_unsplit_fen, 0) as fen,
    coalesce(y.forest_mu, 0) + coalesce(y.land_returned_to_forest_mu, 0) + coalesce(y.grassland_mu, 0) as mu
) e
where y.village_code >= $1 and y.village_code < $2 and y.year = $3 and y.superseded_at is null and e.fen > 0 and e.mu = 0
