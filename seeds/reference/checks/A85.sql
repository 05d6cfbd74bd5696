-- Yearly records corrected after the approval of a case of that year, with no approval after the correction.
with decided as (
  select c.county_code, c.household_id, max(d.decided_at) as decided_at, (array_agg(c.pack_code order by d.decided_at desc))[1] as pack_code
  from case_file c
  join case_decision d on d.county_code = c.county_code and d.case_id = c.id and d.village_code >= $1 and d.village_code < $2 and d.outcome = 'APPROVED'
  where c.village_code >= $1 and c.village_code < $2 and c.year = $3 and c.household_id is not null
  group by c.county_code, c.household_id
),
corrected as (
  select y.county_code, y.household_id, y.village_code, y.recorded_at, y.correction_reason from household_year y
  where y.village_code >= $1 and y.village_code < $2 and y.year = $3 and y.version > 1
  union all
  select m.county_code, m.household_id, m.village_code, m.recorded_at, m.correction_reason from member_year m
  where m.village_code >= $1 and m.village_code < $2 and m.year = $3 and m.version > 1
)
select d.county_code, max(x.village_code) as village_code, d.household_id, null::uuid as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('caseKind', d.pack_code, 'decidedOn', (d.decided_at at time zone 'Asia/Shanghai')::date, 'changedOn', (max(x.recorded_at) at time zone 'Asia/Shanghai')::date, 'versions', count(*),
    'reason', (array_agg(x.correction_reason order by x.recorded_at desc))[1]) as vals
from decided d
join corrected x on x.county_code = d.county_code and x.household_id = d.household_id and x.recorded_at > d.decided_at
group by d.county_code, d.household_id, d.pack_code, d.decided_at
