-- A21: allowance money without anybody who receives it, somebody who receives it without money, or less money than can be. "No
-- money" is said only where transfer income was reported and all of it was split into items; "nobody" only where the answer is
-- known of every member. One hit per household.
select y.county_code, y.village_code, y.household_id, null::uuid as member_id, y.household_id as subject_id, null::text as key,
  jsonb_build_object('allowanceFen', a.fen, 'receives', f.has_minimum_allowance, 'poorHouseholdType', f.poor_household_type, 'status', f.status,
    'fault', case when a.fen > 0 and not f.has_minimum_allowance then '有低保金收入，无人享受低保' when a.fen = 0 then '有人享受低保，没有低保金收入' else '低保金金额过低' end) as vals
from household_year y
join household_fact f on f.county_code = y.county_code and f.household_id = y.household_id and f.year = y.year
cross join lateral (
  select case when y.transfer_minimum_allowance_fen > 0 then y.transfer_minimum_allowance_fen
    when y.transfer_income_fen is not null and coalesce(y.transfer_unsplit_fen, 0) = 0 then 0 end as fen
) a
where y.village_code >= $1 and y.village_code < $2 and y.year = $3 and y.superseded_at is null
  and f.village_code >= $1 and f.village_code < $2 and f.year = $3
  and f.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
  and ((a.fen > 0 and not f.has_minimum_allowance) or (a.fen = 0 and f.has_minimum_allowance)
    or (a.fen > 0 and a.fen < ($5::jsonb->>'min_allowance_fen')::bigint))
