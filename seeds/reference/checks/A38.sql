-- Wages out of all proportion, or wages without months of work and the reverse.
with worked as (
  select m.county_code, m.household_id, sum(coalesce(m.work_months, 0) + coalesce(m.public_welfare_months, 0))::integer as months
  from member_year m
  where m.village_code >= $1 and m.village_code < $2 and m.year = $3 and m.superseded_at is null
  group by m.county_code, m.household_id
),
judged as (
  select y.county_code, y.village_code, y.household_id, y.wage_income_fen as wage, coalesce(w.months, 0) as months,
    case
      when y.wage_income_fen > 0 and y.wage_income_fen < ($5->>'min_wage_fen')::bigint then '低于下限'
      when y.wage_income_fen > ($5->>'max_wage_fen')::bigint then '高于上限'
      when y.wage_income_fen > 0 and coalesce(w.months, 0) = 0 then '有工资无务工月数'
      when y.wage_income_fen = 0 and w.months > 0 then '有务工月数无工资'
    end as fault
  from household_year y
join household h on h.county_code = y.county_code and h.id = y.household_id and h.village_code >= $1 and h.village_code < $2 and h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
left join worked w on w.county_code = y.county_code and w.household_id = y.household_id
where y.village_code >= $1 and y.village_code < $2 and y.year = $3 and y.superseded_at is null
)
select j.county_code, j.village_code, j.household_id, null::uuid as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('wageFen', j.wage, 'workMonths', j.months, 'fault', j.fault) as vals
from judged j where j.fault is not null
