-- Persons who belonged to two registered households at the same time within the year. Partners are looked for in the whole territory.
with belonging as (
  select m.county_code, m.village_code, m.household_id, m.id, m.id_no_masked, m.id_no_bidx, coalesce(m.joined_on, date '0001-01-01') as from_on, coalesce(m.left_on, date '9999-12-31') as to_on
  from member m
  where m.id_no_bidx is not null and coalesce(m.joined_on, date '0001-01-01') <= make_date($3, 12, 31) and coalesce(m.left_on, date '9999-12-31') > make_date($3, 1, 1)
    and (m.left_on is not null or m.member_status = 'ACTIVE')
)
select m.county_code, m.village_code, m.household_id, m.id as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('idNoMasked', m.id_no_masked, 'otherVillage', min(o.village_code), 'households', 1 + count(distinct o.household_id)) as vals
from belonging m
join household h on h.county_code = m.county_code and h.id = m.household_id and h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
join belonging o on o.id_no_bidx = m.id_no_bidx and o.household_id <> m.household_id and o.from_on < m.to_on and m.from_on < o.to_on
  and greatest(o.from_on, m.from_on) <= make_date($3, 12, 31) and least(o.to_on, m.to_on) > make_date($3, 1, 1)
join household p on p.county_code = o.county_code and p.id = o.household_id and p.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
where m.village_code >= $1 and m.village_code < $2
group by m.county_code, m.village_code, m.household_id, m.id, m.id_no_masked
