-- Income per head beyond the factors against the year before, by cross-multiplication.
select y.county_code, y.village_code, y.household_id, null::uuid as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('perCapitaFen', y.per_capita_income_fen, 'beforeFen', b.per_capita_income_fen, 'percent', (y.per_capita_income_fen * 100 / b.per_capita_income_fen)) as vals
from household_year y
join household h on h.county_code = y.county_code and h.id = y.household_id and h.village_code >= $1 and h.village_code < $2 and h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
join household_year b on b.county_code = y.county_code and b.household_id = y.household_id and b.village_code >= $1 and b.village_code < $2 and b.year = $3 - 1 and b.superseded_at is null and b.per_capita_income_fen > 0
where y.village_code >= $1 and y.village_code < $2 and y.year = $3 and y.superseded_at is null
  and (y.per_capita_income_fen * 10000 > b.per_capita_income_fen * ($5->>'highest_ratio_bp')::bigint or y.per_capita_income_fen * 10000 < b.per_capita_income_fen * ($5->>'lowest_ratio_bp')::bigint)
