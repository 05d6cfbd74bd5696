import type { CollectionDefinition, FactDefinition, ParameterDefinition } from '../facts/fact-definition.js';
import type { RuleError } from './rule-errors.js';
import type { Combinator, Comparison, CountOperator, Operator, Quantifier, RuleConstant } from './rule.js';

/**
 * A rule resolved against a catalogue: every name is a definition, every operator fits its type. Evaluator, explainer,
 * describer and SQL compiler all read plans, so they cannot disagree on what a rule says. A faulty part becomes an
 * `invalid` leaf, which is always unproven.
 */
export interface RulePlan {
  root: PlanNode;
  /** Leaves in order of writing; a quantifier is one leaf, what it says of single rows has its own numbering. */
  leaves: PlanLeaf[];
  errors: RuleError[];
}

export type PlanNode = PlanGroup | PlanLeaf;
export type PlanLeaf = PlanTest | PlanQuantifier | PlanInvalid;

export interface PlanGroup {
  kind: 'group';
  path: string;
  combinator: Combinator;
  not: boolean;
  children: PlanNode[];
}

export interface PlanTest {
  kind: 'test';
  index: number;
  path: string;
  fact: FactDefinition;
  operator: Operator;
  operands: PlanOperand[];
}

export interface PlanQuantifier {
  kind: 'quantifier';
  index: number;
  path: string;
  collection: CollectionDefinition;
  quantifier: Quantifier;
  where: RulePlan;
  count: { operator: CountOperator; operands: PlanOperand[] } | null;
}

export interface PlanInvalid {
  kind: 'invalid';
  index: number;
  path: string;
  /** What the rule named, if it named anything readable. */
  name: string;
}

export type PlanOperand =
  | { kind: 'constant'; value: RuleConstant }
  | { kind: 'parameter'; parameter: ParameterDefinition }
  | { kind: 'fact'; fact: FactDefinition };

export function isComparison(operator: Operator | CountOperator): operator is Comparison {
  return operator === '=' || operator === '!=' || operator === '<' || operator === '<=' || operator === '>' || operator === '>=';
}
