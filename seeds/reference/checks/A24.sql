-- A24: the school status of the year contradicts the age (primary school above the age limit on 31 August) or the school roll:
-- enrolled there and recorded as not at school, at another stage, or recorded in compulsory school and not on the roll where it
-- was compared. A roll counts for its own year only. One hit per person.
with roll as materialized (
  select r.county_code, r.member_id, min(r.detail->>'school') as school,
    (array_agg(r.detail->>'stage' order by r.detail->>'stage') filter (where r.detail->>'status' = 'ENROLLED'))[1] as stage,
    bool_or(r.detail->>'status' = 'ENROLLED') as enrolled
  from register_hit r
  where r.village_code >= $1 and r.village_code < $2 and r.register_code = 'school_roll' and extract(year from r.list_on) = $3
  group by r.county_code, r.member_id
),
maybe_on_roll as materialized (
  select distinct r.county_code, r.member_id
  from register_match r
  where r.village_code >= $1 and r.village_code < $2 and r.register_code = 'school_roll' and r.verdict is distinct from 'FALSE_ALARM'
),
recorded as materialized (
  select y.county_code, y.member_id, y.school_status, r.school, r.stage, r.enrolled
  from member_year y
  left join roll r on r.county_code = y.county_code and r.member_id = y.member_id
  where y.village_code >= $1 and y.village_code < $2 and y.year = $3 and y.superseded_at is null
    and (y.school_status between '03' and '12' or (y.school_status = '01' and r.enrolled))
),
person as materialized (
  select r.*, m.village_code, m.household_id, m.id,
    case when r.school_status = '03' then 'PRIMARY' when r.school_status in ('04', '05', '06') then 'JUNIOR'
      when r.school_status in ('07', '08', '09') then 'SENIOR' when r.school_status in ('10', '11', '12') then 'VOCATIONAL' end as own_stage,
    $3 - extract(year from m.birth_date)::integer - (extract(month from m.birth_date) > 8)::integer as age
  from recorded r
  join member m on m.county_code = r.county_code and m.id = r.member_id and m.village_code >= $1 and m.village_code < $2
  where m.member_status = 'ACTIVE'
),
pupil as materialized (
  select p.*, h.status
  from person p
  join household h on h.county_code = p.county_code and h.id = p.household_id and h.village_code >= $1 and h.village_code < $2
  where h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
),
compared as materialized (
  select v.county_code, v.village_code
  from (select distinct p.county_code, p.village_code from pupil p) v
  join register_coverage c on c.county_code = v.county_code and c.register_code = 'school_roll' and v.village_code >= c.from_code and v.village_code < c.to_code
    and extract(year from c.list_on) = $3
  group by v.county_code, v.village_code
),
judged as (
  select p.*,
    p.own_stage = 'PRIMARY' and p.age > ($5::jsonb->>'max_primary_age')::integer as too_old,
    p.school_status = '01' and p.enrolled as not_recorded,
    p.enrolled and p.own_stage <> p.stage and p.stage in ('PRIMARY', 'JUNIOR', 'SENIOR', 'VOCATIONAL') as other_stage,
    p.own_stage in ('PRIMARY', 'JUNIOR') and p.compared and q.member_id is null as not_on_roll
  from (select p.*, c.village_code is not null as compared from pupil p left join compared c on c.county_code = p.county_code and c.village_code = p.village_code offset 0) p
  left join maybe_on_roll q on q.county_code = p.county_code and q.member_id = p.id
)
select j.county_code, j.village_code, j.household_id, j.id as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('fault', concat_ws('；', case when j.too_old then '超龄登记为小学在校生' end, case when j.not_recorded then '学籍在读，登记为非在校生' end,
      case when j.other_stage then '登记学段与学籍不一致' end, case when j.not_on_roll then '登记为义务教育在校生，学籍名单没有' end),
    'schoolStatus', j.school_status, 'age', j.age, 'school', j.school, 'status', j.status) as vals
from judged j
where j.too_old or j.not_recorded or j.other_stage or j.not_on_roll
