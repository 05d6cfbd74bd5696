-- Helpers with more households, anywhere in the county (which is looked at whole also where $1 and $2 are a part of it), than the limit of their rank; a rank without a limit is not judged.
with day as (
  select least($4::date, make_date($3, 12, 31)) as last_on
), limit_row as materialized (
  select distinct on (p.division_code, p.subject) p.division_code, p.subject, p.value
  from parameter p cross join day d
  where p.name = 'max_households_per_helper' and p.year is null
    and (p.effective_from is null or p.effective_from <= d.last_on) and (p.effective_to is null or p.effective_to > d.last_on)
  order by p.division_code, p.subject, p.effective_from desc nulls last, p.sequence desc
), load as (
  select p.county_code, p.helper_id, max(p.helper_name) as name, max(p.helper_unit) as unit, max(p.helper_rank) as rank, count(*)::integer as households
  from pairing p cross join day d
  where p.village_code >= left($1, 6) and p.village_code < case when length($1) > 6 then left($1, 6) || ':' else $2 end
    and p.started_on <= d.last_on and (p.ended_on is null or p.ended_on > d.last_on) and exists (select 1 from limit_row)
  group by p.county_code, p.helper_id
), judged as (
  select distinct on (l.county_code, l.helper_id) l.*, x.value as most
  from load l
  join limit_row x on x.value is not null and (x.subject is null or x.subject = l.rank) and (x.division_code is null or starts_with(l.county_code, x.division_code))
  order by l.county_code, l.helper_id, x.subject is null, coalesce(length(x.division_code), 0) desc
)
select h.county_code, h.village_code, null::uuid as household_id, null::uuid as member_id, null::uuid as subject_id, 'helper:' || h.id as key,
  jsonb_build_object('helper', j.name, 'unit', j.unit, 'rank', j.rank, 'households', j.households, 'most', j.most) as vals
from judged j
join helper h on h.county_code = j.county_code and h.id = j.helper_id
where h.village_code >= $1 and h.village_code < $2 and j.households > j.most
