-- Projects that were paid more than their contract, or had suppliers paid without one; assignments that were paid more than was
-- approved; payments to households before their project was accepted. Reversals are entries of their own and lower the sums.
with candidate as (
  select j.* from project j where j.village_code >= $1 and j.village_code < $2 and j.year <= $3
), project_paid as (
  select s.county_code, s.project_id, sum(s.expense_fen) as expense_fen, sum(s.expense_fen + s.payment_fen) as paid_fen
  from (
    select e.county_code, e.project_id, e.amount_fen as expense_fen, 0::bigint as payment_fen
    from project_expense e join candidate j on j.county_code = e.county_code and j.id = e.project_id
    union all
    select p.county_code, p.project_id, 0, p.amount_fen from payment p join candidate j on j.county_code = p.county_code and j.id = p.project_id
  ) s
  group by s.county_code, s.project_id
), assignment_paid as (
  select p.county_code, p.assignment_id, sum(p.amount_fen) as paid_fen
  from payment p
  where p.village_code >= $1 and p.village_code < $2
  group by p.county_code, p.assignment_id
  having sum(p.amount_fen) > 0
), found as (
  select j.county_code, j.village_code, null::uuid as household_id, null::uuid as member_id, j.id as subject_id, 'contract:' || j.id as key, j.code, j.name,
    'OVER_CONTRACT' as fault, s.paid_fen as paid_fen, coalesce(j.contract_fen, 0) as limit_fen, null::date as paid_on, j.accepted_on
  from candidate j
  join project_paid s on s.county_code = j.county_code and s.project_id = j.id
  where s.paid_fen > j.contract_fen or (j.contract_fen is null and s.expense_fen > 0)
  union all
  select a.county_code, a.village_code, a.household_id, a.member_id, a.id, 'approved:' || a.id, a.measure_code, null,
    'OVER_APPROVED', s.paid_fen, coalesce(a.approved_amount_fen, 0), null, null
  from assignment_paid s
  join assignment a on a.county_code = s.county_code and a.id = s.assignment_id
  where s.paid_fen > coalesce(a.approved_amount_fen, 0)
  union all
  select p.county_code, p.village_code, p.household_id, p.member_id, p.id, 'early:' || p.id, j.code, j.name, 'BEFORE_ACCEPTANCE', p.amount_fen, null, p.paid_on, j.accepted_on
  from payment p
  join project j on j.county_code = p.county_code and j.id = p.project_id
  where p.village_code >= $1 and p.village_code < $2 and p.reverses_id is null and p.reversed_by_id is null and j.year <= $3
    and (j.accepted_on is null or p.paid_on < j.accepted_on)
)
select f.county_code, f.village_code, f.household_id, f.member_id, f.subject_id, f.key,
  jsonb_build_object('code', f.code, 'name', f.name, 'overContract', f.fault = 'OVER_CONTRACT', 'overApproved', f.fault = 'OVER_APPROVED',
    'beforeAcceptance', f.fault = 'BEFORE_ACCEPTANCE', 'paid', f.paid_fen, 'limit', f.limit_fen, 'paidOn', f.paid_on, 'acceptedOn', f.accepted_on) as vals
from found f
