-- Present members whose relation to the head goes neither with their sex nor with the ages.
with head as (
  select distinct on (m.county_code, m.household_id) m.county_code, m.household_id, m.gender, m.birth_date
  from member m
  where m.village_code >= $1 and m.village_code < $2 and m.member_status = 'ACTIVE' and m.relation_to_head = '01'
  order by m.county_code, m.household_id, m.ordinal, m.id
),
judged as (
  select m.*, h.birth_date as head_birth_date,
    case
      when m.gender = '2' and m.relation_to_head in ('03', '06', '07', '09', '11', '13', '15', '17', '19', 'GREAT_GRANDSON') then '称谓为男性，性别为女'
      when m.gender = '1' and m.relation_to_head in ('04', '05', '08', '10', '12', '14', '16', '18', '20', 'GREAT_GRANDDAUGHTER') then '称谓为女性，性别为男'
      when m.relation_to_head = '02' and m.gender = h.gender then '配偶与户主同性别'
      when m.relation_to_head in ('11', '12', '13', '14', '15', '16', '17', '18', '19', '20') and m.birth_date >= h.birth_date then '长辈不比户主年长'
      when m.relation_to_head in ('03', '04', '07', '08', '09', '10', 'GREAT_GRANDSON', 'GREAT_GRANDDAUGHTER') and m.birth_date <= h.birth_date then '晚辈不比户主年轻'
    end as fault
  from member m
  join household o on o.county_code = m.county_code and o.id = m.household_id and o.village_code >= $1 and o.village_code < $2 and o.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
  left join head h on h.county_code = m.county_code and h.household_id = m.household_id
  where m.village_code >= $1 and m.village_code < $2 and m.member_status = 'ACTIVE'
)
select j.county_code, j.village_code, j.household_id, j.id as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('relation', j.relation_to_head, 'gender', j.gender, 'birthDate', j.birth_date, 'headBirthDate', j.head_birth_date, 'fault', j.fault) as vals
from judged j where j.fault is not null
