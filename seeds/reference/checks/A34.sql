-- A34: households that had exited by the end of the year, with an income per head below the monitoring line of the year, that are
-- under no monitoring. The line is the one in force in the county at the end of the year (own value of the county before the
-- league's, before the region's); where none is set, nothing is found. One hit per household.
with place as (
  select d.code as county_code from division d where d.level = 'county'
),
in_force as (
  select distinct on (p.year, p.division_code, p.basis, p.subject) p.year, p.division_code, p.value
  from parameter p
  where p.name = 'monitoring_line' and (p.year is null or p.year = $3) and p.subject is null
    and (p.effective_from is null or p.effective_from <= make_date($3, 12, 31)) and (p.effective_to is null or p.effective_to > make_date($3, 12, 31))
  order by p.year, p.division_code, p.basis, p.subject, p.effective_from desc nulls last, p.sequence desc
),
line as materialized (
  select distinct on (c.county_code) c.county_code, f.value as line_fen
  from place c
  join in_force f on (f.division_code is null or starts_with(c.county_code, f.division_code)) and f.value is not null
  order by c.county_code, coalesce(length(f.division_code), 0) desc, f.year is null
),
monitored as materialized (
  select distinct c.county_code, c.household_id
  from case_file c
  where c.village_code >= $1 and c.village_code < $2 and c.household_id is not null and c.pack_code like 'monitoring%' and c.status in ('OPEN', 'DECIDED')
  union
  select r.county_code, r.household_id
  from register_match r
  where r.village_code >= $1 and r.village_code < $2 and r.register_code = 'monitoring' and r.verdict is distinct from 'FALSE_ALARM'
    and r.detail->>'cancelledMonth' is null
),
poor as materialized (
  select f.county_code, f.village_code, f.household_id, f.net_income_per_capita_fen, f.exit_year, f.member_count, f.status, l.line_fen
  from household_fact f
  join line l on l.county_code = f.county_code
  where f.village_code >= $1 and f.village_code < $2 and f.year = $3 and f.status in ('EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
    and f.net_income_per_capita_fen < l.line_fen
),
unnoticed as materialized (
  select p.*
  from poor p
  join household h on h.county_code = p.county_code and h.id = p.household_id and h.village_code >= $1 and h.village_code < $2
  where h.monitoring_category is null
)
select u.county_code, u.village_code, u.household_id, null::uuid as member_id, u.household_id as subject_id, null::text as key,
  jsonb_build_object('perCapitaFen', u.net_income_per_capita_fen, 'lineFen', u.line_fen, 'exitYear', u.exit_year, 'memberCount', u.member_count, 'status', u.status) as vals
from unnoticed u
left join monitored m on m.county_code = u.county_code and m.household_id = u.household_id
where m.household_id is null
