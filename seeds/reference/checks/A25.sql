-- A25: the reason for not attending school names an illness or a disability while health says healthy and nothing else. One hit
-- per person.
select m.county_code, m.village_code, m.household_id, m.id as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('dropoutReason', y.dropout_reason, 'schoolStatus', y.school_status, 'birthDate', m.birth_date, 'status', h.status) as vals
from member_year y
join member m on m.county_code = y.county_code and m.id = y.member_id
join household h on h.county_code = m.county_code and h.id = m.household_id
where y.village_code >= $1 and y.village_code < $2 and y.year = $3 and y.superseded_at is null
  and y.dropout_reason ~ '病|残|身体' and y.health @> array['1'] and not y.health && array['2', '3', '4']
  and m.member_status = 'ACTIVE' and h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
