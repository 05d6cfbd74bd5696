-- Monitored, not cancelled, nobody able to work, and not marked as kept by the safety net. A list without that column says nothing.
with monitored as (
  select r.county_code, r.village_code, r.household_id, r.detail->>'identifiedMonth' as identified, bool_or(r.detail ? 'safetyNet') as told, bool_or((r.detail->>'safetyNet')::boolean) as marked
  from register_hit r
  where r.register_code = 'monitoring' and r.village_code >= $1 and r.village_code < $2 and coalesce(left(r.detail->>'identifiedMonth', 4)::integer <= $3, true)
  group by r.county_code, r.village_code, r.household_id, r.detail->>'identifiedMonth'
  having max(r.detail->>'cancelledMonth') is null
)
select m.county_code, m.village_code, m.household_id, null::uuid as member_id, null::uuid as subject_id, m.household_id || ':' || coalesce(m.identified, '-') as key,
  jsonb_build_object('identifiedMonth', m.identified, 'members', f.member_count, 'labour', f.labour_count, 'safetyNet', m.marked) as vals
from monitored m
join household_fact f on f.county_code = m.county_code and f.household_id = m.household_id and f.year = $3
where m.told and m.marked is not true and f.labour_count = 0 and f.member_count > 0
