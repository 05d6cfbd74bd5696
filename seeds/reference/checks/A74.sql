-- Monitored although the income per head at identification was above the limit. Where the list does not say it, the record of the
-- year of identification does.
with monitored as (
  select r.county_code, r.village_code, r.household_id, r.detail->>'identifiedMonth' as identified, max((r.detail->>'perHeadIncomeFen')::bigint) as income_fen, max(r.detail->>'category') as category
  from register_hit r
  where r.register_code = 'monitoring' and r.village_code >= $1 and r.village_code < $2 and coalesce(left(r.detail->>'identifiedMonth', 4)::integer <= $3, true)
  group by r.county_code, r.village_code, r.household_id, r.detail->>'identifiedMonth'
)
select m.county_code, m.village_code, m.household_id, null::uuid as member_id, null::uuid as subject_id, m.household_id || ':' || coalesce(m.identified, '-') as key,
  jsonb_build_object('category', m.category, 'identifiedMonth', m.identified, 'perHeadIncome', coalesce(m.income_fen, y.per_capita_income_fen), 'fromList', m.income_fen is not null) as vals
from monitored m
left join household_year y on y.county_code = m.county_code and y.household_id = m.household_id and y.year = left(m.identified, 4)::integer and y.superseded_at is null
where coalesce(m.income_fen, y.per_capita_income_fen) > ($5->>'max_income_fen')::numeric
