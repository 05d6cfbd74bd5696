-- Projects under way, or paid for, that never entered the library; projects that entered it, or were accepted, without a notice of
-- the least number of days before. The display is counted as notices count it: whole days, the day of posting as the notice says,
-- and business days where it says so.
with candidate as (
  select j.* from project j where j.village_code >= $1 and j.village_code < $2 and j.year <= $3
), spent as (
  select s.county_code, s.project_id, sum(s.amount_fen) as fen
  from (
    select e.county_code, e.project_id, e.amount_fen from project_expense e join candidate j on j.county_code = e.county_code and j.id = e.project_id
    union all
    select p.county_code, p.project_id, p.amount_fen from payment p join candidate j on j.county_code = p.county_code and j.id = p.project_id
  ) s
  group by s.county_code, s.project_id
), shown as (
  select n.county_code, n.project_id, n.phase, n.min_days, n.day_unit, n.opened_on + case when n.start_day_counts then 0 else 1 end as first_day,
    least(coalesce(n.closed_on, $4::date), case n.phase when 'ENTRY' then j.entered_on else j.accepted_on end, $4::date) as end_day
  from project_notice n
  join candidate j on j.county_code = n.county_code and j.id = n.project_id
), business as (
  -- Number of business days up to and including each day, as far as a notice counts them.
  select d.day::date as day, count(*) filter (where k.kind = 'WORKDAY' or (k.kind is null and extract(isodow from d.day) < 6)) over (order by d.day) as n
  from generate_series((select min(s.first_day) - 1 from shown s where s.day_unit = 'working'), $4::date, interval '1 day') d(day)
  left join holiday k on k.day = d.day::date
), counted as (
  select s.county_code, s.project_id, s.phase, greatest(s.end_day - s.first_day, 0) as days,
    case when s.day_unit = 'working' then coalesce(b.n - a.n, 0) else s.end_day - s.first_day end >= s.min_days as own_days
  from shown s
  left join business a on s.day_unit = 'working' and a.day = s.first_day - 1
  left join business b on s.day_unit = 'working' and b.day = s.end_day - 1
), notice as (
  select c.county_code, c.project_id, max(c.days) filter (where c.phase = 'ENTRY') as entry_days, max(c.days) filter (where c.phase = 'COMPLETION') as completion_days,
    bool_or(c.own_days and c.days >= ($5->>'min_notice_days')::numeric) filter (where c.phase = 'ENTRY') as entry_ok,
    bool_or(c.own_days and c.days >= ($5->>'min_notice_days')::numeric) filter (where c.phase = 'COMPLETION') as completion_ok
  from counted c
  group by c.county_code, c.project_id
), judged as (
  select j.county_code, j.village_code, j.id, j.code, j.name, j.entered_on, j.accepted_on, n.entry_days, n.completion_days, coalesce(s.fen, 0) as spent_fen,
    j.entered_on is null and (j.status in ('LISTED', 'CONTRACTED', 'RUNNING', 'COMPLETED', 'COMPLETION_NOTICE', 'ACCEPTED') or coalesce(s.fen, 0) <> 0) as not_in_library,
    j.entered_on is not null and j.status not in ('REFUSED', 'CANCELLED') and n.entry_ok is not true as entry_short,
    j.status = 'ACCEPTED' and n.completion_ok is not true as completion_short
  from candidate j
  left join spent s on s.county_code = j.county_code and s.project_id = j.id
  left join notice n on n.county_code = j.county_code and n.project_id = j.id
)
select j.county_code, j.village_code, null::uuid as household_id, null::uuid as member_id, j.id as subject_id, null::text as key,
  jsonb_build_object('code', j.code, 'name', j.name, 'notInLibrary', j.not_in_library, 'enteredOn', j.entered_on, 'entryNoticeDays', j.entry_days,
    'acceptedOn', j.accepted_on, 'completionNoticeDays', j.completion_days, 'spent', j.spent_fen) as vals
from judged j
where j.not_in_library or ((j.entry_short or j.completion_short) and $5->>'min_notice_days' is not null)
