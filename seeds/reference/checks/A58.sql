-- Visits of the year by a known helper or team member who on that day was neither paired with the household nor in a team that
-- serves its village. Village clerks and township officers may visit any household of theirs; people who are in no list of
-- helpers or teams are not judged.
with corrected as (
  select c.county_code, c.corrects_id, max(c.correction_no) as newest
  from visit c where c.corrects_id is not null and c.recorded_on >= make_date($3, 1, 1) group by 1, 2
), helping as materialized (
  select p.county_code, p.household_id, h.user_id, p.started_on, coalesce(p.ended_on, 'infinity'::date) as until
  from pairing p join helper h on h.county_code = p.county_code and h.id = p.helper_id
  where p.village_code >= $1 and p.village_code < $2 and h.user_id is not null
), serving as materialized (
  select t.county_code, t.village_code, x.person_id, greatest(m.joined_on, t.from_on) as since, least(m.left_on, t.ended_on, 'infinity'::date) as until
  from team_village t
  join team_member m on m.county_code = t.county_code and m.team_id = t.team_id
  cross join lateral (values (m.user_id), (m.id)) x(person_id)
  where t.village_code >= $1 and t.village_code < $2 and x.person_id is not null
), known as materialized (
  select h.county_code, h.user_id as person_id from helper h where h.village_code >= left($1, 6) and h.village_code < case when length($1) > 6 then left($1, 6) || ':' else $2 end and h.user_id is not null
  union
  select m.county_code, x.person_id from team_member m cross join lateral (values (m.user_id), (m.id)) x(person_id)
  where m.village_code >= left($1, 6) and m.village_code < case when length($1) > 6 then left($1, 6) || ':' else $2 end and x.person_id is not null
), made as materialized (
  select v.county_code, v.village_code, v.household_id, v.id, v.visitor_id, v.visitor_name, v.visitor_role, v.visited_on
  from visit v
  join known k on k.county_code = v.county_code and k.person_id = v.visitor_id
  left join corrected c on c.county_code = v.county_code and c.corrects_id = coalesce(v.corrects_id, v.id)
  where v.village_code >= $1 and v.village_code < $2 and v.recorded_on >= make_date($3, 1, 1)
    and v.visited_on between make_date($3, 1, 1) and make_date($3, 12, 31) and (c.newest is null or v.correction_no = c.newest)
), entitled as (
  select m.county_code, m.id from made m
  join helping p on p.county_code = m.county_code and p.household_id = m.household_id and p.user_id = m.visitor_id and m.visited_on between p.started_on and p.until
  union
  select m.county_code, m.id from made m
  join serving t on t.county_code = m.county_code and t.village_code = m.village_code and t.person_id = m.visitor_id and m.visited_on between t.since and t.until
), later as (
  select m.county_code, m.id, min(p.started_on) as started_on
  from made m
  join helping p on p.county_code = m.county_code and p.household_id = m.household_id and p.user_id = m.visitor_id and p.started_on > m.visited_on
  group by 1, 2
)
select m.county_code, m.village_code, m.household_id, null::uuid as member_id, m.id as subject_id, null::text as key,
  jsonb_build_object('visitor', m.visitor_name, 'visitedOn', m.visited_on, 'fault', case when l.id is null then '不是该户帮扶人，也不在该村工作队' else '结对之前走访' end, 'pairedOn', l.started_on) as vals
from made m
left join entitled e on e.county_code = m.county_code and e.id = m.id
left join later l on l.county_code = m.county_code and l.id = m.id
where e.id is null and (l.id is not null or m.visitor_role not in ('village_clerk', 'township_officer'))
