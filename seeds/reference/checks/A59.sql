-- Teams that on the last day looked at have fewer members than a team must have, and teams that in the months whose days they
-- wrote down were in the village on fewer days than those months' share of the year's days.
with day as (
  select make_date($3, 1, 1) as first_on, least($4::date, make_date($3, 12, 31)) as last_on, make_date($3 + 1, 1, 1) - make_date($3, 1, 1) as days
), team as materialized (
  select t.county_code, t.village_code, t.id, t.name, greatest(d.first_on, t.term_from) as since, least(d.last_on, coalesce(t.ended_on - 1, d.last_on)) as until,
    t.ended_on is null or t.ended_on > d.last_on as serves, d.last_on, d.days
  from work_team t cross join day d
  where t.village_code >= $1 and t.village_code < $2 and t.term_from <= d.last_on and (t.ended_on is null or t.ended_on > d.first_on)
), asked as materialized (
  select distinct on (p.name, p.year, p.division_code) p.name, p.year, p.division_code, p.value
  from parameter p
  where p.name in ('team_min_size', 'team_days_per_year') and (p.year is null or p.year = $3)
    and (p.effective_from is null or p.effective_from <= $4::date) and (p.effective_to is null or p.effective_to > $4::date)
  order by p.name, p.year, p.division_code, p.effective_from desc nulls last, p.sequence desc
), least_of as (
  select distinct on (t.county_code, t.id, a.name) t.county_code, t.id, a.name, a.value
  from team t join asked a on a.value is not null and (a.division_code is null or starts_with(t.village_code, a.division_code))
  order by t.county_code, t.id, a.name, coalesce(length(a.division_code), 0) desc, a.year is null
), size as (
  select t.county_code, t.id, count(m.id)::integer as members
  from team t
  left join team_member m on m.county_code = t.county_code and m.team_id = t.id and m.joined_on <= t.last_on and (m.left_on is null or m.left_on > t.last_on)
  where t.serves
  group by t.county_code, t.id
), month as (
  select t.county_code, t.id, d.month, t.days,
    greatest(least(t.until, (make_date($3, d.month, 1) + interval '1 month' - interval '1 day')::date) - greatest(t.since, make_date($3, d.month, 1)) + 1, 0) as covered,
    count(distinct x.day)::integer as present
  from team t
  join team_days d on d.county_code = t.county_code and d.team_id = t.id and d.year = $3 and d.superseded_at is null
  left join lateral unnest(d.days) x(day) on true
  group by t.county_code, t.id, d.month, t.days, t.until, t.since
), stay as (
  select m.county_code, m.id, m.days, count(*)::integer as months, sum(m.covered)::integer as covered, sum(m.present)::integer as present
  from month m group by m.county_code, m.id, m.days
)
select t.county_code, t.village_code, null::uuid as household_id, null::uuid as member_id, t.id as subject_id, 'size:' || t.id as key,
  jsonb_build_object('team', t.name, 'fault', '人数不足', 'members', s.members, 'months', null, 'days', null, 'asked', l.value) as vals
from team t
join size s on s.county_code = t.county_code and s.id = t.id
join least_of l on l.county_code = t.county_code and l.id = t.id and l.name = 'team_min_size'
where s.members < l.value
union all
select t.county_code, t.village_code, null, null, t.id, 'days:' || t.id,
  jsonb_build_object('team', t.name, 'fault', '驻村天数不足', 'members', null, 'months', s.months, 'days', s.present, 'asked', ceil(l.value * s.covered::numeric / s.days)::integer)
from team t
join stay s on s.county_code = t.county_code and s.id = t.id
join least_of l on l.county_code = t.county_code and l.id = t.id and l.name = 'team_days_per_year'
where s.present * s.days < l.value * s.covered
