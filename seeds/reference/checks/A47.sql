-- Approved cases whose notice hung for fewer whole days than its own notice says, whose review was held after the
-- notice was posted, whose decision came before the notice ended, or whose steps are not in the order of their procedure.
with kase as materialized (
  select d.county_code, d.village_code, d.case_id, d.household_id, d.decided_on, c.pack_id, c.pack_code
  from (
    select d.county_code, d.village_code, d.case_id, d.household_id, d.decided_on from case_decision d where d.village_code >= $1 and d.village_code < $2 and d.outcome = 'APPROVED' offset 0
  ) d
  join case_file c on c.county_code = d.county_code and c.id = d.case_id
), step as materialized (
  select p.id as pack_id, s.value ->> 'code' as code, s.value -> 'name' ->> 'zh' as name, (s.value ->> 'decides')::boolean as decides, s.ordinality as place
  from procedure_pack p cross join lateral jsonb_array_elements(p.content -> 'steps') with ordinality s
), posted as materialized (
  -- One join at a time: behind row security few cases are expected, and each of them would be joined with every step first.
  select n.*, s.name, s.place
  from (
    select k.*, n.id as notice_id, n.step, n.opened_on, n.closed_on, n.min_days, n.unit, n.start_day_counts, n.state
    from kase k join notice n on n.county_code = k.county_code and n.case_id = k.case_id and n.state <> 'VOID'
    offset 0
  ) n
  join step s on s.pack_id = n.pack_id and s.code = n.step
), pause as (
  select p.county_code, p.notice_id, range_agg(daterange(o.filed_on, o.settled_on, '[]')) as days
  from posted p join objection o on o.county_code = p.county_code and o.notice_id = p.notice_id and o.state <> 'LAPSED'
  group by p.county_code, p.notice_id
), displayed as (
  -- Whole days on display, as the clock of the notice counts them: not the day of posting, unless it counts, and no day under objection.
  select p.*, x.days
  from posted p
  left join pause q on q.county_code = p.county_code and q.notice_id = p.notice_id
  cross join lateral (select case
    when p.unit = 'calendar' and q.days is null then greatest(p.closed_on - p.opened_on - (not p.start_day_counts)::integer, 0)
    else (
      select count(*)::integer
      from generate_series(p.opened_on::timestamp, (p.closed_on - 1)::timestamp, interval '1 day') g
      left join holiday h on p.unit = 'working' and h.day = g::date
      where (p.start_day_counts or g::date > p.opened_on)
        and (p.unit = 'calendar' or h.kind = 'WORKDAY' or (extract(isodow from g) <= 5 and h.kind is distinct from 'HOLIDAY'))
        and (q.days is null or not q.days @> g::date)
    ) end as days
  ) x
), moved as (
  -- Narrow rows, and the keys in the order of the window below: a region has millions of steps, and they are sorted once.
  select v.county_code, v.case_id, s.place, max(v.at) as at
  from (
    select k.pack_id, v.county_code, v.case_id, v.step, v.at
    from kase k join case_event v on v.county_code = k.county_code and v.case_id = k.case_id and v.action in ('submit', 'agree', 'record_review', 'close_notice', 'announce')
    offset 0
  ) v
  join step s on s.pack_id = v.pack_id and s.code = v.step
  group by v.case_id, v.county_code, s.place
), reversed as (
  select o.county_code, o.case_id, o.place
  from (select m.*, lag(m.at) over (partition by m.case_id, m.county_code order by m.place) as before from moved m) o
  where o.at < o.before
), fault as (
  select p.county_code, p.village_code, p.case_id, p.household_id, p.decided_on, p.pack_id, 'short:' || p.notice_id as tail, '公示时间不足' as fault, p.name as step, p.opened_on, p.closed_on, p.min_days, p.days,
    null::date as held_on
  from displayed p
  where p.state = 'CLOSED' and p.days < p.min_days
  union all
  select p.county_code, p.village_code, p.case_id, p.household_id, p.decided_on, p.pack_id, 'review:' || p.notice_id, '先公示、后评议', p.name, p.opened_on, p.closed_on, p.min_days, null, max(m.held_on)
  from posted p
  join review_meeting m on m.county_code = p.county_code and m.case_id = p.case_id and not m.is_void and m.held_on > p.opened_on
  join step s on s.pack_id = p.pack_id and s.code = m.step and s.place < p.place
  group by 1, 2, 3, 4, 5, 6, p.notice_id, p.name, p.opened_on, p.closed_on, p.min_days
  union all
  select p.county_code, p.village_code, p.case_id, p.household_id, p.decided_on, p.pack_id, 'early:' || p.notice_id, '公示未结束就审定', p.name, p.opened_on, p.closed_on, p.min_days, null, null
  from posted p
  join step s on s.pack_id = p.pack_id and s.decides and s.place > p.place
  where p.state <> 'CLOSED' or p.decided_on < p.closed_on
  union all
  select k.county_code, k.village_code, k.case_id, k.household_id, k.decided_on, k.pack_id, 'order:' || r.place, '步骤先后颠倒', s.name, null, null, null, null, null
  from reversed r
  join kase k on k.county_code = r.county_code and k.case_id = r.case_id
  join step s on s.pack_id = k.pack_id and s.place = r.place
)
select f.county_code, f.village_code, f.household_id, null::uuid as member_id, f.case_id as subject_id, f.case_id || ':' || f.tail as key,
  jsonb_build_object('procedure', p.name ->> 'zh', 'fault', f.fault, 'step', f.step, 'openedOn', f.opened_on, 'closedOn', f.closed_on, 'minDays', f.min_days, 'days', f.days,
    'heldOn', f.held_on, 'decidedOn', f.decided_on) as vals
from fault f
join procedure_pack p on p.id = f.pack_id
