-- Expenses, not taken back, whose purpose is on the negative list of the fund.
with forbidden as (
  select distinct trim(u.word) as word from unnest(regexp_split_to_array($5->>'negative_list', '[、,，;；\n]')) u(word) where trim(u.word) <> ''
)
select e.county_code, e.village_code, null::uuid as household_id, null::uuid as member_id, e.project_id as subject_id, 'expense:' || e.id as key,
  jsonb_build_object('code', j.code, 'name', j.name, 'purpose', e.category, 'payee', e.payee, 'amount', e.amount_fen, 'paidOn', e.paid_on, 'fund', f.name) as vals
from project_expense e
join forbidden n on n.word = trim(e.category)
join project j on j.county_code = e.county_code and j.id = e.project_id
left join fund f on f.county_code = e.county_code and f.id = e.fund_id
where e.village_code >= $1 and e.village_code < $2 and e.reverses_id is null and e.reversed_by_id is null and extract(year from e.paid_on) <= $3
