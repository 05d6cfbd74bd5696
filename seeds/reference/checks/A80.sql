-- Suppliers of a county: several expenses within the days set that are each below the limit and together above it; one supplier with
-- more than the share set of the contracts of the year; a supplier that belongs to a cadre or a cadre's relative. What concerns a
-- county as a whole lies at the county and is found by runs that hold it whole.
with expense as (
  select e.county_code, e.village_code, e.id, e.project_id, e.amount_fen, e.paid_on, regexp_replace(translate(e.payee, '（）', '()'), '\s', '', 'g') as supplier
  from project_expense e
  where e.village_code >= $1 and e.village_code < $2 and e.reverses_id is null and e.reversed_by_id is null and e.paid_on >= make_date($3 - 1, 1, 1) and e.paid_on <= make_date($3, 12, 31)
), rolling as (
  select x.county_code, x.supplier, x.paid_on, sum(x.amount_fen) over near as fen, count(*) over near as expenses
  from expense x
  where x.amount_fen <= ($5->>'split_limit_fen')::numeric
  window near as (partition by x.county_code, x.supplier order by x.paid_on range between make_interval(days => ($5->>'split_days')::integer - 1) preceding and current row)
), split as (
  select distinct on (r.county_code, r.supplier) r.county_code, r.supplier, r.paid_on, r.fen, r.expenses
  from rolling r
  where r.expenses > 1 and r.fen > ($5->>'split_limit_fen')::numeric and r.paid_on >= make_date($3, 1, 1)
  order by r.county_code, r.supplier, r.fen desc, r.paid_on
), contract as (
  select c.county_code, c.supplier, sum(c.fen) as fen, count(*) as contracts, sum(sum(c.fen)) over (partition by c.county_code) as all_fen, sum(count(*)) over (partition by c.county_code) as all_contracts
  from (
    select j.county_code, j.contract_fen as fen, regexp_replace(translate(j.contractor, '（）', '()'), '\s', '', 'g') as supplier
    from project j
    where j.village_code >= $1 and j.village_code < $2 and j.contract_fen is not null and extract(year from j.contract_signed_on) = $3 and j.status not in ('REFUSED', 'CANCELLED')
  ) c
  group by c.county_code, c.supplier
), tie as (
  -- Persons and firms behind whom a cadre stands: the cadre, the cadre's relative, and the firms of either.
  select t.county_code, regexp_replace(translate(t.supplier, '（）', '()'), '\s', '', 'g') as supplier, min(t.through) as through
  from (
    select w.county_code, w.supplier, w.through
    from (
      select r.county_code, m.name as supplier, m.name as through
      from register_hit r join member m on m.county_code = r.county_code and m.id = r.member_id where r.register_code in ('village_cadre', 'cadre_relative')
      union all
      select r.county_code, r.detail->>'cadreName', r.detail->>'cadreName' from register_hit r where r.register_code = 'cadre_relative'
      union all
      select c.county_code, c.detail->>'companyName', m.name
      from register_hit c
      join register_hit r on r.county_code = c.county_code and r.member_id = c.member_id and r.register_code in ('village_cadre', 'cadre_relative')
      join member m on m.county_code = c.county_code and m.id = c.member_id
      where c.register_code = 'company'
    ) w
  ) t
  where t.supplier is not null
  group by t.county_code, 2
), paid as (
  select x.county_code, x.village_code, x.project_id, x.supplier, sum(x.amount_fen) as fen, max(x.paid_on) as paid_on
  from expense x
  where x.paid_on >= make_date($3, 1, 1)
  group by x.county_code, x.village_code, x.project_id, x.supplier
)
select s.county_code, rpad(s.county_code, 12, '0') as village_code, null::uuid as household_id, null::uuid as member_id, null::uuid as subject_id,
  'split:' || $3 || ':' || s.supplier as key,
  jsonb_build_object('supplier', s.supplier, 'splitTender', true, 'singleSupplier', false, 'cadre', null, 'amount', s.fen, 'count', s.expenses, 'lastDay', s.paid_on, 'share', null) as vals
from split s
where rpad(s.county_code, 12, '0') >= $1 and rpad(s.county_code, 12, '0') < $2
union all
select c.county_code, rpad(c.county_code, 12, '0'), null, null, null, 'single:' || $3 || ':' || c.supplier,
  jsonb_build_object('supplier', c.supplier, 'splitTender', false, 'singleSupplier', true, 'cadre', null, 'amount', c.fen, 'count', c.contracts, 'lastDay', null, 'share', round(c.fen * 100 / c.all_fen, 1))
from contract c
where rpad(c.county_code, 12, '0') >= $1 and rpad(c.county_code, 12, '0') < $2
  and c.all_contracts >= ($5->>'single_contracts')::numeric and c.fen * 10000 > c.all_fen * ($5->>'single_share')::numeric
union all
select p.county_code, p.village_code, null, null, p.project_id, 'related:' || $3 || ':' || p.project_id || ':' || p.supplier,
  jsonb_build_object('supplier', p.supplier, 'splitTender', false, 'singleSupplier', false, 'cadre', t.through, 'amount', p.fen, 'count', null, 'lastDay', p.paid_on, 'share', null)
from paid p
join tie t on t.county_code = p.county_code and t.supplier = p.supplier
