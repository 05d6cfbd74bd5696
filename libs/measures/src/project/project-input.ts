import type { ProjectDecision } from '#domain';

export interface BudgetInput {
  /** "county-uuid" of a fund. */
  readonly fundId: string;
  readonly amountFen: number;
}
export interface BeneficiaryInput {
  /** "county-uuid" of a household, or nothing for a village as a whole. */
  readonly householdId?: string;
  readonly villageCode?: string;
  readonly benefit?: string;
}
export interface ProjectContent {
  readonly name: string;
  readonly category: string;
  readonly content: string;
  readonly nature: string;
  readonly estimateFen: number;
}
export interface ProjectInput extends ProjectContent {
  readonly id?: string;
  readonly division: string;
  readonly code: string;
  readonly year: number;
  readonly budget?: readonly BudgetInput[];
  readonly beneficiaries?: readonly BeneficiaryInput[];
}
export type ProjectChange = Partial<ProjectContent> & Pick<ProjectInput, 'budget' | 'beneficiaries'>;

export type PlainProjectAction =
  | 'demonstrate' | 'open_entry_notice' | 'close_entry_notice' | 'contract' | 'start' | 'complete' | 'open_completion_notice' | 'close_completion_notice' | 'cancel';

/** What an action needs besides the version; which of it is required depends on the action. */
export interface ProjectActionInput {
  readonly action: PlainProjectAction;
  readonly version: number;
  readonly on?: string;
  readonly opinion?: string;
  readonly persons?: readonly string[];
  readonly place?: string;
  readonly contractNo?: string;
  readonly contractor?: string;
  readonly contractFen?: number;
  readonly contractFrom?: string;
  readonly contractTo?: string;
  readonly reason?: string;
}
export interface ProjectDecisionInput {
  readonly decision: ProjectDecision;
  readonly version: number;
  readonly on?: string;
  readonly opinion: string;
  readonly persons?: readonly string[];
}
export interface ExpenseInput {
  readonly id?: string;
  readonly fundId: string;
  readonly amountFen: number;
  readonly paidOn: string;
  readonly payee: string;
  readonly category: string;
  readonly invoiceNo?: string;
}
export interface ProgressInput {
  readonly id?: string;
  readonly reportedOn: string;
  readonly percent: number;
  readonly note: string;
  readonly evidence?: readonly string[];
}
