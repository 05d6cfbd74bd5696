-- Households with fewer visits in the year than the parameter "visits a year" of their status asks for up to the last day looked
-- at. Corrections count once, an empty house does not count; a status without a value is not judged.
with day as (
  select make_date($3, 1, 1) as first_on, least($4::date, make_date($3, 12, 31)) as last_on, make_date($3 + 1, 1, 1) - make_date($3, 1, 1) as days,
    $3 = extract(year from $4::date) as is_present
), visits_asked as materialized (
  select distinct on (p.year, p.division_code, p.subject) p.year, p.division_code, p.subject, p.value
  from parameter p
  where p.name = 'visits_per_year' and p.subject is not null and (p.year is null or p.year = $3)
    and (p.effective_from is null or p.effective_from <= $4::date) and (p.effective_to is null or p.effective_to > $4::date)
  order by p.year, p.division_code, p.subject, p.effective_from desc nulls last, p.sequence desc
), corrected as (
  select c.county_code, c.corrects_id, max(c.correction_no) as newest
  from visit c where c.corrects_id is not null and c.recorded_on >= make_date($3, 1, 1) group by 1, 2
), made as (
  select v.county_code, v.household_id, count(*)::integer as visits, max(v.visited_on) as last_on
  from visit v
  left join corrected c on c.county_code = v.county_code and c.corrects_id = coalesce(v.corrects_id, v.id)
  where v.village_code >= $1 and v.village_code < $2 and v.recorded_on >= make_date($3, 1, 1)
    and v.visited_on between make_date($3, 1, 1) and least($4::date, make_date($3, 12, 31)) and v.way <> 'NOT_HOME'
    and (c.newest is null or v.correction_no = c.newest) and exists (select 1 from visits_asked)
  group by v.county_code, v.household_id
), standing as (
  select h.county_code, h.village_code, h.id, s.status, greatest(d.first_on, e.entered_on) as since, d.last_on, d.days
  from household h
  cross join day d
  left join household_fact f on f.county_code = h.county_code and f.household_id = h.id and f.year = $3 and f.village_code >= $1 and f.village_code < $2
  left join episode e on e.county_code = h.county_code and e.household_id = h.id and e.closed_on is null
  cross join lateral (select case when d.is_present then h.status else f.status end as status) s
  where h.village_code >= $1 and h.village_code < $2 and s.status in (select a.subject from visits_asked a)
), place as (
  select distinct on (p.village_code, a.subject) p.village_code, a.subject, a.value
  from (select distinct s.village_code from standing s) p
  join visits_asked a on a.value is not null and (a.division_code is null or starts_with(p.village_code, a.division_code))
  order by p.village_code, a.subject, coalesce(length(a.division_code), 0) desc, a.year is null
)
select s.county_code, s.village_code, s.id as household_id, null::uuid as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('status', s.status, 'visits', coalesce(m.visits, 0), 'asked', q.asked, 'askedInYear', a.value, 'lastVisit', m.last_on) as vals
from standing s
join place a on a.village_code = s.village_code and a.subject = s.status
cross join lateral (select floor(a.value * (s.last_on - s.since + 1)::numeric / s.days)::integer as asked) q
left join made m on m.county_code = s.county_code and m.household_id = s.id
where coalesce(m.visits, 0) < q.asked
