-- Monitored for illness although the household's own spending on treatment is recorded as nothing.
with monitored as (
  select r.county_code, r.village_code, r.household_id, r.detail->>'identifiedMonth' as identified, max((r.detail->>'outOfPocketFen')::bigint) as out_of_pocket_fen,
    string_agg(distinct nullif(concat_ws('、', r.detail->>'risk1', r.detail->>'risk2', r.detail->>'risk3', r.detail->>'risk4', r.detail->>'risk5'), ''), '、') as risks
  from register_hit r
  where r.register_code = 'monitoring' and r.village_code >= $1 and r.village_code < $2 and coalesce(left(r.detail->>'identifiedMonth', 4)::integer <= $3, true)
  group by r.county_code, r.village_code, r.household_id, r.detail->>'identifiedMonth'
)
select m.county_code, m.village_code, m.household_id, null::uuid as member_id, null::uuid as subject_id, m.household_id || ':' || coalesce(m.identified, '-') as key,
  jsonb_build_object('risks', m.risks, 'identifiedMonth', m.identified, 'outOfPocket', coalesce(m.out_of_pocket_fen, y.out_of_pocket_fen)) as vals
from monitored m
left join household_year y on y.county_code = m.county_code and y.household_id = m.household_id and y.year = coalesce(left(m.identified, 4)::integer, $3) and y.superseded_at is null
where m.risks like '%因病%' and coalesce(m.out_of_pocket_fen, y.out_of_pocket_fen) = 0
