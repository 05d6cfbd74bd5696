-- A16: households that enjoy policies with a large machine on the list, or a herd above the limit in sheep units, by the list or
-- by the record of the year. An animal whose factor is not set counts nothing, so that the herd is never put too high. One hit
-- per household.
with line as materialized (
  select r.county_code, r.member_id, r.detail->>'machine' as machine, (r.detail->>'valueFen')::bigint as value_fen, (r.detail->>'sheepUnits')::numeric as units
  from register_hit r
  where r.village_code >= $1 and r.village_code < $2 and r.register_code = 'machinery'
),
listed as materialized (
  select m.county_code, m.household_id, count(l.machine)::integer as machines, min(l.machine) as machine, max(l.value_fen) as value_fen, max(l.units) as units
  from line l
  join member m on m.county_code = l.county_code and m.id = l.member_id and m.village_code >= $1 and m.village_code < $2
  where m.member_status = 'ACTIVE'
  group by m.county_code, m.household_id
),
herd as (
  select y.county_code, y.household_id,
    coalesce(y.livestock_sheep, 0) + coalesce(y.livestock_cattle * ($5::jsonb->>'cattle_units')::numeric, 0) + coalesce(y.livestock_other * ($5::jsonb->>'other_units')::numeric, 0) as units
  from household_year y
  where y.village_code >= $1 and y.village_code < $2 and y.year = $3 and y.superseded_at is null
    -- Nothing to look up while there is no limit.
    and ($5::jsonb->>'sheep_unit_limit')::numeric is not null
),
found as materialized (
  select coalesce(l.county_code, d.county_code) as county_code, coalesce(l.household_id, d.household_id) as household_id, coalesce(l.machines, 0) as machines, l.machine, l.value_fen,
    greatest(l.units, d.units) as units
  from listed l
  full join herd d on d.county_code = l.county_code and d.household_id = l.household_id
  where l.machines > 0 or greatest(l.units, d.units) > ($5::jsonb->>'sheep_unit_limit')::numeric
)
select h.county_code, h.village_code, h.id as household_id, null::uuid as member_id, h.id as subject_id, null::text as key,
  jsonb_build_object('machines', f.machines, 'machine', f.machine, 'valueFen', f.value_fen, 'sheepUnits', f.units, 'status', h.status) as vals
from found f
join household h on h.county_code = f.county_code and h.id = f.household_id
where h.village_code >= $1 and h.village_code < $2 and h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED')
