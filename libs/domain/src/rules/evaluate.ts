import type { FactCatalogue } from '../facts/catalogue.js';
import type { FactDefinition, FactLevel, FactValue, FactValues, ParameterValues } from '../facts/fact-definition.js';
import { planRule } from './plan-rule.js';
import { isComparison } from './plan.js';
import type { PlanLeaf, PlanNode, PlanOperand, PlanQuantifier, PlanTest, RulePlan } from './plan.js';
import { evaluateCount } from './count.js';
import { SEMANTICS, verdictOf } from './truth.js';
import type { Semantics, Truth, Verdict } from './truth.js';
import { compareValues, factRatio, factValue, operandValue } from './values.js';

/** What a rule is asked about: the facts of one row, and the rows that belong to it (`members` of a household). */
export interface RuleSubject {
  facts: FactValues;
  /** By collection name; an absent list is not known, which is not the same as an empty one. */
  related?: Readonly<Record<string, readonly FactValues[] | null | undefined>>;
  /** Where a fact comes from and of which day, by fact name; only explanations read it. */
  provenance?: Readonly<Record<string, FactProvenance | undefined>>;
}

export interface FactProvenance {
  source?: string;
  /** ISO day or time. */
  asOf?: string;
}

export interface RuleQuestion {
  catalogue: FactCatalogue;
  level: FactLevel;
  subject: RuleSubject;
  parameters: ParameterValues;
}

/**
 * Answers a rule in three values. A missing fact, an unset parameter or a faulty condition makes that condition
 * unproven; nothing throws.
 */
export function evaluate(rule: unknown, question: RuleQuestion, semantics: Semantics = SEMANTICS): Verdict {
  const plan = planRule(rule, question.catalogue, question.level);
  return verdictOf(combine(plan.root, evaluateLeaves(plan, question.subject, question.parameters, semantics), semantics));
}

/** One truth per leaf of the plan, in leaf order. */
export function evaluateLeaves(plan: RulePlan, subject: RuleSubject, parameters: ParameterValues, semantics: Semantics = SEMANTICS): Truth[] {
  return plan.leaves.map((leaf) => evaluateLeaf(leaf, subject, parameters, semantics));
}

/** The truth of a node, given those of the leaves. */
export function combine(node: PlanNode, truths: readonly Truth[], semantics: Semantics = SEMANTICS): Truth {
  if (node.kind !== 'group') return truths[node.index] ?? null;
  const children = node.children.map((child) => combine(child, truths, semantics));
  const value = node.combinator === 'and' ? semantics.and(children) : semantics.or(children);
  return node.not ? semantics.not(value) : value;
}

function evaluateLeaf(leaf: PlanLeaf, subject: RuleSubject, parameters: ParameterValues, semantics: Semantics): Truth {
  if (leaf.kind === 'invalid') return semantics.missing;
  return leaf.kind === 'test' ? evaluateTest(leaf, subject.facts, parameters, semantics) : evaluateQuantifier(leaf, subject, parameters, semantics);
}

/** Whether the fact is known; a ratio is known when its denominator is above zero. */
export function isKnown(fact: FactDefinition, facts: FactValues): boolean {
  return fact.ratio ? factRatio(fact, facts) !== null : factValue(fact, facts) !== null;
}

function evaluateTest(test: PlanTest, facts: FactValues, parameters: ParameterValues, semantics: Semantics): Truth {
  const { fact, operator, operands } = test;
  if (operator === 'null') return !isKnown(fact, facts);
  if (operator === 'notNull') return isKnown(fact, facts);
  const compareWith = (operand: PlanOperand | undefined, comparison: keyof Semantics['compare']): Truth => {
    const order = operand === undefined ? null : compareValues(fact, facts, operandValue(operand, facts, parameters));
    return order === null ? semantics.missing : semantics.compare[comparison](order);
  };
  if (isComparison(operator)) return compareWith(operands[0], operator);
  if (operator === 'between') return semantics.and([compareWith(operands[0], '>='), compareWith(operands[1], '<=')]);
  if (operator === 'contains') return contains(factValue(fact, facts), single(operands, facts, parameters), semantics);
  const [first] = operands;
  const found = first?.kind === 'fact' && first.fact.type === 'codes'
    ? contains(factValue(first.fact, facts), factValue(fact, facts), semantics)
    : semantics.or(operands.map((operand) => compareWith(operand, '=')));
  return operator === 'notIn' ? semantics.not(found) : found;
}

function single(operands: readonly PlanOperand[], facts: FactValues, parameters: ParameterValues): FactValue | null {
  return operands[0] === undefined ? null : operandValue(operands[0], facts, parameters);
}

/** Like SQL's `code = any(list)`: an unknown element leaves it open, an empty list holds nothing. */
function contains(list: FactValue | null, code: FactValue | null, semantics: Semantics): Truth {
  if (!Array.isArray(list)) return semantics.missing;
  return semantics.or(list.map((element: unknown) => (code === null || element === null ? semantics.missing : element === code)));
}

function evaluateQuantifier(leaf: PlanQuantifier, subject: RuleSubject, parameters: ParameterValues, semantics: Semantics): Truth {
  const rows = subject.related?.[leaf.collection.name];
  if (!rows) return semantics.missing;
  const truths = rowTruths(leaf, rows, parameters, semantics);
  if (leaf.count) {
    if (rows.length === 0 && leaf.collection.whenEmpty === 'unknown') return semantics.missing;
    const bounds = leaf.count.operands.map((operand) => operandValue(operand, subject.facts, parameters));
    return evaluateCount(leaf.count.operator, truths, bounds, semantics);
  }
  if (rows.length === 0) return emptyTruth(leaf, semantics);
  if (leaf.quantifier === 'all') return semantics.and(truths);
  return leaf.quantifier === 'some' ? semantics.or(truths) : semantics.not(semantics.or(truths));
}

function emptyTruth(leaf: PlanQuantifier, semantics: Semantics): Truth {
  if (leaf.quantifier === 'all') return semantics.emptyAll[leaf.collection.whenEmpty];
  if (leaf.collection.whenEmpty === 'unknown') return semantics.missing;
  return leaf.quantifier === 'none';
}

/** What the inner rule of a quantifier says of each row. */
export function rowTruths(leaf: PlanQuantifier, rows: readonly FactValues[], parameters: ParameterValues, semantics: Semantics = SEMANTICS): Truth[] {
  return rows.map((facts) => combine(leaf.where.root, evaluateLeaves(leaf.where, { facts }, parameters, semantics), semantics));
}
