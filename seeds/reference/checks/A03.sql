-- Present members who share their number with another present member. Partners are looked for in the whole territory.
-- The own members are read first, so that one village looks up their numbers instead of all of the territory.
with own as materialized (
  select m.county_code, m.village_code, m.household_id, m.id, m.id_no_masked, m.id_no_bidx
  from member m
  where m.village_code >= $1 and m.village_code < $2 and m.member_status = 'ACTIVE' and m.id_no_bidx is not null
),
sharing as (
  select m.county_code, m.village_code, m.household_id, m.id, m.id_no_masked, 1 + count(*)::integer as persons, count(distinct o.household_id) filter (where o.household_id <> m.household_id)::integer as others
  from own m
  join member o on o.id_no_bidx = m.id_no_bidx and o.id <> m.id and o.member_status = 'ACTIVE'
  group by m.county_code, m.village_code, m.household_id, m.id, m.id_no_masked
)
select s.county_code, s.village_code, s.household_id, s.id as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('idNoMasked', s.id_no_masked, 'persons', s.persons, 'households', 1 + s.others) as vals
from sharing s
