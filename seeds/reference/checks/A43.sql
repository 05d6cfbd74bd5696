-- Households with labour whose transfers exceed the share of gross income.
with able as (
  select m.county_code, m.household_id, count(*)::integer as labour
  from member_year m
  join member p on p.county_code = m.county_code and p.id = m.member_id and p.village_code >= $1 and p.village_code < $2 and p.member_status = 'ACTIVE'
  where m.village_code >= $1 and m.village_code < $2 and m.year = $3 and m.superseded_at is null and m.labour_skill in ('1', '2')
  group by m.county_code, m.household_id
)
select y.county_code, y.village_code, y.household_id, null::uuid as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('transferFen', y.transfer_income_fen, 'grossFen', e.gross, 'percent', y.transfer_income_fen * 100 / e.gross, 'labour', a.labour) as vals
from household_year y
join household h on h.county_code = y.county_code and h.id = y.household_id and h.village_code >= $1 and h.village_code < $2 and h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
join able a on a.county_code = y.county_code and a.household_id = y.household_id
cross join lateral (select coalesce(y.wage_income_fen, 0) + coalesce(y.business_income_fen, 0) + coalesce(y.property_income_fen, 0) + coalesce(y.transfer_income_fen, 0) as gross) e
where y.village_code >= $1 and y.village_code < $2 and y.year = $3 and y.superseded_at is null and e.gross > 0
  and y.transfer_income_fen * 10000 > e.gross * ($5->>'transfer_share_bp')::bigint
