import type { Rule } from '../rules/rule.js';
import type { JudgedMeasureLevel, Measure, MeasureDelivery } from './measure.js';
import { isJudgedLevel } from './check-measure.js';

/** A measure reduced to what decides about a household or person. */
export interface JudgingMeasure {
  readonly code: string;
  readonly versionId: string;
  readonly level: JudgedMeasureLevel;
  readonly delivery: MeasureDelivery;
  readonly eligibility: Rule | null;
  /** The same without the conditions that the measure itself changes; null where the rule is not set. */
  readonly standing: Rule | null;
  readonly receivedWhen: Rule | null;
}

/** Measures of households and persons in the order of their codes; villages and the region are not judged. */
export function judgingMeasures(measures: readonly (Measure & { readonly id: string })[]): JudgingMeasure[] {
  return measures.flatMap(({ id, code, level, delivery, eligibility, receivedWhen, moves }) =>
    isJudgedLevel(level) ? [{ code, versionId: id, level, delivery, eligibility, standing: eligibility && withoutFacts(eligibility, moves.facts), receivedWhen }] : [],
  ).sort((a, b) => (a.code < b.code ? -1 : 1));
}

/**
 * The rule with every condition on these facts taken for unknown. Who got a measure is not entitled to it any longer once it
 * has worked: a renovated house is safe. Whether it was given wrongly shows in the other conditions alone.
 */
export function withoutFacts(rule: Rule, facts: readonly string[]): Rule {
  if ('rules' in rule) return { ...rule, rules: rule.rules.map((child) => withoutFacts(child, facts)) };
  // A condition without a field is faulty, and a faulty condition is unproven: for the evaluator and for SQL alike.
  return 'field' in rule && facts.includes(rule.field) ? { field: '', operator: 'null' } : rule;
}
