-- Payments, not reversed, made to a household after the day on which it was cleared out.
select p.county_code, p.village_code, p.household_id, p.member_id, p.id as subject_id, null::text as key,
  jsonb_build_object('clearedOn', h.ended_on, 'paidOn', p.paid_on, 'measure', p.measure_code, 'term', p.term, 'amountFen', p.amount_fen) as vals
from household h
join payment p on p.county_code = h.county_code and p.household_id = h.id and p.paid_on > h.ended_on
where h.village_code >= $1 and h.village_code < $2 and h.status = 'CLEARED_OUT'
  and p.village_code >= $1 and p.village_code < $2 and p.reverses_id is null and p.reversed_by_id is null
