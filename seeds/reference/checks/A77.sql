-- Money of a fund that was not spent so many months after it came: allocated less everything booked against it. A reversal is an
-- entry of its own, so a plain sum is right.
with candidate as (
  select f.* from fund f where f.village_code >= $1 and f.village_code < $2 and f.year <= $3
), spent as (
  select s.county_code, s.fund_id, sum(s.amount_fen) as fen
  from (
    select e.county_code, e.fund_id, e.amount_fen from project_expense e join candidate f on f.county_code = e.county_code and f.id = e.fund_id
    union all
    select p.county_code, p.fund_id, p.amount_fen from payment p join candidate f on f.county_code = p.county_code and f.id = p.fund_id
  ) s
  group by s.county_code, s.fund_id
), idle as (
  select f.*, f.allocated_fen - coalesce(s.fen, 0) as idle_fen,
    (extract(year from age($4::date, f.received_on)) * 12 + extract(month from age($4::date, f.received_on)))::integer as months
  from candidate f
  left join spent s on s.county_code = f.county_code and s.fund_id = f.id
)
select i.county_code, i.village_code, null::uuid as household_id, null::uuid as member_id, i.id as subject_id, null::text as key,
  jsonb_build_object('code', i.code, 'name', i.name, 'receivedOn', i.received_on, 'months', i.months, 'allocated', i.allocated_fen, 'idle', i.idle_fen,
    'longIdle', coalesce(i.received_on + make_interval(months => ($5->>'long_idle_months')::integer) < $4::date, false)) as vals
from idle i
where i.idle_fen > 0 and i.received_on + make_interval(months => ($5->>'idle_months')::integer) < $4::date
