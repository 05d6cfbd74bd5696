-- Visits of the year that look invented, of those that are valid: too many homes by one person in a day, a photograph that
-- belongs to another visit too, the same words for many households, mostly by telephone or at the office; and sign-ins far from the house.
-- A person's visits are looked at in the whole county; of what is found there, what lies in $1 to $2 is a hit.
with corrected as (
  select c.county_code, c.corrects_id, max(c.correction_no) as newest
  from visit c where c.corrects_id is not null and c.recorded_on >= make_date($3, 1, 1) group by 1, 2
), made as materialized (
  select v.county_code, v.village_code, v.household_id, v.id, v.visitor_id, v.visitor_name, v.visited_on, v.way, nullif(btrim(v.notes), '') as notes, v.attachment_ids
  from visit v
  left join corrected c on c.county_code = v.county_code and c.corrects_id = coalesce(v.corrects_id, v.id)
  where v.village_code >= left($1, 6) and v.village_code < case when length($1) > 6 then left($1, 6) || ':' else $2 end
    and v.recorded_on >= make_date($3, 1, 1) and v.visited_on between make_date($3, 1, 1) and make_date($3, 12, 31)
    and (c.newest is null or v.correction_no = c.newest)
), crowded as (
  select m.county_code, min(m.village_code) as village_code, m.visitor_id, min(m.visitor_name) as visitor, m.visited_on, count(*)::integer as homes
  from made m
  where m.way = 'HOME' and $5 ->> 'max_homes_per_day' is not null
  group by m.county_code, m.visitor_id, m.visited_on
  having count(*) > ($5 ->> 'max_homes_per_day')::integer
), worded as (
  select w.county_code, min(w.village_code) as village_code, w.visitor_id, min(w.visitor) as visitor, min(w.notes) as notes, count(*)::integer as households
  from (
    select m.county_code, m.visitor_id, hashtextextended(m.notes, 0) as words, m.household_id, min(m.village_code) as village_code, min(m.visitor_name) as visitor, min(m.notes) as notes
    from made m where m.notes is not null group by 1, 2, 3, 4
  ) w
  group by w.county_code, w.visitor_id, w.words
  having count(*) >= ($5 ->> 'same_text_households')::integer
), distant as (
  select m.county_code, min(m.village_code) as village_code, m.visitor_id, min(m.visitor_name) as visitor, count(*)::integer as visits, count(*) filter (where m.way in ('PHONE', 'VILLAGE_OFFICE'))::integer as away
  from made m
  group by m.county_code, m.visitor_id
  having count(*) filter (where m.way in ('PHONE', 'VILLAGE_OFFICE')) * 10000::bigint > count(*) * ($5 ->> 'off_site_bp')::bigint
), pictured as materialized (
  select m.county_code, m.village_code, m.household_id, m.id, m.visitor_name, m.visited_on, a.sha256
  from made m
  cross join lateral unnest(m.attachment_ids) u(attachment_id)
  join attachment a on a.county_code = m.county_code and a.id = u.attachment_id and a.kind = 'photo'
), repeated as (
  select p.county_code, p.sha256, count(distinct p.id)::integer as visits, count(distinct p.household_id)::integer as households
  from pictured p group by 1, 2 having count(distinct p.id) > 1
), shown as (
  select distinct on (p.county_code, p.id) p.*, r.visits, r.households
  from pictured p join repeated r on r.county_code = p.county_code and r.sha256 = p.sha256
  order by p.county_code, p.id, r.visits desc, p.sha256
), far as (
  select distinct on (r.county_code, r.household_id, x.visited_on, x.visitor) r.county_code, r.village_code, r.household_id, x.*
  from register_hit r
  cross join lateral (select (r.detail ->> 'visitedOn')::date as visited_on, r.detail ->> 'visitor' as visitor, (r.detail ->> 'distanceM')::integer as metres) x
  where r.register_code = 'visit_sign_in' and r.village_code >= $1 and r.village_code < $2 and x.visited_on between make_date($3, 1, 1) and make_date($3, 12, 31)
    and x.metres > ($5 ->> 'max_distance_m')::integer
  order by r.county_code, r.household_id, x.visited_on, x.visitor, x.metres desc
), sign as (
  select c.county_code, c.village_code, null::uuid as household_id, null::uuid as subject_id, 'day:' || c.visitor_id || ':' || c.visited_on as key, '一天入户过多' as fault, c.visitor,
    c.visited_on, c.homes as visits, null::integer as off_site, null::integer as households, null as words, null::integer as metres
  from crowded c
  union all
  select w.county_code, w.village_code, null, null, 'text:' || w.visitor_id || ':' || md5(w.notes), '多户走访记录文字相同', w.visitor, null, null, null, w.households, left(w.notes, 60), null from worded w
  union all
  select d.county_code, d.village_code, null, null, 'away:' || d.visitor_id, '多数走访不在户内', d.visitor, null, d.visits, d.away, null, null, null from distant d
  union all
  select s.county_code, s.village_code, s.household_id, s.id, 'photo:' || s.id, '照片与其他走访相同', s.visitor_name, s.visited_on, s.visits, null, s.households, null, null from shown s
  union all
  select f.county_code, f.village_code, f.household_id, null, 'far:' || f.household_id || ':' || f.visited_on || ':' || coalesce(f.visitor, ''), '签到位置离住处过远', f.visitor, f.visited_on, null, null, null, null,
    f.metres
  from far f
)
select s.county_code, s.village_code, s.household_id, null::uuid as member_id, s.subject_id, s.key,
  jsonb_build_object('fault', s.fault, 'visitor', s.visitor, 'visitedOn', s.visited_on, 'visits', s.visits, 'offSite', s.off_site, 'households', s.households, 'text', s.words, 'metres', s.metres) as vals
from sign s
where s.village_code >= $1 and s.village_code < $2
