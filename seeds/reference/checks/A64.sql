-- Payments of the year to a household that on that day was not registered yet or no longer (other than cleared out, check A52), and
-- to a person who on that day was not in the household. Reversed payments do not count.
with paid as materialized (
  select p.county_code, p.village_code, p.household_id, p.member_id, p.id, p.measure_code, p.paid_on, p.amount_fen
  from payment p
  where p.village_code >= $1 and p.village_code < $2 and p.reverses_id is null and p.reversed_by_id is null
    and p.paid_on between make_date($3, 1, 1) and make_date($3, 12, 31)
), registered as (
  select e.county_code, e.household_id, min(e.entered_on) as entered_on, max(e.closed_on) filter (where e.status = 'DEREGISTERED') as deregistered_on
  from episode e
  where e.village_code >= $1 and e.village_code < $2
  group by e.county_code, e.household_id
)
select p.county_code, p.village_code, p.household_id, p.member_id, p.id as subject_id, null::text as key,
  jsonb_build_object('fault', f.fault, 'measure', p.measure_code, 'paidOn', p.paid_on, 'amountFen', p.amount_fen, 'registeredOn', r.entered_on, 'leftOn', coalesce(m.left_on, r.deregistered_on)) as vals
from paid p
join household h on h.county_code = p.county_code and h.id = p.household_id
left join registered r on r.county_code = p.county_code and r.household_id = p.household_id
left join member m on m.county_code = p.county_code and m.id = p.member_id
cross join lateral (select case
  when r.household_id is null and h.status = 'CANDIDATE' then '未建档立卡'
  when p.paid_on < r.entered_on then '尚未建档立卡'
  when p.paid_on > r.deregistered_on then '该户已销户'
  when p.paid_on < m.joined_on then '本人尚未进入该户'
  when p.paid_on > m.left_on then '本人已不在该户'
end as fault) f
where f.fault is not null
