-- A22: members whose health says disabled without a certificate number (20 digits) or, where the list was compared, without being
-- on it; members with a certificate whose health does not say so; severely disabled people (level 1 or 2, by the list, else by
-- the last digit of the certificate) of whom the list says that they get no care subsidy and who were paid none here. Health
-- that is not recorded says nothing. One hit per person.
with listed as materialized (
  select r.county_code, r.member_id, min(r.detail->>'certificateLevel') as level, bool_or((r.detail->>'careSubsidy')::boolean) as care_subsidy
  from register_hit r
  where r.village_code >= $1 and r.village_code < $2 and r.register_code = 'disability'
  group by r.county_code, r.member_id
),
maybe_listed as materialized (
  select distinct r.county_code, r.member_id
  from register_match r
  where r.village_code >= $1 and r.village_code < $2 and r.register_code = 'disability' and r.verdict is distinct from 'FALSE_ALARM'
),
-- Who is said to be disabled by anything at all.
candidate as materialized (
  select m.county_code, m.village_code, m.household_id, m.id, m.health, m.certified, l.member_id is not null as on_list, l.level, l.care_subsidy
  from (
    select m.county_code, m.village_code, m.household_id, m.id, y.health,
      case when length(m.disability_cert_no_masked) = 20 then right(m.disability_cert_no_masked, 1) when length(m.id_no_masked) = 20 then right(m.id_no_masked, 1) end as certified
    from member m
    left join member_year y on y.county_code = m.county_code and y.member_id = m.id and y.year = $3 and y.superseded_at is null
      and y.village_code >= $1 and y.village_code < $2
    where m.village_code >= $1 and m.village_code < $2 and m.member_status = 'ACTIVE'
    offset 0
  ) m
  left join listed l on l.county_code = m.county_code and l.member_id = m.id
  where m.health @> array['4'] or m.certified is not null or l.member_id is not null
),
person as materialized (
  select c.*, c.health @> array['4'] as says_disabled, h.status
  from candidate c
  join household h on h.county_code = c.county_code and h.id = c.household_id and h.village_code >= $1 and h.village_code < $2
  where h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
),
compared as materialized (
  select v.county_code, v.village_code
  from (select distinct p.county_code, p.village_code from person p) v
  join register_coverage c on c.county_code = v.county_code and c.register_code = 'disability' and v.village_code >= c.from_code and v.village_code < c.to_code
  group by v.county_code, v.village_code
),
subsidised as materialized (
  select distinct y.county_code, y.member_id
  from payment y
  where y.village_code >= $1 and y.village_code < $2 and y.measure_code = 'SSN-05' and y.member_id is not null
    and y.reverses_id is null and y.reversed_by_id is null
    and case when y.term = 'once' then extract(year from y.paid_on)::integer else left(y.term, 4)::integer end = $3
),
judged as (
  select p.*, coalesce(p.level, p.certified) as severity,
    p.says_disabled and p.certified is null and not p.on_list as no_certificate,
    p.says_disabled and p.certified is null and p.on_list as number_missing,
    p.says_disabled and p.certified is not null and p.compared and q.member_id is null as not_on_list,
    not p.says_disabled and (p.certified is not null or p.on_list) as health_differs,
    coalesce(p.level, p.certified) in ('1', '2') and p.care_subsidy is false and s.member_id is null as no_subsidy
  from (select p.*, c.village_code is not null as compared from person p left join compared c on c.county_code = p.county_code and c.village_code = p.village_code offset 0) p
  left join maybe_listed q on q.county_code = p.county_code and q.member_id = p.id
  left join subsidised s on s.county_code = p.county_code and s.member_id = p.id
)
select j.county_code, j.village_code, j.household_id, j.id as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('fault', concat_ws('；', case when j.no_certificate then '健康状况为残疾，没有20位残疾证号' end,
      case when j.number_missing then '在持证残疾人名单上，未登记残疾证号' end, case when j.not_on_list then '登记了残疾证号，不在已比对的持证残疾人名单' end,
      case when j.health_differs then '持有残疾证，健康状况未登记残疾' end, case when j.no_subsidy then '一、二级残疾人没有享受护理补贴' end),
    'health', array_to_string(array(select case code when '1' then '健康' when '2' then '长期慢性病' when '3' then '患有大病' when '4' then '残疾' else code end from unnest(j.health) code), '、'),
    'level', j.severity, 'onList', j.on_list, 'status', j.status) as vals
from judged j
where j.no_certificate or j.number_missing or j.not_on_list or j.health_differs or j.no_subsidy
