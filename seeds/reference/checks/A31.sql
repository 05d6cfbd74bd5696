-- A31: renovations on the list that the record of the year does not know or knows under another year; households subsidised more
-- than once; households both renovated and relocated. One hit per household.
with line as materialized (
  select r.county_code, r.member_id, (r.detail->>'year')::integer as year, (r.detail->>'subsidyFen')::bigint as subsidy_fen
  from register_hit r
  where r.village_code >= $1 and r.village_code < $2 and r.register_code = 'renovation'
    and coalesce((r.detail->>'year')::integer, extract(year from r.list_on)::integer) <= $3
),
listed as materialized (
  select m.county_code, m.household_id, count(*)::integer as subsidies, array_agg(distinct l.year) filter (where l.year is not null) as years, sum(l.subsidy_fen)::bigint as subsidy_fen
  from line l
  join member m on m.county_code = l.county_code and m.id = l.member_id and m.village_code >= $1 and m.village_code < $2
  group by m.county_code, m.household_id
),
recorded as (
  select y.county_code, y.household_id, y.housing_renovation_year
  from household_year y
  where y.village_code >= $1 and y.village_code < $2 and y.year = $3 and y.superseded_at is null
),
judged as (
  select h.county_code, h.village_code, h.id, h.status, h.is_relocated, h.subsidies, h.years, h.subsidy_fen, y.housing_renovation_year as recorded_year,
    h.subsidies > 0 and y.household_id is not null and y.housing_renovation_year is null as not_recorded,
    y.housing_renovation_year <> all (h.years) as other_year,
    h.subsidies > 1 as twice,
    h.is_relocated and (h.subsidies > 0 or y.housing_renovation_year is not null) as and_relocated
  from (select h.*, l.subsidies, l.years, l.subsidy_fen from household h left join listed l on l.county_code = h.county_code and l.household_id = h.id
    where h.village_code >= $1 and h.village_code < $2 and (l.subsidies > 0 or h.is_relocated) offset 0) h
  left join recorded y on y.county_code = h.county_code and y.household_id = h.id
  where h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
    and (h.subsidies > 0 or (h.is_relocated and y.housing_renovation_year is not null))
)
select j.county_code, j.village_code, j.id as household_id, null::uuid as member_id, j.id as subject_id, null::text as key,
  jsonb_build_object('fault', concat_ws('；', case when j.not_recorded then '已补助改造，未登记危改年度' end, case when j.other_year then '登记的危改年度与名单不一致' end,
      case when j.twice then '重复享受危房改造补助' end, case when j.and_relocated then '既享受危房改造又享受易地搬迁' end),
    'recordedYear', j.recorded_year, 'listedYears', array_to_string(j.years, '、'), 'subsidies', coalesce(j.subsidies, 0), 'subsidyFen', j.subsidy_fen,
    'isRelocated', j.is_relocated, 'status', j.status) as vals
from judged j
where j.not_recorded or j.other_year or j.twice or j.and_relocated
