import { ApiProperty } from '@nestjs/swagger';
import { actionsFrom, formatCaseId, projectMachine, projectStatuses, unpadVillageCode, type ProjectStatus } from '#domain';
import { dayOrNull, HelpEventResponse, intOrNull, textOrNull } from '../shared/help.dto.js';
import type { NoticeState } from './project-notices.js';
import type { ProjectDetail, ProjectWithSums } from './project-reader.js';
import type { BeneficiaryRow, BudgetRow, ExpenseRow, ProgressRow } from './project.queries.js';

export class ProjectResponse {
  @ApiProperty({ type: 'string' }) id!: string;
  @ApiProperty({ type: 'string' }) division!: string;
  @ApiProperty({ type: 'string' }) code!: string;
  @ApiProperty({ type: 'string' }) name!: string;
  @ApiProperty({ type: 'string' }) category!: string;
  @ApiProperty({ type: 'string' }) nature!: string;
  @ApiProperty({ type: 'integer' }) year!: number;
  @ApiProperty({ enum: projectStatuses }) status!: string;
  @ApiProperty({ type: 'integer' }) estimateFen!: number;
  @ApiProperty({ type: 'integer' }) budgetFen!: number;
  @ApiProperty(intOrNull) contractFen!: number | null;
  @ApiProperty({ type: 'integer', description: 'Expenses and payments to households' }) spentFen!: number;
  @ApiProperty({ type: 'integer' }) progressPercent!: number;
  @ApiProperty({ type: 'integer' }) version!: number;

  static from(row: ProjectWithSums): ProjectResponse {
    return {
      id: formatCaseId(row.county_code, row.id), division: row.division_code, code: row.code, name: row.name, category: row.category, nature: row.nature, year: row.year, status: row.status,
      estimateFen: row.estimate_fen, budgetFen: row.budget_fen, contractFen: row.contract_fen, spentFen: row.expense_fen + row.paid_fen, progressPercent: row.progress_percent, version: row.version,
    };
  }
}

export class ProjectPageResponse {
  @ApiProperty({ type: [ProjectResponse] }) items!: ProjectResponse[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
}

export class BudgetLineResponse {
  @ApiProperty({ type: 'string' }) fundId!: string;
  @ApiProperty({ ...textOrNull, description: 'Null when the rows of the county are outside your territory' }) fundName!: string | null;
  @ApiProperty({ type: 'integer' }) amountFen!: number;

  static from(county: string, row: BudgetRow): BudgetLineResponse {
    return { fundId: formatCaseId(county, row.fund_id), fundName: row.fund_name, amountFen: row.amount_fen };
  }
}

export class BeneficiaryResponse {
  @ApiProperty(textOrNull) householdId!: string | null;
  @ApiProperty(textOrNull) headName!: string | null;
  @ApiProperty({ type: 'string' }) village!: string;
  @ApiProperty(textOrNull) benefit!: string | null;

  static from(row: BeneficiaryRow): BeneficiaryResponse {
    return { householdId: row.household_id === null ? null : formatCaseId(row.county_code, row.household_id), headName: row.head_name, village: unpadVillageCode(row.village_code), benefit: row.benefit };
  }
}

export class ProjectNoticeResponse {
  @ApiProperty({ enum: ['ENTRY', 'COMPLETION'] }) phase!: string;
  @ApiProperty({ type: 'string' }) place!: string;
  @ApiProperty({ type: 'string', format: 'date' }) openedOn!: string;
  @ApiProperty({ type: 'integer' }) minDays!: number;
  @ApiProperty({ type: 'integer' }) daysElapsed!: number;
  @ApiProperty(dayOrNull) nextStepFrom!: string | null;
  @ApiProperty(dayOrNull) closedOn!: string | null;

  static from(row: NoticeState): ProjectNoticeResponse {
    return { phase: row.phase, place: row.place, openedOn: row.opened_on, minDays: row.min_days, daysElapsed: row.days_elapsed, nextStepFrom: row.next_step_from, closedOn: row.closed_on };
  }
}

export class ProgressResponse {
  @ApiProperty({ type: 'string', format: 'date' }) reportedOn!: string;
  @ApiProperty({ type: 'integer' }) percent!: number;
  @ApiProperty({ type: 'string' }) note!: string;
  @ApiProperty({ type: [String] }) evidence!: string[];

  static from(row: ProgressRow): ProgressResponse {
    return { reportedOn: row.reported_on, percent: row.percent, note: row.note, evidence: row.evidence };
  }
}

export class ExpenseResponse {
  @ApiProperty({ type: 'string' }) id!: string;
  @ApiProperty({ type: 'string' }) fundId!: string;
  @ApiProperty({ type: 'integer', description: 'Negative: a reversal' }) amountFen!: number;
  @ApiProperty({ type: 'string', format: 'date' }) paidOn!: string;
  @ApiProperty({ type: 'string' }) payee!: string;
  @ApiProperty({ type: 'string' }) category!: string;
  @ApiProperty(textOrNull) invoiceNo!: string | null;
  @ApiProperty(textOrNull) reversesId!: string | null;
  @ApiProperty({ type: 'boolean' }) reversed!: boolean;
  @ApiProperty(textOrNull) reason!: string | null;

  static from(row: ExpenseRow): ExpenseResponse {
    const id = (uuid: string) => formatCaseId(row.county_code, uuid);
    return {
      id: id(row.id), fundId: id(row.fund_id), amountFen: row.amount_fen, paidOn: row.paid_on, payee: row.payee, category: row.category, invoiceNo: row.invoice_no,
      reversesId: row.reverses_id === null ? null : id(row.reverses_id), reversed: row.reversed_by_id !== null, reason: row.reason,
    };
  }
}

export class ProjectDetailResponse extends ProjectResponse {
  @ApiProperty({ type: 'string' }) content!: string;
  @ApiProperty(dayOrNull) demonstratedOn!: string | null;
  @ApiProperty(textOrNull) demonstrationOpinion!: string | null;
  @ApiProperty({ type: [String] }) demonstrationExperts!: string[];
  @ApiProperty(dayOrNull) enteredOn!: string | null;
  @ApiProperty(textOrNull) contractNo!: string | null;
  @ApiProperty(textOrNull) contractor!: string | null;
  @ApiProperty(dayOrNull) contractSignedOn!: string | null;
  @ApiProperty(dayOrNull) contractFrom!: string | null;
  @ApiProperty(dayOrNull) contractTo!: string | null;
  @ApiProperty(dayOrNull) completedOn!: string | null;
  @ApiProperty(dayOrNull) acceptedOn!: string | null;
  @ApiProperty(textOrNull) acceptanceOpinion!: string | null;
  @ApiProperty({ type: [String] }) acceptanceMembers!: string[];
  @ApiProperty({ type: [BudgetLineResponse] }) budget!: BudgetLineResponse[];
  @ApiProperty({ type: [BeneficiaryResponse] }) beneficiaries!: BeneficiaryResponse[];
  @ApiProperty({ type: [ProjectNoticeResponse] }) notices!: ProjectNoticeResponse[];
  @ApiProperty({ type: [ProgressResponse] }) progress!: ProgressResponse[];
  @ApiProperty({ type: [ExpenseResponse] }) expenses!: ExpenseResponse[];
  @ApiProperty({ type: [HelpEventResponse] }) events!: HelpEventResponse[];
  @ApiProperty({ type: [String], description: 'Steps that the state allows' }) allowedActions!: string[];

  static of({ project: row, ...parts }: ProjectDetail): ProjectDetailResponse {
    return {
      ...ProjectResponse.from(row), content: row.content, demonstratedOn: row.demonstrated_on, demonstrationOpinion: row.demonstration_opinion, demonstrationExperts: row.demonstration_experts ?? [],
      enteredOn: row.entered_on, contractNo: row.contract_no, contractor: row.contractor, contractSignedOn: row.contract_signed_on, contractFrom: row.contract_from, contractTo: row.contract_to,
      completedOn: row.completed_on, acceptedOn: row.accepted_on, acceptanceOpinion: row.acceptance_opinion, acceptanceMembers: row.acceptance_members ?? [],
      budget: parts.budget.map((line) => BudgetLineResponse.from(row.county_code, line)), beneficiaries: parts.beneficiaries.map((line) => BeneficiaryResponse.from(line)),
      notices: parts.notices.map((notice) => ProjectNoticeResponse.from(notice)), progress: parts.progress.map((entry) => ProgressResponse.from(entry)),
      expenses: parts.expenses.map((expense) => ExpenseResponse.from(expense)), events: parts.events.map((event) => HelpEventResponse.from(event)),
      allowedActions: actionsFrom(projectMachine, row.status as ProjectStatus),
    };
  }
}
