-- Households entitled to help without a helper on the last day looked at: never paired, or the pairing ended and nobody followed.
with day as (
  select least($4::date, make_date($3, 12, 31)) as last_on, $3 = extract(year from $4::date) as is_present
), paired as (
  select p.county_code, p.household_id, bool_or(p.ended_on is null or p.ended_on >= d.last_on) as open,
    max(p.ended_on) as ended_on, (array_agg(p.helper_name order by p.ended_on desc nulls first, p.id desc))[1] as helper
  from pairing p cross join day d
  where p.village_code >= $1 and p.village_code < $2 and p.started_on <= d.last_on
  group by p.county_code, p.household_id
)
select h.county_code, h.village_code, h.id as household_id, null::uuid as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('status', s.status, 'lastHelper', p.helper, 'endedOn', p.ended_on) as vals
from household h
cross join day d
left join household_fact f on f.county_code = h.county_code and f.household_id = h.id and f.year = $3 and f.village_code >= $1 and f.village_code < $2
cross join lateral (select case when d.is_present then h.status else f.status end as status) s
left join paired p on p.county_code = h.county_code and p.household_id = h.id
where h.village_code >= $1 and h.village_code < $2 and s.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED') and p.open is not true
