import { headOf, inRange, pageOrder } from '../shared/list.queries.js';

const memberOf = `left join lateral (select m.name as member_name from member m where m.county_code = p.county_code and m.id = p.member_id offset 0) m on true`;
const whole = (order: string): string => `select p.*, h.head_name, m.member_name from page p ${headOf('p')} ${memberOf} ${order}`;

/** $7 settlement or null, $8 measure or null, $9 term or null, $10 fund or null, $11 project or null. */
export const listPayments = `
with page as (
  select p.* from payment p where ${inRange('p')}
    and ($7::text is null or p.settlement = $7) and ($8::text is null or p.measure_code = $8) and ($9::text is null or p.term = $9)
    and ($10::uuid is null or p.fund_id = $10) and ($11::uuid is null or p.project_id = $11)
  ${pageOrder('p')}
)
${whole('order by p.village_code, p.id')}`;

/** $1 county, $2 household. */
export const paymentsOfHousehold = `
with page as (select p.* from payment p where p.county_code = $1 and p.household_id = $2 order by p.id desc limit 500) ${whole('order by p.id desc')}`;

/** $1 county, $2 id. */
export const findPayment = `with page as (select p.* from payment p where p.county_code = $1 and p.id = $2) ${whole('')}`;

/** $1 county, $2 ids. */
export const paymentsByIds = 'select p.* from payment p where p.county_code = $1 and p.id = any($2::uuid[])';

/** What has been paid under assignments, reversals taken off. $1 county, $2 assignments. */
export const paidUnder = `
select p.assignment_id as id, sum(p.amount_fen)::bigint as fen from payment p where p.county_code = $1 and p.assignment_id = any($2::uuid[]) group by p.assignment_id`;

/**
 * Terms paid for a measure, by person. A person who came from another household is the same person. The households are locked
 * by the caller. $1 county, $2 measures, $3 households, $4 members.
 */
export const paidTerms = `
with person as (
  select m.id as now_id, m.id from member m where m.county_code = $1 and m.id = any($4::uuid[])
  union select m.id, m.origin_id from member m where m.county_code = $1 and m.id = any($4::uuid[]) and m.origin_id is not null
)
select p.measure_code, p.term, coalesce(w.now_id, p.household_id) as person_id
from payment p left join person w on w.id = p.member_id
where p.county_code = $1 and p.measure_code = any($2::text[]) and p.reverses_id is null and p.reversed_by_id is null
  and ((p.member_id is null and p.household_id = any($3::uuid[])) or p.member_id in (select id from person))`;

/** $1 county, $2 project. */
export const projectSpent = `
select (coalesce((select sum(e.amount_fen) from project_expense e where e.county_code = $1 and e.project_id = $2), 0)
  + coalesce((select sum(p.amount_fen) from payment p where p.county_code = $1 and p.project_id = $2), 0))::bigint as fen`;
/** Funds in the budgets of projects. $1 county, $2 projects. */
export const budgetFunds = 'select b.project_id, b.fund_id from project_budget b where b.county_code = $1 and b.project_id = any($2::uuid[])';

export interface PaymentRow {
  county_code: string;
  id: string;
  village_code: string;
  household_id: string;
  member_id: string | null;
  measure_code: string;
  assignment_id: string;
  project_id: string | null;
  fund_id: string | null;
  term: string;
  amount_fen: number;
  paid_on: string;
  channel: 'BANK' | 'DIRECT';
  settlement: 'PAYABLE' | 'SENT' | 'PAID' | null;
  settled_on: string | null;
  failure_reason: string | null;
  reason: string | null;
  reverses_id: string | null;
  reversed_by_id: string | null;
  entitlement: Record<string, unknown> | null;
  booked_by: string;
  booked_by_name: string;
}
export interface ShownPayment extends PaymentRow {
  head_name: string | null;
  member_name: string | null;
}
