-- Help given to a household after the day on which its entitlement ended: payments that were not reversed, and what
-- was delivered without one. A household that came back, or was cleared out, is no longer without entitlement from that day on.
with ended as materialized (
  select e.county_code, e.village_code, e.household_id, e.not_entitled_on, coalesce(e.closed_on, 'infinity'::date) as until
  from episode e
  where e.village_code >= $1 and e.village_code < $2 and e.not_entitled_on is not null
), paid as materialized (
  select e.county_code, e.village_code, e.household_id, e.not_entitled_on, p.id, p.member_id, p.assignment_id, p.measure_code, p.paid_on, p.amount_fen
  from ended e
  join payment p on p.county_code = e.county_code and p.household_id = e.household_id and p.paid_on > e.not_entitled_on and p.paid_on < e.until
  where p.village_code >= $1 and p.village_code < $2 and p.reverses_id is null and p.reversed_by_id is null
), delivered as (
  select e.county_code, e.village_code, e.household_id, e.not_entitled_on, a.id, a.member_id, a.measure_code, a.delivered_on
  from ended e
  join assignment a on a.county_code = e.county_code and a.household_id = e.household_id and a.delivered_on > e.not_entitled_on and a.delivered_on < e.until
  left join paid p on p.county_code = a.county_code and p.assignment_id = a.id
  where a.village_code >= $1 and a.village_code < $2 and a.status in ('DELIVERED', 'CLOSED') and p.id is null
)
select p.county_code, p.village_code, p.household_id, p.member_id, null::uuid as subject_id, 'payment:' || p.id as key,
  jsonb_build_object('endedOn', p.not_entitled_on, 'givenOn', p.paid_on, 'measure', p.measure_code, 'amountFen', p.amount_fen) as vals
from paid p
union all
select d.county_code, d.village_code, d.household_id, d.member_id, null, 'assignment:' || d.id,
  jsonb_build_object('endedOn', d.not_entitled_on, 'givenOn', d.delivered_on, 'measure', d.measure_code, 'amountFen', null)
from delivered d
