-- A11: members with a commercial flat or a shop on the list of real estate while the household enjoys policies, or registered
-- by the day of identification. Resettlement housing does not count, nor does the first flat of a relocated household, which
-- may be the one it was moved into. One hit per person.
with owned as materialized (
  select r.county_code, r.household_id, r.member_id, r.detail->>'use' as use, r.detail->>'address' as address, (r.detail->>'registeredOn')::date as registered_on,
    -- A flat of husband and wife is on the list twice, and one flat all the same.
    dense_rank() over (partition by r.county_code, r.household_id, r.detail->>'use'
      order by r.detail->>'registeredOn' nulls last, coalesce(r.detail->>'address', r.member_id::text)) as nth
  from register_hit r
  where r.village_code >= $1 and r.village_code < $2 and r.register_code = 'property' and r.detail->>'use' in ('FLAT', 'SHOP')
),
entered as materialized (
  select e.county_code, e.household_id, min(e.entered_on) as entered_on
  from episode e
  join (select distinct o.county_code, o.household_id from owned o) o on o.county_code = e.county_code and o.household_id = e.household_id
  where e.village_code >= $1 and e.village_code < $2
  group by e.county_code, e.household_id
),
person as materialized (
  select o.county_code, m.village_code, m.household_id, o.member_id, o.use, o.address, o.registered_on, o.nth
  from owned o
  join member m on m.county_code = o.county_code and m.id = o.member_id and m.village_code >= $1 and m.village_code < $2
  where m.member_status = 'ACTIVE'
),
standing as materialized (
  select p.*, h.status, h.is_relocated, h.first_identified_month
  from person p
  join household h on h.county_code = p.county_code and h.id = p.household_id and h.village_code >= $1 and h.village_code < $2
  where h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
),
owner as (
  select o.county_code, o.village_code, o.household_id, o.member_id, o.status, i.identified_on,
    count(*) filter (where o.use = 'FLAT')::integer as flats, count(*) filter (where o.use = 'SHOP')::integer as shops, min(o.registered_on) as registered_on,
    (array_agg(o.address order by o.registered_on, o.address))[1] as address
  from standing o
  left join entered e on e.county_code = o.county_code and e.household_id = o.household_id
  cross join lateral (select coalesce(e.entered_on, make_date(left(o.first_identified_month, 4)::integer, right(o.first_identified_month, 2)::integer, 1)) as identified_on) i
  where (o.use = 'SHOP' or o.nth > 1 or o.is_relocated is not true)
    and (o.registered_on <= i.identified_on or o.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED'))
  group by o.county_code, o.village_code, o.household_id, o.member_id, o.status, i.identified_on
)
select o.county_code, o.village_code, o.household_id, o.member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('flats', o.flats, 'shops', o.shops, 'address', o.address, 'registeredOn', o.registered_on, 'identifiedOn', o.identified_on, 'status', o.status) as vals
from owner o
