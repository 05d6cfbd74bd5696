import { Injectable } from '@nestjs/common';
import { problem, projectStatusNames, spendingProjectStatuses, uuidV7, type CaseId, type ProjectStatus } from '#domain';
import { currentContext, Db, registerConstraints } from '#platform';
import { FundService } from '../fund/fund.service.js';
import { caseIdOf, checkVersion, pastDay } from '../shared/expected.js';
import { HelpEvents } from '../shared/help-events.js';
import { HelpRows, touched } from '../shared/help-rows.js';
import { sameContent } from '../shared/same-content.js';
import type { ExpenseInput, ProgressInput } from './project-input.js';
import * as sql from './project.queries.js';
import type { BudgetRow, ExpenseRow, ProgressRow, ProjectRow, ProjectSums } from './project.queries.js';

registerConstraints({ project_expense_invoice: 'project.invoice-used', project_expense_reversed_once: 'project.expense-reversed' });

/** What a project costs beside payments to households, and how far it has come. */
@Injectable()
export class ProjectMoney {
  constructor(
    private readonly db: Db,
    private readonly rows: HelpRows,
    private readonly events: HelpEvents,
    private readonly funds: FundService,
  ) {}

  /**
   * Books what a contractor or supplier is paid. @throws `help.wrong-action` before there is a contract,
   * `payment.above-contract`, `payment.fund-not-in-budget`, `payment.above-allocation`, `project.invoice-used`
   */
  async spend(projectId: CaseId, input: ExpenseInput): Promise<void> {
    const fundId = caseIdOf(input.fundId);
    const project = await this.rows.lock<ProjectRow>('project', projectId);
    const row = {
      county_code: project.county_code, village_code: project.village_code, id: input.id ?? uuidV7(), project_id: project.id, fund_id: fundId.id, amount_fen: input.amountFen,
      paid_on: pastDay(input.paidOn, 'paidOn'), payee: input.payee, category: input.category, invoice_no: input.invoiceNo ?? null, reverses_id: null,
    };
    const known = input.id === undefined ? null : await this.rows.maybe<ExpenseRow>('project_expense', { countyCode: row.county_code, id: row.id });
    if (known) {
      if (!sameContent(known, row)) throw problem('idempotency-mismatch');
      return;
    }
    await this.requireRoom(project, { fundId, amountFen: input.amountFen, paidOn: row.paid_on });
    await this.rows.insert('project_expense', [row]);
    await this.events.append('project', [{ subject: project, action: 'spend', from: project.status, to: project.status, payload: { expense: row.id, amountFen: row.amount_fen } }]);
  }

  /** Takes an expense back by an entry of its own. @throws `project.expense-reversed` */
  async reverse(projectId: CaseId, expenseId: CaseId, reason: string): Promise<void> {
    const project = await this.rows.lock<ProjectRow>('project', projectId);
    const expense = await this.rows.lock<ExpenseRow>('project_expense', expenseId);
    if (expense.project_id !== project.id) throw problem('not-found');
    if (expense.reverses_id !== null || expense.reversed_by_id !== null) throw problem('project.expense-reversed');
    const { county_code, village_code, project_id, fund_id, payee, category, invoice_no } = expense;
    const id = uuidV7();
    const key = { county_code, village_code, project_id, fund_id, payee, category, invoice_no };
    await this.rows.insert('project_expense', [{ ...key, id, amount_fen: -expense.amount_fen, paid_on: currentContext().today, reverses_id: expense.id, reason }]);
    await this.rows.update('project_expense', [{ county_code, id: expense.id, reversed_by_id: id }]);
    await this.events.append('project', [{ subject: project, action: 'reverse', from: project.status, to: project.status, reason, payload: { expense: expense.id } }]);
  }

  /** Reports progress in percent; it never falls. @throws `project.progress-falls`, `help.wrong-action` unless it is under way */
  async progress(projectId: CaseId, version: number, input: ProgressInput): Promise<void> {
    const project = await this.rows.lock<ProjectRow>('project', projectId);
    const row = {
      county_code: project.county_code, village_code: project.village_code, id: input.id ?? uuidV7(), project_id: project.id, reported_on: pastDay(input.reportedOn, 'reportedOn'),
      percent: input.percent, note: input.note, evidence: input.evidence ?? [],
    };
    const known = input.id === undefined ? null : await this.rows.maybe<ProgressRow>('project_progress', { countyCode: row.county_code, id: row.id });
    if (known) {
      if (!sameContent(known, row)) throw problem('idempotency-mismatch');
      return;
    }
    checkVersion(project, version);
    if (project.status !== 'RUNNING') throw problem('help.wrong-action', { status: projectStatusNames[project.status as ProjectStatus].zh, action: '报告进度' });
    if (input.percent < project.progress_percent) throw problem('project.progress-falls', { percent: project.progress_percent });
    await this.rows.insert('project_progress', [row]);
    await this.rows.update('project', [{ county_code: project.county_code, id: project.id, progress_percent: input.percent, ...touched(project) }]);
    await this.events.append('project', [{ subject: project, action: 'progress', from: project.status, to: project.status, payload: { percent: input.percent } }]);
  }

  private async requireRoom(project: ProjectRow, { fundId, amountFen, paidOn }: { fundId: CaseId; amountFen: number; paidOn: string }): Promise<void> {
    const status = project.status as ProjectStatus;
    if (!spendingProjectStatuses.includes(status)) throw problem('help.wrong-action', { status: projectStatusNames[status].zh, action: '列支' });
    if (fundId.countyCode !== project.county_code) throw problem('not-found');
    const sums = await this.db.one<ProjectSums>(sql.findProject, [project.county_code, project.id]);
    if (project.contract_fen !== null && sums.expense_fen + sums.paid_fen + amountFen > project.contract_fen) throw problem('payment.above-contract');
    const budget = await this.db.query<BudgetRow>(sql.budgetOf, [project.county_code, project.id]);
    if (!budget.some((line) => line.fund_id === fundId.id)) throw problem('payment.fund-not-in-budget');
    const fund = await this.funds.lock(fundId);
    const spentFen = fund.paid_fen + fund.expense_fen;
    if (spentFen + amountFen > fund.allocated_fen) throw problem('payment.above-allocation', { allocatedFen: fund.allocated_fen, spentFen });
    if (paidOn < fund.received_on) throw problem('payment.before-fund');
  }
}
