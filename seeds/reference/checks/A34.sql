-- A34: households that had exited by the end of the year, with an income per head below the monitoring line of the year, that are
-- under no monitoring. The line is the one in force in the county at the end of the year (own value of the county before the
-- league's, before the region's); where none is set, nothing is found. One hit per household.
with place as (
  select distinct v.county_code from household v where v.village_code >= $1 and v.village_code < $2
),
in_force as (
  select distinct on (p.year, p.division_code, p.basis, p.subject) p.year, p.division_code, p.value
  from parameter p
  where p.name = 'monitoring_line' and (p.year is null or p.year = $3) and p.subject is null
    and (p.effective_from is null or p.effective_from <= make_date($3, 12, 31)) and (p.effective_to is null or p.effective_to > make_date($3, 12, 31))
  order by p.year, p.division_code, p.basis, p.subject, p.effective_from desc nulls last, p.sequence desc
),
line as (
  select distinct on (c.county_code) c.county_code, f.value as line_fen
  from place c
  join in_force f on (f.division_code is null or starts_with(c.county_code, f.division_code)) and f.value is not null
  order by c.county_code, coalesce(length(f.division_code), 0) desc, f.year is null
),
monitored as (
  select distinct c.county_code, c.household_id
  from case_file c
  where c.village_code >= $1 and c.village_code < $2 and c.household_id is not null and c.pack_code like 'monitoring%' and c.status in ('OPEN', 'DECIDED')
  union
  select r.county_code, r.household_id
  from register_match r
  where r.village_code >= $1 and r.village_code < $2 and r.register_code = 'monitoring' and r.verdict is distinct from 'FALSE_ALARM'
    and r.detail->>'cancelledOn' is null
)
select f.county_code, f.village_code, f.household_id, null::uuid as member_id, f.household_id as subject_id, null::text as key,
  jsonb_build_object('perCapitaFen', f.net_income_per_capita_fen, 'lineFen', l.line_fen, 'exitYear', f.exit_year, 'memberCount', f.member_count, 'status', f.status) as vals
from household_fact f
join line l on l.county_code = f.county_code
join household h on h.county_code = f.county_code and h.id = f.household_id
left join monitored m on m.county_code = f.county_code and m.household_id = f.household_id
where f.village_code >= $1 and f.village_code < $2 and f.year = $3 and f.status in ('EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
  and f.net_income_per_capita_fen < l.line_fen
  and h.village_code >= $1 and h.village_code < $2 and h.monitoring_category is null and m.household_id is null
