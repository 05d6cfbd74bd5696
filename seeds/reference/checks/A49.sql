-- Exits whose case lacks a step or a paper that its own procedure asks for (signature, notice, announcement …), and
-- those that have no case at all although the procedures were already in use here. What was split off or moved has its case elsewhere.
with in_use as (
  select min(p.published_at at time zone 'Asia/Shanghai')::date as since from procedure_pack p where p.code = 'household_exit'
), departure as materialized (
  select e.county_code, e.village_code, e.household_id, e.id, e.exited_on, e.exit_case_id
  from episode e
  where e.village_code >= $1 and e.village_code < $2 and e.exited_on is not null and (e.exit_case_id is not null or e.exited_on >= (select u.since from in_use u))
), without_case as (
  select e.* from departure e
  join household h on h.county_code = e.county_code and h.id = e.household_id
  left join household_link l on l.county_code = e.county_code and l.household_id = e.household_id and l.kind in ('SPLIT_FROM', 'MOVED_FROM')
  where e.exit_case_id is null and h.origin_id is null and l.id is null
), kase as materialized (
  select e.*, c.id as case_id, c.pack_id, c.status
  from departure e join case_file c on c.county_code = e.county_code and c.id = e.exit_case_id
), step as materialized (
  select p.id as pack_id, s.value ->> 'code' as code, s.value ->> 'kind' as kind, s.value -> 'name' ->> 'zh' as name, (s.value ->> 'decides')::boolean as decides,
    s.value -> 'evidence' as evidence, s.ordinality as place
  from procedure_pack p cross join lateral jsonb_array_elements(p.content -> 'steps') with ordinality s
), asked as materialized (
  select k.county_code, k.case_id, s.*
  from kase k join step s on s.pack_id = k.pack_id
  where s.kind <> 'announcement' or k.status = 'COMPLETED'
), done as (
  select k.county_code, k.case_id, v.step as code from kase k
  join case_event v on v.county_code = k.county_code and v.case_id = k.case_id
  where v.action in ('submit', 'agree', 'record_review', 'close_notice', 'announce')
  group by 1, 2, 3
), posted as (
  select k.county_code, k.case_id, n.step as code from kase k
  join notice n on n.county_code = k.county_code and n.case_id = k.case_id where n.state = 'CLOSED'
  group by 1, 2, 3
), met as (
  select k.county_code, k.case_id, m.step as code from kase k
  join review_meeting m on m.county_code = k.county_code and m.case_id = k.case_id where m.passed and not m.is_void
  group by 1, 2, 3
), decided as (
  select k.county_code, k.case_id from kase k
  join case_decision d on d.county_code = k.county_code and d.case_id = k.case_id where d.outcome = 'APPROVED'
  group by 1, 2
), filed as (
  select k.county_code, k.case_id, f.step as code, f.kind from kase k
  join case_evidence f on f.county_code = k.county_code and f.case_id = k.case_id
  group by 1, 2, 3, 4
), lack as (
  select a.county_code, a.case_id, a.place, 0 as part, a.name as missing
  from asked a
  left join done d on d.county_code = a.county_code and d.case_id = a.case_id and d.code = a.code
  left join posted n on n.county_code = a.county_code and n.case_id = a.case_id and n.code = a.code
  left join met m on m.county_code = a.county_code and m.case_id = a.case_id and m.code = a.code
  left join decided x on x.county_code = a.county_code and x.case_id = a.case_id
  where d.code is null or (a.kind = 'notice' and n.code is null) or (a.kind = 'review_meeting' and m.code is null) or (a.decides and x.case_id is null)
  union all
  select a.county_code, a.case_id, a.place, 1, '缺材料：' || (p.value -> 'name' ->> 'zh')
  from asked a
  cross join lateral jsonb_array_elements(a.evidence) p
  left join filed f on f.county_code = a.county_code and f.case_id = a.case_id and f.code = a.code and f.kind = p.value ->> 'kind'
  where (p.value ->> 'required')::boolean and f.kind is null
), lacking as (
  select l.county_code, l.case_id, string_agg(l.missing, '、' order by l.place, l.part, l.missing) as missing from lack l group by 1, 2
)
select k.county_code, k.village_code, k.household_id, null::uuid as member_id, k.case_id as subject_id, 'exit:' || k.id as key,
  jsonb_build_object('exitedOn', k.exited_on, 'missing', l.missing) as vals
from kase k join lacking l on l.county_code = k.county_code and l.case_id = k.case_id
union all
select w.county_code, w.village_code, w.household_id, null, null, 'exit:' || w.id, jsonb_build_object('exitedOn', w.exited_on, 'missing', '没有退出案卷')
from without_case w
