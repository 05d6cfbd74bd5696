-- Yearly records whose head count is not the number of persons who belonged to the household on the last day of the year.
with belonging as (
  select m.county_code, m.household_id, count(*)::integer as counted
  from member m
  where m.village_code >= $1 and m.village_code < $2
    and (m.joined_on is null or m.joined_on <= make_date($3, 12, 31)) and (m.birth_date is null or m.birth_date <= make_date($3, 12, 31))
    and (m.left_on > make_date($3, 12, 31) or (m.left_on is null and m.member_status = 'ACTIVE'))
  group by m.county_code, m.household_id
)
select y.county_code, y.village_code, y.household_id, null::uuid as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('reported', y.member_count, 'counted', coalesce(b.counted, 0)) as vals
from household_year y
join household h on h.county_code = y.county_code and h.id = y.household_id and h.village_code >= $1 and h.village_code < $2
left join belonging b on b.county_code = y.county_code and b.household_id = y.household_id
where y.village_code >= $1 and y.village_code < $2 and y.year = $3 and y.superseded_at is null
  and h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
  and y.member_count <> coalesce(b.counted, 0)
