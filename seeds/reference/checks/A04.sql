-- Persons who belonged to two registered households at the same time within the year. Partners are looked for in the whole territory.
-- The own members are read first, so that one village looks up their numbers instead of all of the territory.
with own as materialized (
  select m.county_code, m.village_code, m.household_id, m.id, m.id_no_masked, m.id_no_bidx, coalesce(m.joined_on, date '0001-01-01') as from_on, coalesce(m.left_on, date '9999-12-31') as to_on
  from member m
  where m.village_code >= $1 and m.village_code < $2 and m.id_no_bidx is not null
    and coalesce(m.joined_on, date '0001-01-01') <= make_date($3, 12, 31) and coalesce(m.left_on, date '9999-12-31') > make_date($3, 1, 1) and (m.left_on is not null or m.member_status = 'ACTIVE')
),
pair as materialized (
  select m.*, o.county_code as other_county, o.household_id as other_household, o.village_code as other_village
  from own m
  join member o on o.id_no_bidx = m.id_no_bidx and o.household_id <> m.household_id and (o.left_on is not null or o.member_status = 'ACTIVE')
    and coalesce(o.joined_on, date '0001-01-01') < m.to_on and m.from_on < coalesce(o.left_on, date '9999-12-31')
    and greatest(coalesce(o.joined_on, date '0001-01-01'), m.from_on) <= make_date($3, 12, 31) and least(coalesce(o.left_on, date '9999-12-31'), m.to_on) > make_date($3, 1, 1)
)
select m.county_code, m.village_code, m.household_id, m.id as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('idNoMasked', m.id_no_masked, 'otherVillage', min(m.other_village), 'households', 1 + count(distinct m.other_household)) as vals
from pair m
join household h on h.county_code = m.county_code and h.id = m.household_id and h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
join household p on p.county_code = m.other_county and p.id = m.other_household and p.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
group by m.county_code, m.village_code, m.household_id, m.id, m.id_no_masked
