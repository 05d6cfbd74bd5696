import { inRange, pageOrder } from '../shared/list.queries.js';

const sums = (alias: string): string => `
  coalesce((select sum(b.amount_fen) from project_budget b where b.county_code = ${alias}.county_code and b.project_id = ${alias}.id), 0)::bigint as budget_fen,
  coalesce((select sum(e.amount_fen) from project_expense e where e.county_code = ${alias}.county_code and e.project_id = ${alias}.id), 0)::bigint as expense_fen,
  coalesce((select sum(p.amount_fen) from payment p where p.county_code = ${alias}.county_code and p.project_id = ${alias}.id), 0)::bigint as paid_fen`;

/** $7 year or null, $8 status or null. */
export const listProjects = `
with page as (
  select j.* from project j where ${inRange('j')} and ($7::int is null or j.year = $7) and ($8::text is null or j.status = $8)
  ${pageOrder('j')}
)
select j.*, ${sums('j')} from page j order by j.village_code, j.id`;

/** $1 county, $2 id. */
export const findProject = `select j.*, ${sums('j')} from project j where j.county_code = $1 and j.id = $2`;

/** The fund's name is null for whoever may not see the county's rows. */
export const budgetOf = `
select b.id, b.fund_id, b.amount_fen, f.name as fund_name
from project_budget b left join fund f on f.county_code = b.county_code and f.id = b.fund_id where b.county_code = $1 and b.project_id = $2 order by b.id`;
export const beneficiariesOf = `
select b.id, b.county_code, b.village_code, b.household_id, b.benefit, h.head_name
from project_beneficiary b left join household h on h.county_code = b.county_code and h.id = b.household_id
where b.county_code = $1 and b.project_id = $2 order by b.village_code, b.household_id nulls first limit 2000`;
export const noticesOf = 'select n.* from project_notice n where n.county_code = $1 and n.project_id = $2 order by n.id';
export const progressOf = 'select g.* from project_progress g where g.county_code = $1 and g.project_id = $2 order by g.id';
export const expensesOf = 'select e.* from project_expense e where e.county_code = $1 and e.project_id = $2 order by e.id';
/** Budgets of a fund in projects that were neither refused nor cancelled, other than this project. $1 county, $2 fund, $3 project. */
export const budgetedElsewhere = `
select coalesce(sum(b.amount_fen), 0)::bigint as fen from project_budget b join project j on j.county_code = b.county_code and j.id = b.project_id
where b.county_code = $1 and b.fund_id = $2 and b.project_id <> $3 and j.status not in ('REFUSED', 'CANCELLED')`;
export const dropBudget = 'delete from project_budget b where b.county_code = $1 and b.project_id = $2';
export const dropBeneficiaries = 'delete from project_beneficiary b where b.county_code = $1 and b.project_id = $2';
export const countBeneficiaries = 'select count(*)::int as n from project_beneficiary b where b.county_code = $1 and b.project_id = $2';
/** Households of the county that are in the territory. $1 county, $2 ids. */
export const villagesOfHouseholds = 'select h.id, h.village_code, h.status from household h where h.county_code = $1 and h.id = any($2::uuid[])';

export interface ProjectRow {
  county_code: string;
  id: string;
  village_code: string;
  division_code: string;
  code: string;
  name: string;
  category: string;
  year: number;
  content: string;
  nature: string;
  estimate_fen: number;
  status: string;
  demonstrated_on: string | null;
  demonstration_opinion: string | null;
  demonstration_experts: string[] | null;
  entered_on: string | null;
  contract_no: string | null;
  contractor: string | null;
  contract_fen: number | null;
  contract_signed_on: string | null;
  contract_from: string | null;
  contract_to: string | null;
  progress_percent: number;
  completed_on: string | null;
  accepted_on: string | null;
  acceptance_opinion: string | null;
  acceptance_members: string[] | null;
  created_by: string;
  version: number;
}
export interface ProjectSums {
  budget_fen: number;
  expense_fen: number;
  paid_fen: number;
}
export interface BudgetRow {
  id: string;
  fund_id: string;
  amount_fen: number;
  fund_name: string | null;
}
export interface BeneficiaryRow {
  id: string;
  county_code: string;
  village_code: string;
  household_id: string | null;
  benefit: string | null;
  head_name: string | null;
}
export interface ProjectNoticeRow {
  county_code: string;
  id: string;
  phase: 'ENTRY' | 'COMPLETION';
  place: string;
  content: string;
  opened_on: string;
  min_days: number;
  day_unit: 'calendar' | 'working';
  start_day_counts: boolean;
  closed_on: string | null;
}
export interface ProgressRow {
  id: string;
  reported_on: string;
  percent: number;
  note: string;
  evidence: string[];
}
export interface ExpenseRow {
  county_code: string;
  id: string;
  village_code: string;
  project_id: string;
  fund_id: string;
  amount_fen: number;
  paid_on: string;
  payee: string;
  category: string;
  invoice_no: string | null;
  reverses_id: string | null;
  reversed_by_id: string | null;
  reason: string | null;
}
