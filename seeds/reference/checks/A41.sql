-- A pension below the least, or received where nobody is of the age.
with oldest as (
  select m.county_code, m.household_id, max($3 - extract(year from m.birth_date)::integer) as age, bool_or(m.birth_date is null) as unknown
  from member m
  where m.village_code >= $1 and m.village_code < $2 and (m.joined_on is null or m.joined_on <= make_date($3, 12, 31))
    and (m.left_on >= make_date($3, 1, 1) or (m.left_on is null and m.member_status = 'ACTIVE'))
  group by m.county_code, m.household_id
),
judged as (
  select y.county_code, y.village_code, y.household_id, y.transfer_pension_fen as pension, o.age,
    case
      when y.transfer_pension_fen < ($5->>'min_pension_fen')::bigint then '低于最低数'
      when o.age < ($5->>'pension_age')::integer and not o.unknown then '无人达到领取年龄'
    end as fault
  from household_year y
join household h on h.county_code = y.county_code and h.id = y.household_id and h.village_code >= $1 and h.village_code < $2 and h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
left join oldest o on o.county_code = y.county_code and o.household_id = y.household_id
where y.village_code >= $1 and y.village_code < $2 and y.year = $3 and y.superseded_at is null and y.transfer_pension_fen > 0
)
select j.county_code, j.village_code, j.household_id, null::uuid as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('pensionFen', j.pension, 'oldest', j.age, 'fault', j.fault) as vals
from judged j where j.fault is not null
