-- Holders of a ranger's or public post in the year whose household is not on the register and not monitored, who share one post
-- with others of their household, or who are outside the ages set. Posts are taken from the yearly records, from delivered
-- assignments and payments of the two measures, and from the departments' list.
with said as (
  select my.county_code, my.village_code, my.household_id, my.member_id, nullif(trim(my.public_welfare_post), '') as post, null::text as measure_code
  from member_year my
  where my.village_code >= $1 and my.village_code < $2 and my.year = $3 and my.superseded_at is null
    and (coalesce(trim(my.public_welfare_post), '') not in ('', '无', '否', '没有') or (my.public_welfare_post is null and my.public_welfare_months > 0))
  union all
  select a.county_code, a.village_code, a.household_id, a.member_id, null, a.measure_code
  from assignment a
  where a.village_code >= $1 and a.village_code < $2 and a.measure_code in ('ECO-06', 'EMP-06') and a.member_id is not null and a.status in ('DELIVERED', 'CLOSED')
    and coalesce(a.starts_on, make_date(a.year, 1, 1)) <= make_date($3, 12, 31) and coalesce(a.ends_on, make_date(a.year, 12, 31)) >= make_date($3, 1, 1)
  union all
  select p.county_code, p.village_code, p.household_id, p.member_id, null, p.measure_code
  from payment p
  where p.village_code >= $1 and p.village_code < $2 and p.measure_code in ('ECO-06', 'EMP-06') and p.member_id is not null
    and p.reverses_id is null and p.reversed_by_id is null and case when p.term = 'once' then extract(year from p.paid_on) else left(p.term, 4)::integer end = $3
  union all
  select r.county_code, r.village_code, r.household_id, r.member_id, nullif(trim(r.detail->>'post'), ''), null
  from register_hit r
  where r.register_code = 'ranger' and r.village_code >= $1 and r.village_code < $2 and coalesce(left(r.detail->>'since', 4)::integer <= $3, true)
), held as (
  -- A ranger's post is one post by whatever name; another is known by its name alone.
  select s.county_code, s.village_code, s.household_id, s.member_id, s.post,
    case when s.measure_code = 'ECO-06' or s.post ~ '护林|护草|草管|林管' then '生态护林员' else s.post end as post_key
  from said s
), shared as (
  select d.county_code, d.household_id, d.member_id, max(d.holders) as holders
  from (
    select k.county_code, k.household_id, k.member_id, k.post_key, count(*) over (partition by k.county_code, k.household_id, k.post_key) as holders
    from (select distinct county_code, household_id, member_id, post_key from held where post_key is not null) k
  ) d
  group by d.county_code, d.household_id, d.member_id
), person as (
  select h.county_code, h.household_id, h.member_id, min(h.village_code) as village_code, min(coalesce(h.post_key, h.post)) as post from held h group by h.county_code, h.household_id, h.member_id
), judged as (
  select p.*, f.status, $3 - extract(year from m.birth_date)::integer as age, coalesce(s.holders, 1) as holders,
    f.status is not null and f.status not in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED') and d.monitoring_category is null and w.household_id is null as not_poor
  from person p
  join member m on m.county_code = p.county_code and m.id = p.member_id
  join household d on d.county_code = p.county_code and d.id = p.household_id
  left join household_fact f on f.county_code = p.county_code and f.household_id = p.household_id and f.year = $3
  left join shared s on s.county_code = p.county_code and s.household_id = p.household_id and s.member_id = p.member_id
  left join (
    select distinct r.county_code, r.household_id from register_hit r where r.register_code = 'monitoring' and r.village_code >= $1 and r.village_code < $2
  ) w on w.county_code = p.county_code and w.household_id = p.household_id
)
select j.county_code, j.village_code, j.household_id, j.member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('post', j.post, 'status', j.status, 'age', j.age, 'notPoor', j.not_poor, 'holders', j.holders,
    'ageOutside', coalesce(j.age < ($5->>'min_age')::numeric or j.age > ($5->>'max_age')::numeric, false)) as vals
from judged j
where j.not_poor or j.holders > ($5->>'max_holders')::numeric or j.age < ($5->>'min_age')::numeric or j.age > ($5->>'max_age')::numeric
