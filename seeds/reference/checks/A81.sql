-- Accepted projects of which no asset was entered; assets without owner, operating assets without operator or without yield in the
-- last complete year; yields of that year of which a listed household that may be paid got nothing.
with period as (
  -- A year is complete on its last day.
  select least($3, extract(year from $4::date + 1)::integer - 1) as year
), finished as (
  select j.* from project j where j.village_code >= $1 and j.village_code < $2 and j.year <= $3 and j.status = 'ACCEPTED'
), no_asset as (
  select j.* from finished j left join asset a on a.county_code = j.county_code and a.project_id = j.id where a.id is null
), kept as (
  select a.*, t.year, y.id as yield_id, y.amount_fen as yield_fen
  from asset a
  cross join period t
  left join asset_yield y on y.county_code = a.county_code and y.asset_id = a.id and y.year = t.year
  where a.village_code >= $1 and a.village_code < $2 and a.status <> 'DISPOSED'
), incomplete as (
  select k.*, trim(k.owner_name) = '' as no_owner, k.ledger = 'OPERATING' and coalesce(trim(k.operator_name), '') = '' as no_operator,
    k.ledger = 'OPERATING' and k.acquired_on < make_date(k.year, 1, 1) and coalesce(k.yield_fen, 0) = 0 as no_yield
  from kept k
), unpaid as (
  select k.county_code, k.yield_id, count(*) filter (where d.id is null) as households, count(*) as listed, min(k.yield_fen) as yield_fen, sum(coalesce(d.amount_fen, 0)) as paid_fen
  from kept k
  join (select distinct b.county_code, b.project_id, b.household_id from project_beneficiary b where b.household_id is not null) b on b.county_code = k.county_code and b.project_id = k.project_id
  join household h on h.county_code = b.county_code and h.id = b.household_id and h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED')
  left join asset_distribution d on d.county_code = k.county_code and d.yield_id = k.yield_id and d.household_id = b.household_id
  where k.yield_fen > 0
  group by k.county_code, k.yield_id
  having count(*) filter (where d.id is null) > 0
)
select n.county_code, n.village_code, null::uuid as household_id, null::uuid as member_id, n.id as subject_id, 'project:' || n.id as key,
  jsonb_build_object('code', n.code, 'name', n.name, 'noAsset', true, 'noOwner', false, 'noOperator', false, 'noYield', false, 'year', null, 'yield', null,
    'unpaidHouseholds', null, 'listedHouseholds', null, 'paid', null, 'acceptedOn', n.accepted_on) as vals
from no_asset n
union all
select i.county_code, i.village_code, i.household_id, null, i.id, 'asset:' || i.id,
  jsonb_build_object('code', i.code, 'name', i.name, 'noAsset', false, 'noOwner', i.no_owner, 'noOperator', i.no_operator, 'noYield', i.no_yield, 'year', i.year, 'yield', i.yield_fen,
    'unpaidHouseholds', null, 'listedHouseholds', null, 'paid', null, 'acceptedOn', null)
from incomplete i
where i.no_owner or i.no_operator or i.no_yield
union all
select k.county_code, k.village_code, null, null, k.id, 'yield:' || k.id || ':' || k.year,
  jsonb_build_object('code', k.code, 'name', k.name, 'noAsset', false, 'noOwner', false, 'noOperator', false, 'noYield', false, 'year', k.year, 'yield', u.yield_fen,
    'unpaidHouseholds', u.households, 'listedHouseholds', u.listed, 'paid', u.paid_fen, 'acceptedOn', null)
from kept k
join unpaid u on u.county_code = k.county_code and u.yield_id = k.yield_id
