-- A09: two registered households of one village that stem from one household book (list of household registration, or a split
-- recorded here), one of which was identified in the months after the split. One hit per pair.
with book as materialized (
  select r.county_code, r.village_code, r.household_id, coalesce(r.detail->>'fromHouseholdKey', r.detail->>'fromHousehold') as number,
    max((r.detail->>'splitOn')::date) as split_on, min(r.detail->>'relation') as relation
  from register_hit r
  where r.village_code >= $1 and r.village_code < $2 and r.register_code = 'household_register'
    and coalesce(r.detail->>'fromHouseholdKey', r.detail->>'fromHousehold') is not null
  group by 1, 2, 3, 4
),
split as materialized (
  select a.county_code, a.village_code, a.household_id, b.household_id as other_id, a.split_on, a.relation, 'REGISTER' as known_from
  from book a
  join book b on b.county_code = a.county_code and b.village_code = a.village_code and b.number = a.number and b.household_id <> a.household_id
  where a.split_on is not null
  union all
  select l.county_code, l.village_code, l.household_id, l.other_household_id, l.occurred_on, null, 'RECORDED'
  from household_link l
  where l.village_code >= $1 and l.village_code < $2 and l.kind = 'SPLIT_FROM' and l.other_county_code = l.county_code
),
identified as materialized (
  select e.county_code, e.household_id, min(e.entered_on) as identified_on
  from episode e
  join (select distinct s.county_code, s.household_id from split s) s on s.county_code = e.county_code and s.household_id = e.household_id
  where e.village_code >= $1 and e.village_code < $2
  group by e.county_code, e.household_id
),
suspect as materialized (
  select s.*, i.identified_on
  from split s
  join identified i on i.county_code = s.county_code and i.household_id = s.household_id
  -- The month of the split counts whole: identification is often known by its month alone.
  where i.identified_on >= date_trunc('month', s.split_on)::date
    and i.identified_on <= (s.split_on + make_interval(months => ($5::jsonb->>'window_months')::integer))::date
),
registered as materialized (
  select s.*
  from suspect s
  join household h on h.county_code = s.county_code and h.id = s.household_id and h.village_code >= $1 and h.village_code < $2
  where h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
),
pair as (
  select distinct on (s.county_code, least(s.household_id, s.other_id), greatest(s.household_id, s.other_id))
    s.*, o.head_name as other_name, least(s.household_id, s.other_id) || '~' || greatest(s.household_id, s.other_id) as key
  from registered s
  join household o on o.county_code = s.county_code and o.id = s.other_id and o.village_code = s.village_code and o.village_code >= $1 and o.village_code < $2
  where o.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
  order by s.county_code, least(s.household_id, s.other_id), greatest(s.household_id, s.other_id), s.split_on desc, s.household_id
)
select p.county_code, p.village_code, p.household_id, null::uuid as member_id, p.household_id as subject_id, p.key,
  jsonb_build_object('splitOn', p.split_on, 'identifiedOn', p.identified_on, 'otherHead', p.other_name, 'relation', p.relation,
    'fromRegister', p.known_from = 'REGISTER') as vals
from pair p
