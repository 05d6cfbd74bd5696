-- A17: households that enjoy policies whose members together hold deposits or pay premiums above the limit. Only what was asked
-- with a signed consent is counted. One hit per household.
with line as materialized (
  select r.county_code, r.member_id, case when r.register_code = 'deposit' then (r.detail->>'amountFen')::bigint end as deposit_fen,
    case when r.register_code = 'insurance_policy' then (r.detail->>'premiumFen')::bigint end as premium_fen, (r.detail->>'consentOn')::date as consent_on
  from register_hit r
  where r.village_code >= $1 and r.village_code < $2 and r.register_code in ('deposit', 'insurance_policy')
    and (r.detail->>'consentOn')::date <= r.list_on
),
known as materialized (
  select m.county_code, m.household_id, sum(l.deposit_fen)::bigint as deposit_fen, sum(l.premium_fen)::bigint as premium_fen, max(l.consent_on) as consent_on
  from line l
  join member m on m.county_code = l.county_code and m.id = l.member_id and m.village_code >= $1 and m.village_code < $2
  where m.member_status = 'ACTIVE'
  group by m.county_code, m.household_id
)
select h.county_code, h.village_code, h.id as household_id, null::uuid as member_id, h.id as subject_id, null::text as key,
  jsonb_build_object('depositFen', k.deposit_fen, 'premiumFen', k.premium_fen, 'consentOn', k.consent_on, 'status', h.status) as vals
from known k
join household h on h.county_code = k.county_code and h.id = k.household_id and h.village_code >= $1 and h.village_code < $2
where h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED')
  and (k.deposit_fen > ($5::jsonb->>'deposit_limit_fen')::bigint or k.premium_fen > ($5::jsonb->>'premium_limit_fen')::bigint)
