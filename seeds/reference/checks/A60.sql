-- Entitled households with somebody able to work and no measure of industry, employment or finance: the gap "labour" that the
-- recalculation keeps for the newest year on record.
select g.county_code, g.village_code, g.household_id, null::uuid as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('labour', f.labour_count, 'members', f.member_count, 'recordedYear', g.year) as vals
from entitlement_gap g
left join household_fact f on f.county_code = g.county_code and f.household_id = g.household_id and f.year = g.year and f.village_code >= $1 and f.village_code < $2
where g.village_code >= $1 and g.village_code < $2 and g.kind = 'UNANSWERED' and g.code = 'labour' and g.year <= $3
