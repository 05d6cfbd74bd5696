-- Registered households in which not exactly one present member is the head.
select h.county_code, h.village_code, h.id as household_id, null::uuid as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('heads', count(m.id) filter (where m.relation_to_head = '01'), 'members', count(m.id)) as vals
from household h
left join member m on m.county_code = h.county_code and m.household_id = h.id and m.member_status = 'ACTIVE' and m.village_code >= $1 and m.village_code < $2
where h.village_code >= $1 and h.village_code < $2
  and h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
group by h.county_code, h.id
having count(m.id) filter (where m.relation_to_head = '01') <> 1
