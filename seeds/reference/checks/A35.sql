-- Yearly records whose net income or income per head differs from the formula by more than the tolerance; what was reported is held to it, too.
with formula as (
  select y.*, coalesce(y.wage_income_fen, 0) + coalesce(y.business_income_fen, 0) + coalesce(y.property_income_fen, 0) + coalesce(y.transfer_income_fen, 0) - coalesce(y.business_cost_fen, 0) as net
  from household_year y
join household h on h.county_code = y.county_code and h.id = y.household_id and h.village_code >= $1 and h.village_code < $2 and h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
where y.village_code >= $1 and y.village_code < $2 and y.year = $3 and y.superseded_at is null
    and num_nonnulls(y.wage_income_fen, y.business_income_fen, y.property_income_fen, y.transfer_income_fen) > 0
)
select y.county_code, y.village_code, y.household_id, null::uuid as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('netFen', y.net_income_fen, 'expectedNetFen', y.net, 'perCapitaFen', y.per_capita_income_fen, 'expectedPerCapitaFen', e.per_capita, 'reportedNetFen', y.reported_net_income_fen,
    'reportedPerCapitaFen', y.reported_per_capita_income_fen) as vals
from formula y
cross join lateral (select case when y.member_count > 0 then floor(y.net::numeric / y.member_count)::bigint end as per_capita, ($5->>'tolerance_fen')::bigint as tolerance) e
where abs(y.net_income_fen - y.net) > e.tolerance or abs(y.per_capita_income_fen - e.per_capita) > e.tolerance
  or abs(y.reported_net_income_fen - y.net) > e.tolerance or abs(y.reported_per_capita_income_fen - e.per_capita) > e.tolerance
