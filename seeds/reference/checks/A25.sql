-- A25: the reason for not attending school names an illness or a disability while health says healthy and nothing else. One hit
-- per person.
with said as materialized (
  select y.county_code, y.member_id, y.dropout_reason, y.school_status
  from member_year y
  where y.village_code >= $1 and y.village_code < $2 and y.year = $3 and y.superseded_at is null
    and y.dropout_reason ~ '病|残|身体' and y.health @> array['1'] and not y.health && array['2', '3', '4']
),
person as materialized (
  select s.*, m.village_code, m.household_id, m.birth_date
  from said s
  join member m on m.county_code = s.county_code and m.id = s.member_id and m.village_code >= $1 and m.village_code < $2
  where m.member_status = 'ACTIVE'
)
select p.county_code, p.village_code, p.household_id, p.member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('dropoutReason', p.dropout_reason, 'schoolStatus', p.school_status, 'birthDate', p.birth_date, 'status', h.status) as vals
from person p
join household h on h.county_code = p.county_code and h.id = p.household_id and h.village_code >= $1 and h.village_code < $2
where h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
