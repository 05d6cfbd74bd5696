import { inRange, pageOrder } from '../shared/list.queries.js';

/** Money spent: payments and project expenses; a reversal is a negative entry, so a plain sum is right. */
const spentOf = (alias: string): string => `
  coalesce((select sum(p.amount_fen) from payment p where p.county_code = ${alias}.county_code and p.fund_id = ${alias}.id), 0)::bigint as paid_fen,
  coalesce((select sum(e.amount_fen) from project_expense e where e.county_code = ${alias}.county_code and e.fund_id = ${alias}.id), 0)::bigint as expense_fen,
  coalesce((select sum(b.amount_fen) from project_budget b join project j on j.county_code = b.county_code and j.id = b.project_id
    where b.county_code = ${alias}.county_code and b.fund_id = ${alias}.id and j.status not in ('REFUSED', 'CANCELLED')), 0)::bigint as budgeted_fen`;

/** $7 year or null, $8 level or null. */
export const listFunds = `
with page as (
  select f.* from fund f where ${inRange('f')} and ($7::int is null or f.year = $7) and ($8::text is null or f.level = $8)
  ${pageOrder('f')}
)
select f.*, ${spentOf('f')} from page f order by f.village_code, f.id`;

/** $1 county, $2 id. */
export const findFund = `select f.*, ${spentOf('f')} from fund f where f.county_code = $1 and f.id = $2`;

/** What was spent of the fund; the fund's row is locked by the caller. $1 county, $2 id. */
export const fundSums = `select ${spentOf('f')} from fund f where f.county_code = $1 and f.id = $2`;

/** Sum over the whole list, for its heading. $1 from, $2 to, $3 county or null, $4 year or null, $5 level or null. */
export const fundTotals = `
select count(*)::int as funds, coalesce(sum(f.allocated_fen), 0)::bigint as allocated_fen,
  coalesce(sum((select coalesce(sum(p.amount_fen), 0) from payment p where p.county_code = f.county_code and p.fund_id = f.id)
    + (select coalesce(sum(e.amount_fen), 0) from project_expense e where e.county_code = f.county_code and e.fund_id = f.id)), 0)::bigint as spent_fen
from fund f where f.village_code >= $1 and f.village_code < $2 and ($3::text is null or f.county_code = $3) and ($4::int is null or f.year = $4) and ($5::text is null or f.level = $5)`;

/** The rows behind the spending of a fund, newest first. $1 county, $2 fund, $3 id of the last one or null, $4 limit. */
export const fundSpending = `
select s.* from (
  select 'payment' as kind, p.county_code, p.id, p.village_code, p.amount_fen, p.paid_on, p.measure_code as about, p.household_id, p.project_id, p.reverses_id
  from payment p where p.county_code = $1 and p.fund_id = $2
  union all
  select 'expense', e.county_code, e.id, e.village_code, e.amount_fen, e.paid_on, e.category || '：' || e.payee, null, e.project_id, e.reverses_id
  from project_expense e where e.county_code = $1 and e.fund_id = $2
) s where $3::uuid is null or s.id < $3 order by s.id desc limit $4`;

export interface FundRow {
  county_code: string;
  id: string;
  village_code: string;
  code: string;
  name: string;
  level: string;
  kind: string;
  year: number;
  document_no: string;
  allocated_fen: number;
  received_on: string;
  note: string | null;
  version: number;
  created_by: string;
}
export interface FundSums {
  paid_fen: number;
  expense_fen: number;
  budgeted_fen: number;
}
export interface FundTotals {
  funds: number;
  allocated_fen: number;
  spent_fen: number;
}
export interface SpendingRow {
  kind: 'payment' | 'expense';
  county_code: string;
  id: string;
  village_code: string;
  amount_fen: number;
  paid_on: string;
  about: string;
  household_id: string | null;
  project_id: string | null;
  reverses_id: string | null;
}
