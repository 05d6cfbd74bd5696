-- Monitored households whose risk was cancelled too few months after it was identified.
with monitored as (
  select r.county_code, r.village_code, r.household_id, r.detail->>'identifiedMonth' as identified, max(r.detail->>'cancelledMonth') as cancelled,
    max(r.detail->>'cancelMode') as mode, max(r.detail->>'category') as category
  from register_hit r
  where r.register_code = 'monitoring' and r.village_code >= $1 and r.village_code < $2 and r.detail->>'identifiedMonth' is not null
  group by r.county_code, r.village_code, r.household_id, r.detail->>'identifiedMonth'
), counted as (
  select m.*, (left(m.cancelled, 4)::integer - left(m.identified, 4)::integer) * 12 + substr(m.cancelled, 6, 2)::integer - substr(m.identified, 6, 2)::integer as months
  from monitored m
  where left(m.cancelled, 4)::integer <= $3
)
select c.county_code, c.village_code, c.household_id, null::uuid as member_id, null::uuid as subject_id, c.household_id || ':' || c.identified as key,
  jsonb_build_object('category', c.category, 'identifiedMonth', c.identified, 'cancelledMonth', c.cancelled, 'months', c.months, 'cancelMode', c.mode,
    'tooShortForHelp', coalesce(c.mode = 'HELPED' and c.months <= ($5->>'helped_months')::numeric, false)) as vals
from counted c
where (c.mode = 'HELPED' and c.months <= ($5->>'helped_months')::numeric) or c.months < ($5->>'stable_months')::numeric
