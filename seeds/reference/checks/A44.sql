-- Ability to work that contradicts age, disability (last digit of the visible certificate number is its level) or months of work.
with judged as (
  select m.county_code, m.village_code, m.household_id, m.member_id, m.labour_skill, a.age, m.work_months,
    case
      when m.labour_skill in ('1', '2') and a.age < ($5->>'min_age')::integer then '未到劳动年龄'
      when m.labour_skill in ('1', '2') and a.age > ($5->>'max_age')::integer then '超过劳动年龄'
      when m.labour_skill in ('1', '2') and a.severe then '持一、二级残疾人证'
      when m.labour_skill in ('3', '4') and m.work_months > 0 then '无劳动力却务工'
    end as fault
  from member_year m
  join member p on p.county_code = m.county_code and p.id = m.member_id and p.village_code >= $1 and p.village_code < $2 and p.member_status = 'ACTIVE'
  join household h on h.county_code = m.county_code and h.id = m.household_id and h.village_code >= $1 and h.village_code < $2 and h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
  cross join lateral (
    select $3 - extract(year from p.birth_date)::integer as age,
      right(case when p.id_type = 'DISABILITY_CERT' and char_length(p.id_no_masked) = 20 then p.id_no_masked when char_length(p.disability_cert_no_masked) = 20 then p.disability_cert_no_masked end, 1) in ('1', '2') as severe
  ) a
  where m.village_code >= $1 and m.village_code < $2 and m.year = $3 and m.superseded_at is null
)
select j.county_code, j.village_code, j.household_id, j.member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('labourSkill', j.labour_skill, 'age', j.age, 'workMonths', j.work_months, 'fault', j.fault) as vals
from judged j where j.fault is not null
