-- A12: members of households that enjoy policies who are legal representative or shareholder of an active company with a
-- capital above the limit, or keep an active business of their own (个体工商户). Members of a cooperative are left out. One hit
-- per person.
with firm as materialized (
  select r.county_code, r.member_id, r.detail->>'companyName' as company, r.detail->>'role' as role, (r.detail->>'capitalFen')::bigint as capital_fen
  from register_hit r
  where r.village_code >= $1 and r.village_code < $2 and r.register_code = 'company' and r.detail->>'status' = 'ACTIVE'
    and (r.detail->>'role' = 'SOLE_TRADER'
      or (r.detail->>'role' in ('LEGAL_REPRESENTATIVE', 'SHAREHOLDER') and (r.detail->>'capitalFen')::bigint > ($5::jsonb->>'capital_limit_fen')::bigint))
),
person as materialized (
  select m.county_code, m.village_code, m.household_id, m.id, f.company, f.role, f.capital_fen
  from firm f
  join member m on m.county_code = f.county_code and m.id = f.member_id and m.village_code >= $1 and m.village_code < $2
  where m.member_status = 'ACTIVE'
)
select p.county_code, p.village_code, p.household_id, p.id as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('firms', count(*)::integer, 'companyName', (array_agg(p.company order by p.capital_fen desc nulls last, p.company))[1],
    'ownBusiness', bool_or(p.role = 'SOLE_TRADER'), 'capitalFen', max(p.capital_fen), 'status', h.status) as vals
from person p
join household h on h.county_code = p.county_code and h.id = p.household_id and h.village_code >= $1 and h.village_code < $2
where h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED')
group by p.county_code, p.village_code, p.household_id, p.id, h.status
