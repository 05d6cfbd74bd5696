-- Villages whose stored number of poor households at the end of the year is not that of the year before plus what came less what went.
with stock as (
  select v.county_code, v.village_code, max(v.poor_households) filter (where v.year = $3 - 1) as opening, max(v.poor_households) filter (where v.year = $3) as closing
  from village_fact v
  where v.village_code >= $1 and v.village_code < $2 and v.year in ($3 - 1, $3)
  group by v.county_code, v.village_code
),
flow as (
  select e.county_code, e.village_code,
    count(*) filter (where e.entry_kind <> 'RE_ENTRY' and e.entered_on >= make_date($3, 1, 1) and e.entered_on <= make_date($3, 12, 31))::integer as entered,
    count(*) filter (where e.entry_kind = 'RE_ENTRY' and e.entered_on >= make_date($3, 1, 1) and e.entered_on <= make_date($3, 12, 31))::integer as returned,
    count(*) filter (where e.exited_on >= make_date($3, 1, 1) and e.exited_on <= make_date($3, 12, 31))::integer as exited,
    count(*) filter (where e.status in ('CLEARED_OUT', 'DEREGISTERED') and e.closed_on >= make_date($3, 1, 1) and e.closed_on <= make_date($3, 12, 31) and coalesce(e.exited_on > e.closed_on, true))::integer as cleared
  from episode e
  where e.village_code >= $1 and e.village_code < $2
  group by e.county_code, e.village_code
)
select s.county_code, s.village_code, null::uuid as household_id, null::uuid as member_id, null::uuid as subject_id, s.village_code as key,
  jsonb_build_object('opening', s.opening, 'entered', coalesce(f.entered, 0), 'returned', coalesce(f.returned, 0), 'exited', coalesce(f.exited, 0), 'cleared', coalesce(f.cleared, 0), 'closing', s.closing) as vals
from stock s
left join flow f on f.county_code = s.county_code and f.village_code = s.village_code
where s.opening + coalesce(f.entered, 0) + coalesce(f.returned, 0) - coalesce(f.exited, 0) - coalesce(f.cleared, 0) <> s.closing
