-- Monitored households whose risk was cancelled while schooling, medical care, housing or water was not assured in that year, or
-- although nothing was received against a risk for which the catalogue has measures.
with monitored as (
  select r.county_code, r.village_code, r.household_id, r.detail->>'identifiedMonth' as identified, max(r.detail->>'cancelledMonth') as cancelled,
    string_agg(concat_ws('、', r.detail->>'risk1', r.detail->>'risk2', r.detail->>'risk3', r.detail->>'risk4', r.detail->>'risk5'), '、') as risks
  from register_hit r
  where r.register_code = 'monitoring' and r.village_code >= $1 and r.village_code < $2
  group by r.county_code, r.village_code, r.household_id, r.detail->>'identifiedMonth'
), cancelled as (
  select m.*, to_date(left(m.cancelled, 7), 'YYYY-MM') as on_month, coalesce(to_date(left(m.identified, 7), 'YYYY-MM'), date '2000-01-01') as from_month
  from monitored m
  where left(m.cancelled, 4)::integer <= $3
), answer as (
  -- What the catalogue holds against a risk: measures meant to move the cause, or the criterion.
  select distinct k.words, k.risk, v.code
  from (values ('因病', 'ILLNESS', '01', null), ('因残', 'DISABILITY', '02', null), ('因学', 'SCHOOLING', '03', null), ('灾', 'NATURAL_DISASTER', '04', null),
    ('住房', 'HOUSING', null, 'housing_safe'), ('饮水', 'WATER', '06', 'safe_water'), ('缺劳', 'LABOUR', '08', null)) k(words, risk, cause, fact)
  join measure_version v on v.moves->'causes' ? k.cause or v.moves->'facts' ? k.fact
  where v.level in ('household', 'member')
), received as (
  select a.county_code, a.household_id, a.measure_code, coalesce(a.starts_on, a.delivered_on, make_date(a.year, 1, 1)) as from_day, coalesce(a.ends_on, make_date(a.year, 12, 31)) as to_day
  from cancelled c
  join assignment a on a.county_code = c.county_code and a.household_id = c.household_id
  where a.status in ('DELIVERED', 'CLOSED')
  union all
  select p.county_code, p.household_id, p.measure_code, p.paid_on, p.paid_on
  from cancelled c
  join payment p on p.county_code = c.county_code and p.household_id = c.household_id
  where p.reverses_id is null and p.reversed_by_id is null
  union all
  -- What is received at the source, as far as it is known: of the newest year alone.
  select e.county_code, e.household_id, u.code, make_date(e.year, 1, 1), date '2100-12-31'
  from cancelled c
  join entitlement e on e.county_code = c.county_code and e.household_id = c.household_id
  cross join lateral unnest(e.receiving) u(code)
), answered as (
  select distinct c.county_code, c.household_id, c.identified, w.risk
  from cancelled c
  join received r on r.county_code = c.county_code and r.household_id = c.household_id and r.from_day < c.on_month + interval '1 month' and r.to_day >= c.from_month
  join answer w on w.code = r.measure_code and c.risks like '%' || w.words || '%'
), lacking as (
  select c.county_code, c.household_id, c.identified, string_agg(k.risk, ',' order by k.risk) as risks
  from cancelled c
  join (select distinct words, risk from answer) k on c.risks like '%' || k.words || '%'
  left join answered a on a.county_code = c.county_code and a.household_id = c.household_id and a.identified is not distinct from c.identified and a.risk = k.risk
  where a.risk is null
  group by c.county_code, c.household_id, c.identified
)
select c.county_code, c.village_code, c.household_id, null::uuid as member_id, null::uuid as subject_id, c.household_id || ':' || coalesce(c.identified, '-') as key,
  jsonb_build_object('cancelledMonth', c.cancelled, 'risks', c.risks, 'educationOpen', not f.compulsory_education_ok, 'medicalOpen', not f.basic_medical_ok,
    'housingOpen', not f.housing_safe, 'waterOpen', not f.safe_water, 'risksWithoutMeasure', l.risks) as vals
from cancelled c
left join household_fact f on f.county_code = c.county_code and f.household_id = c.household_id and f.year = left(c.cancelled, 4)::integer
left join lacking l on l.county_code = c.county_code and l.household_id = c.household_id and l.identified is not distinct from c.identified
where not f.compulsory_education_ok or not f.basic_medical_ok or not f.housing_safe or not f.safe_water or l.risks is not null
