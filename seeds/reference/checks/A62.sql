-- Help of the year that nobody in the household needs: an allowance measure (SSN-01, SSN-08) where everybody is known not to be in
-- the allowance, a Yulu grant (EMP-01) for somebody who is known not to be at a vocational school in this year or the year before.
with given as materialized (
  select p.county_code, p.village_code, p.household_id, p.member_id, 'payment:' || p.id as key, p.measure_code, p.paid_on as given_on, p.amount_fen
  from payment p
  where p.village_code >= $1 and p.village_code < $2 and p.measure_code in ('SSN-01', 'SSN-08', 'EMP-01') and p.reverses_id is null and p.reversed_by_id is null
    and p.paid_on between make_date($3, 1, 1) and make_date($3, 12, 31)
  union all
  select a.county_code, a.village_code, a.household_id, a.member_id, 'assignment:' || a.id, a.measure_code, a.delivered_on, null
  from assignment a
  left join payment p on p.county_code = a.county_code and p.assignment_id = a.id and p.reverses_id is null and p.reversed_by_id is null
  where a.village_code >= $1 and a.village_code < $2 and a.measure_code in ('SSN-01', 'SSN-08', 'EMP-01') and a.status in ('DELIVERED', 'CLOSED') and p.id is null
    and coalesce(a.starts_on, make_date(a.year, 1, 1)) <= make_date($3, 12, 31) and coalesce(a.ends_on, make_date(a.year, 12, 31)) >= make_date($3, 1, 1)
), school as (
  select array(select jsonb_array_elements_text(jsonb_path_query(m.eligibility, '$.** ? (@.field == "school_status").value'))) as vocational
  from measure_version m where m.code = 'EMP-01' order by m.valid_from desc limit 1
), person as (
  select distinct g.key, m.county_code, m.id
  from given g
  join member m on m.county_code = g.county_code and m.household_id = g.household_id and (g.member_id is null or m.id = g.member_id)
  where g.measure_code = 'EMP-01' and m.village_code >= $1 and m.village_code < $2 and (g.member_id is not null or m.member_status = 'ACTIVE')
), schooling as (
  select p.key, bool_or(y.school_status = any(s.vocational)) as vocational, count(distinct p.id) = count(distinct p.id) filter (where y.year = $3 and y.school_status is not null) as is_known
  from person p
  cross join school s
  left join member_year y on y.county_code = p.county_code and y.member_id = p.id and y.year in ($3, $3 - 1) and y.superseded_at is null
  group by p.key
)
select g.county_code, g.village_code, g.household_id, g.member_id, null::uuid as subject_id, g.key,
  jsonb_build_object('measure', g.measure_code, 'fault', case g.measure_code when 'EMP-01' then '不是中高职在校生' else '家中无人享受低保' end, 'givenOn', g.given_on, 'amountFen', g.amount_fen) as vals
from given g
left join household_fact f on f.county_code = g.county_code and f.household_id = g.household_id and f.year = $3 and f.village_code >= $1 and f.village_code < $2
left join schooling s on s.key = g.key
where case g.measure_code when 'EMP-01' then s.is_known and s.vocational is not true else f.has_minimum_allowance = false end
