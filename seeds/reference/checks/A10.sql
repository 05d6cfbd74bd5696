-- A10: members with a passenger vehicle on the list that is not scrapped: registered by the day of identification, or at any
-- time while the household enjoys policies. One hit per person.
with car as materialized (
  select r.county_code, r.member_id, count(*)::integer as vehicles, min((r.detail->>'registeredOn')::date) as registered_on,
    (array_agg(r.detail->>'plate' order by r.detail->>'registeredOn', r.detail->>'plate'))[1] as plate
  from register_hit r
  where r.village_code >= $1 and r.village_code < $2 and r.register_code = 'vehicle' and r.detail->>'vehicleKind' = 'PASSENGER'
    and (r.detail->>'scrapped')::boolean is not true
  group by r.county_code, r.member_id
),
keeper as materialized (
  select c.*, m.village_code, m.household_id
  from car c
  join member m on m.county_code = c.county_code and m.id = c.member_id and m.village_code >= $1 and m.village_code < $2
  where m.member_status = 'ACTIVE'
),
owner as materialized (
  select k.*, h.status, h.first_identified_month
  from keeper k
  join household h on h.county_code = k.county_code and h.id = k.household_id and h.village_code >= $1 and h.village_code < $2
  where h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
),
entered as materialized (
  select e.county_code, e.household_id, min(e.entered_on) as entered_on
  from episode e
  join (select distinct o.county_code, o.household_id from owner o) o on o.county_code = e.county_code and o.household_id = e.household_id
  where e.village_code >= $1 and e.village_code < $2
  group by e.county_code, e.household_id
)
select o.county_code, o.village_code, o.household_id, o.member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('vehicles', o.vehicles, 'plate', o.plate, 'registeredOn', o.registered_on, 'identifiedOn', i.identified_on, 'status', o.status,
    'beforeIdentification', o.registered_on <= i.identified_on) as vals
from owner o
left join entered e on e.county_code = o.county_code and e.household_id = o.household_id
-- By the month alone: its first day, so that nobody is said to have had a car before who bought it in that month.
cross join lateral (select coalesce(e.entered_on, make_date(left(o.first_identified_month, 4)::integer, right(o.first_identified_month, 2)::integer, 1)) as identified_on) i
where o.registered_on <= i.identified_on or o.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED')
