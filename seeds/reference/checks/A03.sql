-- Present members who share their number with another present member. Partners are looked for in the whole territory.
with sharing as (
  select m.county_code, m.village_code, m.household_id, m.id, m.id_no_masked, 1 + count(*)::integer as persons, count(distinct o.household_id) filter (where o.household_id <> m.household_id)::integer as others
  from member m
  join member o on o.id_no_bidx = m.id_no_bidx and o.id <> m.id and o.member_status = 'ACTIVE'
  where m.village_code >= $1 and m.village_code < $2 and m.member_status = 'ACTIVE' and m.id_no_bidx is not null
  group by m.county_code, m.id
)
select s.county_code, s.village_code, s.household_id, s.id as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('idNoMasked', s.id_no_masked, 'persons', s.persons, 'households', 1 + s.others) as vals
from sharing s
