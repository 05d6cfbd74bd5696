-- Micro-loans of the year to households that were not entitled on that day, above the amount or the term, or used by a firm: from
-- the banks' list and from the measures delivered here; and lists with borrowers who are in no registered household.
with most as (
  select ($5 ->> 'max_amount_fen')::bigint as fen, ($5 ->> 'max_months')::integer as months
), listed as materialized (
  select distinct on (r.county_code, r.member_id, x.loaned_on, x.fen) r.county_code, r.village_code, r.household_id, r.member_id, x.*
  from register_hit r
  cross join lateral (select coalesce((r.detail ->> 'loanedOn')::date, r.list_on) as loaned_on, (r.detail ->> 'amountFen')::bigint as fen, (r.detail ->> 'termMonths')::integer as months,
    r.detail ->> 'usedBy' as used_by, r.detail ->> 'loanedOn' is not null as is_dated) x
  where r.register_code = 'loan' and r.village_code >= $1 and r.village_code < $2 and x.loaned_on between make_date($3, 1, 1) and make_date($3, 12, 31)
  order by r.county_code, r.member_id, x.loaned_on, x.fen, r.list_on desc
), given as materialized (
  select a.county_code, a.village_code, a.household_id, a.member_id, a.id, coalesce(a.starts_on, a.delivered_on) as loaned_on, a.approved_amount_fen as fen, a.ends_on
  from assignment a
  where a.village_code >= $1 and a.village_code < $2 and a.measure_code = 'FIN-01' and a.status in ('DELIVERED', 'CLOSED')
    and coalesce(a.starts_on, a.delivered_on) between make_date($3, 1, 1) and make_date($3, 12, 31)
), borrower as (
  select l.county_code, l.household_id, l.loaned_on from listed l where l.is_dated
  union
  select g.county_code, g.household_id, g.loaned_on from given g
), entitled as (
  select b.county_code, b.household_id, b.loaned_on
  from borrower b
  join episode e on e.county_code = b.county_code and e.household_id = b.household_id and e.entered_on <= b.loaned_on
    and (e.not_entitled_on is null or e.not_entitled_on >= b.loaned_on) and (e.closed_on is null or e.closed_on >= b.loaned_on)
  group by 1, 2, 3
), fault as (
  select l.county_code, l.village_code, l.household_id, l.member_id,
    'loan:' || l.member_id || ':' || case when l.is_dated then l.loaned_on::text else '' end || ':' || coalesce(l.fen::text, '') as key,
    case when l.is_dated and e.household_id is null then '借款时不是享受政策的建档立卡户' end as standing, l.fen > q.fen as above, l.months > q.months as long, l.used_by = 'FIRM' as firm,
    case when l.is_dated then l.loaned_on end as loaned_on, l.fen, l.months
  from listed l cross join most q
  left join entitled e on e.county_code = l.county_code and e.household_id = l.household_id and e.loaned_on = l.loaned_on
  union all
  select g.county_code, g.village_code, g.household_id, g.member_id, 'assignment:' || g.id, case when e.household_id is null then '借款时不是享受政策的建档立卡户' end,
    g.fen > q.fen, g.ends_on > (g.loaned_on + make_interval(months => q.months))::date, false, g.loaned_on, g.fen,
    (extract(year from age(g.ends_on, g.loaned_on)) * 12 + extract(month from age(g.ends_on, g.loaned_on)))::integer
  from given g cross join most q
  left join entitled e on e.county_code = g.county_code and e.household_id = g.household_id and e.loaned_on = g.loaned_on
)
select f.county_code, f.village_code, f.household_id, f.member_id, null::uuid as subject_id, f.key,
  jsonb_build_object('fault', concat_ws('、', f.standing, case when f.above then '金额超限' end, case when f.long then '期限超限' end, case when f.firm then '户贷企用' end),
    'loanedOn', f.loaned_on, 'amountFen', f.fen, 'months', f.months, 'lines', null) as vals
from fault f
where f.standing is not null or f.above or f.long or f.firm
union all
select c.county_code, c.village_code, null, null, null, 'list:' || c.id,
  jsonb_build_object('fault', '名单中有不在建档立卡名册内的借款人', 'loanedOn', c.list_on, 'amountFen', null, 'months', null, 'lines', c.not_ours)
from comparison c
where c.village_code >= $1 and c.village_code < $2 and c.register_code = 'loan' and c.state in ('done', 'deleted') and c.not_ours > 0
  and c.list_on between make_date($3, 1, 1) and make_date($3, 12, 31)
  and not exists (select 1 from comparison n where n.county_code = c.county_code and n.village_code = c.village_code and n.division_code = c.division_code and n.register_code = 'loan'
    and n.state in ('done', 'deleted') and (n.list_on, n.id) > (c.list_on, c.id) and n.list_on <= make_date($3, 12, 31))
