-- Monitored without the household's signed consent, or without a comparison of its data. A list without the column says nothing; a
-- comparison that was made here since the identification counts too.
with monitored as (
  select r.county_code, r.village_code, r.household_id, r.detail->>'identifiedMonth' as identified, max(r.detail->>'category') as category,
    bool_or(r.detail ? 'consentOn') and max(r.detail->>'consentOn') is null as no_consent,
    bool_or(r.detail ? 'comparedOn') and max(r.detail->>'comparedOn') is null as not_compared
  from register_hit r
  where r.register_code = 'monitoring' and r.village_code >= $1 and r.village_code < $2 and coalesce(left(r.detail->>'identifiedMonth', 4)::integer <= $3, true)
  group by r.county_code, r.village_code, r.household_id, r.detail->>'identifiedMonth'
), compared as (
  select c.county_code, c.from_code, c.to_code, max(c.list_on) as list_on
  from register_coverage c
  where c.register_code in ('vehicle', 'property', 'company', 'public_payroll', 'deposit')
  group by c.county_code, c.from_code, c.to_code
), judged as (
  select m.county_code, m.village_code, m.household_id, m.identified, m.category, m.no_consent, m.not_compared and bool_and(c.county_code is null) as not_compared
  from monitored m
  left join compared c on c.county_code = m.county_code and m.village_code >= c.from_code and m.village_code < c.to_code and c.list_on >= to_date(left(m.identified, 7), 'YYYY-MM')
  group by m.county_code, m.village_code, m.household_id, m.identified, m.category, m.no_consent, m.not_compared
)
select j.county_code, j.village_code, j.household_id, null::uuid as member_id, null::uuid as subject_id, j.household_id || ':' || coalesce(j.identified, '-') as key,
  jsonb_build_object('category', j.category, 'identifiedMonth', j.identified, 'noConsent', j.no_consent, 'notCompared', j.not_compared) as vals
from judged j
where j.no_consent or j.not_compared
