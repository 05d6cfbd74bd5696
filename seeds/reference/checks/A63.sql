-- Paid twice: a payment of the year for a term that an earlier payment of the same measure, or of one that the catalogue sets
-- beside it, covers for the same person (the same document number, also in another household); and an expense of the year on
-- an invoice that was booked before. Earlier ones are looked for in the whole county. What was reversed does not count.
with beside as materialized (
  select distinct least(m.code, o.value ->> 'code') as a, greatest(m.code, o.value ->> 'code') as b
  from measure_version m cross join lateral jsonb_array_elements(m.overlapping) o
  where m.valid_to is null or m.valid_to > make_date($3, 1, 1)
), paid as materialized (
  select p.county_code, p.village_code, p.household_id, p.member_id, p.id, p.measure_code, p.term, p.paid_on, p.amount_fen,
    coalesce(m.id_no_bidx, coalesce(m.id, p.household_id)::text) as person
  from payment p
  left join member m on m.county_code = p.county_code and m.id = p.member_id
  where p.village_code >= left($1, 6) and p.village_code < case when length($1) > 6 then left($1, 6) || ':' else $2 end
    and p.reverses_id is null and p.reversed_by_id is null and p.paid_on <= make_date($3, 12, 31)
), late as materialized (
  select p.* from paid p where p.village_code >= $1 and p.village_code < $2 and p.paid_on >= make_date($3, 1, 1)
), twice as (
  select distinct on (n.county_code, n.id) n.*, e.measure_code as earlier_measure, e.paid_on as earlier_on, e.term as earlier_term
  from late n
  join paid e on e.county_code = n.county_code and e.person = n.person and (e.paid_on, e.id) < (n.paid_on, n.id)
    and (e.term = 'once' or n.term = 'once' or starts_with(e.term, n.term) or starts_with(n.term, e.term))
  left join beside b on b.a = least(n.measure_code, e.measure_code) and b.b = greatest(n.measure_code, e.measure_code)
  where e.measure_code = n.measure_code or b.a is not null
  order by n.county_code, n.id, e.measure_code <> n.measure_code, e.paid_on, e.id
), invoiced as materialized (
  select x.county_code, x.village_code, x.id, x.project_id, x.invoice_no, x.payee, x.amount_fen, x.paid_on, x.created_at, upper(regexp_replace(x.invoice_no, '[^0-9A-Za-z]', '', 'g')) as number
  from project_expense x
  where x.village_code >= left($1, 6) and x.village_code < case when length($1) > 6 then left($1, 6) || ':' else $2 end
    and x.invoice_no is not null and x.reverses_id is null and x.reversed_by_id is null and x.paid_on <= make_date($3, 12, 31)
), again as (
  select distinct on (n.county_code, n.id) n.*, e.paid_on as earlier_on
  from invoiced n
  join invoiced e on e.county_code = n.county_code and e.number = n.number and (e.paid_on, e.created_at, e.id) < (n.paid_on, n.created_at, n.id)
  where n.village_code >= $1 and n.village_code < $2 and n.paid_on >= make_date($3, 1, 1) and n.number <> ''
  order by n.county_code, n.id, e.paid_on, e.id
)
select t.county_code, t.village_code, t.household_id, t.member_id, t.id as subject_id, 'payment:' || t.id as key,
  jsonb_build_object('fault', case when t.earlier_measure = t.measure_code then '同一措施同一期间重复支付' else '相近措施重复支付' end, 'measure', t.measure_code, 'term', t.term, 'amountFen', t.amount_fen,
    'paidOn', t.paid_on, 'earlierMeasure', t.earlier_measure, 'earlierTerm', t.earlier_term, 'earlierOn', t.earlier_on, 'invoice', null, 'payee', null) as vals
from twice t
union all
select a.county_code, a.village_code, null, null, null, 'expense:' || a.id,
  jsonb_build_object('fault', '同一发票重复列支', 'measure', null, 'term', null, 'amountFen', a.amount_fen,
    'paidOn', a.paid_on, 'earlierMeasure', null, 'earlierTerm', null, 'earlierOn', a.earlier_on, 'invoice', a.invoice_no, 'payee', a.payee)
from again a
