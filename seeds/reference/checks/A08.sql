-- A08: people on the list of deaths who still count as members after the days of grace, or to whom money was paid after their
-- death. Who is on the list without a day has died by the day of the list. A payment to the household counts when nobody else
-- was left in it. One hit per person.
with dead as materialized (
  select r.county_code, r.member_id, min(coalesce((r.detail->>'deathDate')::date, r.list_on)) as died_on, max(r.list_on) as list_on
  from register_hit r
  where r.village_code >= $1 and r.village_code < $2 and r.register_code = 'death'
  group by r.county_code, r.member_id
),
found as materialized (
  select d.county_code, m.village_code, m.household_id, d.member_id, d.died_on, d.list_on, m.member_status
  from dead d
  join member m on m.county_code = d.county_code and m.id = d.member_id and m.village_code >= $1 and m.village_code < $2
),
person as materialized (
  select d.*, d.member_status = 'ACTIVE' and h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
      and $4::date > d.died_on + ($5::jsonb->>'grace_days')::integer as still_active
  from found d
  join household h on h.county_code = d.county_code and h.id = d.household_id and h.village_code >= $1 and h.village_code < $2
),
-- Households in which somebody else lived on.
survived as (
  select distinct o.county_code, o.household_id
  from (
    select m.county_code, m.household_id, m.id
    from person p
    join member m on m.county_code = p.county_code and m.household_id = p.household_id and m.id <> p.member_id and m.village_code >= $1 and m.village_code < $2
    where m.member_status = 'ACTIVE' or m.left_on > p.died_on
    offset 0
  ) o
  left join dead x on x.county_code = o.county_code and x.member_id = o.id
  where x.member_id is null
),
paid as (
  select p.county_code, p.member_id, count(*)::integer as payments, sum(y.amount_fen)::bigint as paid_fen, max(y.paid_on) as last_paid_on
  from (select p.*, s.household_id is not null as survived from person p left join survived s on s.county_code = p.county_code and s.household_id = p.household_id offset 0) p
  join payment y on y.county_code = p.county_code and y.household_id = p.household_id and y.paid_on > p.died_on and y.village_code >= $1 and y.village_code < $2
  where y.reverses_id is null and y.reversed_by_id is null and (y.member_id = p.member_id or (y.member_id is null and not p.survived))
  group by p.county_code, p.member_id
)
select p.county_code, p.village_code, p.household_id, p.member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('deathDate', p.died_on, 'listOn', p.list_on, 'stillActive', p.still_active, 'paymentsAfter', coalesce(y.payments, 0),
    'paidAfterFen', coalesce(y.paid_fen, 0), 'lastPaidOn', y.last_paid_on) as vals
from person p
left join paid y on y.county_code = p.county_code and y.member_id = p.member_id
where p.still_active or y.payments > 0
