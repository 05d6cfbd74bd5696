-- Objections to approved cases that had no written result when the case was announced (or, once decided, have none yet).
with kase as materialized (
  select d.county_code, d.village_code, d.case_id, d.household_id, d.decided_on, c.pack_id
  from case_decision d
  join case_file c on c.county_code = d.county_code and c.id = d.case_id
  where d.village_code >= $1 and d.village_code < $2 and d.outcome = 'APPROVED'
), announced as (
  select k.county_code, k.case_id, (max(v.at) at time zone 'Asia/Shanghai')::date as announced_on
  from kase k join case_event v on v.county_code = k.county_code and v.case_id = k.case_id and v.action = 'announce'
  group by 1, 2
)
select k.county_code, k.village_code, k.household_id, null::uuid as member_id, k.case_id as subject_id, 'objection:' || o.id as key,
  jsonb_build_object('procedure', p.name ->> 'zh', 'filedOn', o.filed_on, 'settledOn', o.settled_on, 'decidedOn', k.decided_on, 'announcedOn', a.announced_on) as vals
from kase k
join objection o on o.county_code = k.county_code and o.case_id = k.case_id
join procedure_pack p on p.id = k.pack_id
left join announced a on a.county_code = k.county_code and a.case_id = k.case_id
where (a.announced_on is null or o.filed_on <= a.announced_on)
  and (o.state <> 'SETTLED' or btrim(coalesce(o.finding, '')) = '' or o.settled_on > a.announced_on)
