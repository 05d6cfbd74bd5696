import type { HouseholdStatus } from '../codes/household-status.js';
import { payableAssignmentStatuses, type AssignmentStatus } from './assignment-machine.js';
import type { ProjectStatus } from './project-machine.js';
import { termsOverlap } from './term.js';

/** Everything that decides whether a payment may be booked; amounts in fen, sums without what was reversed. */
export interface PaymentQuestion {
  readonly household: { readonly status: HouseholdStatus };
  readonly assignment: {
    readonly status: AssignmentStatus;
    readonly approvedFen: number | null;
    readonly paidFen: number;
    readonly startsOn: string | null;
    readonly endsOn: string | null;
  };
  readonly term: string;
  readonly amountFen: number;
  readonly paidOn: string;
  readonly today: string;
  /** Terms for which the same measure has been paid to the same person. */
  readonly paidTerms: readonly string[];
  readonly entitlement: { readonly verdict: 'met' | 'not_met' | 'unproven'; readonly ruleSet: boolean };
  readonly reason: string | null;
  readonly project: { readonly status: ProjectStatus; readonly contractFen: number | null; readonly spentFen: number } | null;
  /** Null: the money does not come from a fund that is kept here. */
  readonly fund: { readonly allocatedFen: number; readonly spentFen: number; readonly receivedOn: string; readonly inBudget: boolean } | null;
}

export type PaymentRefusal =
  | 'payment.future' | 'payment.household-closed' | 'payment.not-entitled-status' | 'payment.assignment-status' | 'payment.before-start' | 'payment.after-end'
  | 'payment.already-paid' | 'payment.not-entitled' | 'payment.entitlement-unproven' | 'payment.rule-not-set' | 'payment.no-approved-amount'
  | 'payment.above-approved' | 'payment.project-not-accepted' | 'payment.above-contract' | 'payment.fund-not-in-budget' | 'payment.above-allocation'
  | 'payment.before-fund';

const CLOSED: readonly HouseholdStatus[] = ['CLEARED_OUT', 'DEREGISTERED'];

/**
 * The first reason why a payment is refused, or null. A household that was cleared out, or exited without entitlement, is
 * paid nothing; after an exit with entitlement the judge of the measure says whether it continues. A measure that no document
 * limits is payable with a recorded reason.
 */
export function paymentRefusal(question: PaymentQuestion): PaymentRefusal | null {
  return timeRefusal(question) ?? standingRefusal(question) ?? entitlementRefusal(question) ?? amountRefusal(question);
}

function timeRefusal({ paidOn, today, assignment, fund }: PaymentQuestion): PaymentRefusal | null {
  if (paidOn > today) return 'payment.future';
  if (assignment.startsOn !== null && paidOn < assignment.startsOn) return 'payment.before-start';
  if (assignment.endsOn !== null && paidOn > assignment.endsOn) return 'payment.after-end';
  if (fund && paidOn < fund.receivedOn) return 'payment.before-fund';
  return null;
}

function standingRefusal({ household, assignment, paidTerms, term, project }: PaymentQuestion): PaymentRefusal | null {
  if (CLOSED.includes(household.status)) return 'payment.household-closed';
  if (household.status === 'EXITED_NOT_ENTITLED') return 'payment.not-entitled-status';
  if (!payableAssignmentStatuses.includes(assignment.status)) return 'payment.assignment-status';
  if (paidTerms.some((paid) => termsOverlap(paid, term))) return 'payment.already-paid';
  if (project && project.status !== 'ACCEPTED') return 'payment.project-not-accepted';
  return null;
}

function entitlementRefusal({ entitlement, reason }: PaymentQuestion): PaymentRefusal | null {
  if (entitlement.verdict === 'not_met') return 'payment.not-entitled';
  if (!entitlement.ruleSet) return reason === null ? 'payment.rule-not-set' : null;
  return entitlement.verdict === 'unproven' ? 'payment.entitlement-unproven' : null;
}

function amountRefusal({ amountFen, assignment, project, fund }: PaymentQuestion): PaymentRefusal | null {
  if (assignment.approvedFen === null) return 'payment.no-approved-amount';
  if (assignment.paidFen + amountFen > assignment.approvedFen) return 'payment.above-approved';
  if (project?.contractFen != null && project.spentFen + amountFen > project.contractFen) return 'payment.above-contract';
  if (fund && !fund.inBudget) return 'payment.fund-not-in-budget';
  if (fund && fund.spentFen + amountFen > fund.allocatedFen) return 'payment.above-allocation';
  return null;
}
