-- Monitored for lack of labour, not cancelled, although the share of members able to work is above the limit for its size.
with monitored as (
  select r.county_code, r.village_code, r.household_id, r.detail->>'identifiedMonth' as identified,
    string_agg(distinct nullif(concat_ws('、', r.detail->>'risk1', r.detail->>'risk2', r.detail->>'risk3', r.detail->>'risk4', r.detail->>'risk5'), ''), '、') as risks
  from register_hit r
  where r.register_code = 'monitoring' and r.village_code >= $1 and r.village_code < $2 and coalesce(left(r.detail->>'identifiedMonth', 4)::integer <= $3, true)
  group by r.county_code, r.village_code, r.household_id, r.detail->>'identifiedMonth'
  having max(r.detail->>'cancelledMonth') is null
)
select m.county_code, m.village_code, m.household_id, null::uuid as member_id, null::uuid as subject_id, m.household_id || ':' || coalesce(m.identified, '-') as key,
  jsonb_build_object('risks', m.risks, 'identifiedMonth', m.identified, 'labour', f.labour_count, 'members', f.member_count) as vals
from monitored m
join household_fact f on f.county_code = m.county_code and f.household_id = m.household_id and f.year = $3
where m.risks like '%缺劳%'
  and f.labour_count * 10000 > f.member_count
    * case when f.member_count >= ($5->>'large_household')::numeric then ($5->>'max_labour_share_large')::numeric else ($5->>'max_labour_share')::numeric end
