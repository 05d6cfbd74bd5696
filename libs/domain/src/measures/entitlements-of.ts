import { FACT_CATALOGUE } from '../facts/catalogue.js';
import type { FactValues, ParameterValues } from '../facts/fact-definition.js';
import { withHousehold } from '../eligibility/member-facts-of.js';
import { evaluate } from '../rules/evaluate.js';
import { explain } from '../rules/explain.js';
import type { RuleExplanation } from '../rules/explanation.js';
import type { Rule } from '../rules/rule.js';
import type { Verdict } from '../rules/truth.js';
import type { JudgingMeasure } from './judging-measure.js';
import type { Need } from './needs.js';
import { entitledStatuses } from './standing.js';

export interface EntitlementQuestion {
  /** Facts of the household as {@link presentFacts} gives them. */
  readonly household: FactValues;
  readonly members: readonly { readonly id: string; readonly facts: FactValues }[];
  /** Help that is recorded: assignments delivered, payments made. A null member is the whole household. */
  readonly receipts: readonly { readonly measureCode: string; readonly memberId: string | null }[];
  readonly measures: readonly JudgingMeasure[];
  readonly needs: readonly Need[];
  readonly parameters: ParameterValues;
}

/** What is found out about one measure and the household (memberId null) or one person. */
export interface Entitlement {
  readonly measure: JudgingMeasure;
  readonly memberId: string | null;
  /** Null: the rule is not set. */
  readonly verdict: Verdict | null;
  readonly receiving: boolean;
  /** CLAIM only: entitled, and nothing shows that it is received. */
  readonly lacking: boolean;
  /** Received although the rule, without what the measure itself changes, is not met. */
  readonly improper: boolean;
}

export interface HouseholdEntitlements {
  readonly items: readonly Entitlement[];
  /** Needs that nothing received answers. */
  readonly unanswered: readonly Need[];
}

/**
 * The facts that help is judged by today: what was recorded for the newest year, and the registration as it is now. A household
 * that was exited since the last record is exited, and what it lived on is still what was last recorded.
 */
export function presentFacts(newest: FactValues, running: FactValues): FactValues {
  return { ...newest, status: running['status'] ?? null, exit_year: running['exit_year'] ?? null };
}

/** Judges every measure of a household and its persons. The bulk SQL of recalculation is tested against this. */
export function entitlementsOf(question: EntitlementQuestion): HouseholdEntitlements {
  const subjects = subjectsOf(question);
  const items = subjects.flatMap(({ memberId, facts, related }) => {
    const level = memberId === null ? 'household' : 'member';
    return question.measures.filter((measure) => measure.level === level).map((measure): Entitlement => {
      const ask = (rule: Rule): Verdict => evaluate(rule, { catalogue: FACT_CATALOGUE, level, subject: { facts, related }, parameters: question.parameters });
      const verdict = measure.eligibility && ask(measure.eligibility);
      const receiving = (measure.receivedWhen !== null && ask(measure.receivedWhen) === 'met') || isRecorded(question, measure, memberId);
      const lacking = measure.delivery === 'CLAIM' && verdict === 'met' && !receiving;
      return { measure, memberId, verdict, receiving, lacking, improper: receiving && measure.standing !== null && ask(measure.standing) === 'not_met' };
    });
  });
  const received = new Set(items.filter(({ receiving }) => receiving).map(({ measure }) => measure.code));
  const [household] = subjects;
  const unanswered = question.needs.filter(({ rule, answeredBy }) =>
    !answeredBy.some((code) => received.has(code)) &&
    evaluate(rule, { catalogue: FACT_CATALOGUE, level: 'household', subject: { facts: question.household, related: household?.related }, parameters: question.parameters }) === 'met');
  return { items, unanswered };
}

/** Why a measure is due or not, condition by condition; null where the rule is not set. */
export function explainEntitlement(question: EntitlementQuestion, measure: JudgingMeasure, memberId: string | null): RuleExplanation | null {
  const subject = subjectsOf(question).find((one) => one.memberId === memberId);
  if (!measure.eligibility || !subject) return null;
  return explain(measure.eligibility, { catalogue: FACT_CATALOGUE, level: measure.level, subject: { facts: subject.facts, related: subject.related }, parameters: question.parameters });
}

/** Whether an unproven answer is worth keeping: of a household that measures are for. */
export function isRelevant(household: FactValues): boolean {
  return entitledStatuses.some((status) => status === household['status']);
}

interface Subject {
  readonly memberId: string | null;
  readonly facts: FactValues;
  readonly related?: { readonly members: readonly FactValues[] };
}

function subjectsOf({ household, members }: EntitlementQuestion): Subject[] {
  const people = members.map(({ id, facts }): Subject => ({ memberId: id, facts: withHousehold(facts, household) }));
  return [{ memberId: null, facts: household, related: { members: people.map(({ facts }) => facts) } }, ...people];
}

/** What is given to a household counts for each of its persons, what is given to one of them for the household. */
function isRecorded({ receipts }: EntitlementQuestion, { code }: JudgingMeasure, memberId: string | null): boolean {
  return receipts.some((receipt) => receipt.measureCode === code && (memberId === null || receipt.memberId === null || receipt.memberId === memberId));
}
