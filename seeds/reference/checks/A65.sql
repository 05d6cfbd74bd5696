-- Money of the year that was sent to an account under a name that is nobody's in the household, and accounts of households that
-- the bank's list of account holders gives to somebody of another household.
with sent as materialized (
  select b.county_code, b.village_code, b.household_id, b.payment_id, b.payee_name, b.account_no_masked, p.paid_on, p.amount_fen, p.measure_code,
    regexp_replace(b.payee_name, '[[:space:]·•]', '', 'g') as name
  from payment_batch_row b
  join payment p on p.county_code = b.county_code and p.id = b.payment_id
  where b.village_code >= $1 and b.village_code < $2 and b.state in ('SENT', 'PAID') and p.reversed_by_id is null
    and p.paid_on between make_date($3, 1, 1) and make_date($3, 12, 31)
), known as (
  select s.county_code, s.payment_id
  from sent s
  join member m on m.county_code = s.county_code and m.household_id = s.household_id and regexp_replace(m.name, '[[:space:]·•]', '', 'g') = s.name
    and (m.left_on is null or m.left_on >= s.paid_on)
  group by 1, 2
), stranger as (
  select distinct on (o.county_code, o.id, r.member_id) o.county_code, o.village_code, o.id, r.member_id, r.detail
  from register_hit r
  join household o on o.county_code = r.county_code and o.household_code = r.detail ->> 'householdCode'
  where r.register_code = 'account_holder' and r.village_code >= left($1, 6) and r.village_code < case when length($1) > 6 then left($1, 6) || ':' else $2 end
    and o.village_code >= $1 and o.village_code < $2 and o.id <> r.household_id
  order by o.county_code, o.id, r.member_id, r.list_on desc
)
select s.county_code, s.village_code, s.household_id, null::uuid as member_id, s.payment_id as subject_id, 'payment:' || s.payment_id as key,
  jsonb_build_object('fault', '收款户名不是本户成员', 'payee', s.payee_name, 'account', s.account_no_masked, 'measure', s.measure_code, 'paidOn', s.paid_on, 'amountFen', s.amount_fen) as vals
from sent s
left join known k on k.county_code = s.county_code and k.payment_id = s.payment_id
where k.payment_id is null
union all
select x.county_code, x.village_code, x.id, null, null, 'holder:' || x.id || ':' || x.member_id,
  jsonb_build_object('fault', '账户持有人是其他户的成员', 'payee', m.name, 'account', x.detail ->> 'account', 'measure', null, 'paidOn', null, 'amountFen', null)
from stranger x
join member m on m.county_code = x.county_code and m.id = x.member_id
