import type { FactCatalogue } from '../facts/catalogue.js';
import type { FactDefinition, FactLevel } from '../facts/fact-definition.js';
import { OPERATORS_OF } from './constants.js';
import { planOperands, quote } from './plan-operands.js';
import type { PlanLeaf, PlanNode, PlanQuantifier, RulePlan } from './plan.js';
import { ruleError } from './rule-errors.js';
import type { RuleError } from './rule-errors.js';
import { COUNT_OPERATORS, MAX_RULE_DEPTH, MAX_RULE_LEAVES, OPERATORS, QUANTIFIERS } from './rule.js';
import type { CountOperator, Operator, Quantifier } from './rule.js';

interface Planner {
  catalogue: FactCatalogue;
  level: FactLevel;
  errors: RuleError[];
  leaves: PlanLeaf[];
  /** Shared by the rule and its inner rules. */
  budget: { leaves: number };
}

/**
 * Resolves a rule against a catalogue. Total: any JSON value gives a plan, what is faulty is listed in `errors` and
 * stays in the plan as a leaf that is always unproven. Cyclic input ends at the depth limit.
 */
export function planRule(rule: unknown, catalogue: FactCatalogue, level: FactLevel): RulePlan {
  const planner: Planner = { catalogue, level, errors: [], leaves: [], budget: { leaves: MAX_RULE_LEAVES } };
  const root = planNode(planner, rule, '$', 1);
  if (planner.budget.leaves >= 0) return { root, leaves: planner.leaves, errors: planner.errors };
  const refused: PlanLeaf = { kind: 'invalid', index: 0, path: '$', name: '' };
  return { root: refused, leaves: [refused], errors: [...planner.errors, ruleError('too-many-leaves', '$', MAX_RULE_LEAVES)] };
}

function planNode(planner: Planner, node: unknown, path: string, depth: number): PlanNode {
  if (!isObject(node)) return invalid(planner, '', ruleError('not-an-object', path));
  if (node['id'] !== undefined && typeof node['id'] !== 'string') planner.errors.push(ruleError('bad-id', `${path}.id`));
  if (Object.hasOwn(node, 'rules') || Object.hasOwn(node, 'combinator')) return planGroup(planner, node, path, depth);
  if (Object.hasOwn(node, 'over') || Object.hasOwn(node, 'quantifier')) return planQuantifier(planner, node, path, depth);
  return planTest(planner, node, path);
}

function planGroup(planner: Planner, node: Record<string, unknown>, path: string, depth: number): PlanNode {
  refuseOtherKeys(planner, node, ['id', 'combinator', 'not', 'rules'], path);
  const { combinator, not, rules } = node;
  if (depth > MAX_RULE_DEPTH) return invalid(planner, '', ruleError('too-deep', path, MAX_RULE_DEPTH));
  if (combinator !== 'and' && combinator !== 'or') return invalid(planner, '', ruleError('bad-combinator', `${path}.combinator`));
  if (not !== undefined && typeof not !== 'boolean') return invalid(planner, '', ruleError('bad-not', `${path}.not`));
  if (!Array.isArray(rules)) return invalid(planner, '', ruleError('bad-rules', `${path}.rules`));
  if (rules.length === 0) return invalid(planner, '', ruleError('empty-group', `${path}.rules`));
  const children: PlanNode[] = [];
  for (const [index, child] of rules.entries()) {
    if (planner.budget.leaves < 0) break;
    children.push(planNode(planner, child, `${path}.rules[${index}]`, depth + 1));
  }
  return { kind: 'group', path, combinator, not: not === true, children };
}

function planTest(planner: Planner, node: Record<string, unknown>, path: string): PlanNode {
  refuseOtherKeys(planner, node, ['id', 'field', 'operator', 'value'], path);
  const { field, operator } = node;
  const fact = typeof field === 'string' ? planner.catalogue.facts[planner.level].get(field) : undefined;
  if (!fact) return invalid(planner, quote(field), ruleError('unknown-fact', `${path}.field`, quote(field)));
  if (!isOneOf(OPERATORS, operator)) return invalid(planner, fact.name, ruleError('unknown-operator', `${path}.operator`, quote(operator)));
  if (!OPERATORS_OF[fact.type].includes(operator)) return invalid(planner, fact.name, ruleError('wrong-operator', `${path}.operator`, fact.label, operator));
  const operands = planOperands(planner, fact, operator, node['value'], `${path}.value`);
  if (!operands) return faultyLeaf(planner, path, fact.name);
  return leaf(planner, { kind: 'test', index: planner.leaves.length, path, fact, operator, operands });
}

function planQuantifier(planner: Planner, node: Record<string, unknown>, path: string, depth: number): PlanNode {
  refuseOtherKeys(planner, node, ['id', 'over', 'quantifier', 'where', 'count'], path);
  const { over, quantifier } = node;
  const collection = typeof over === 'string' ? planner.catalogue.collections.get(over) : undefined;
  if (collection?.of !== planner.level) return invalid(planner, quote(over), ruleError('unknown-collection', `${path}.over`, quote(over)));
  if (!isOneOf(QUANTIFIERS, quantifier)) return invalid(planner, collection.name, ruleError('unknown-quantifier', `${path}.quantifier`));
  if (depth > MAX_RULE_DEPTH) return invalid(planner, '', ruleError('too-deep', path, MAX_RULE_DEPTH));
  const inner: Planner = { ...planner, level: collection.level, leaves: [] };
  const root = planNode(inner, node['where'], `${path}.where`, depth + 1);
  const where: RulePlan = { root, leaves: inner.leaves, errors: [] };
  const count = planCount(planner, quantifier, node['count'], `${path}.count`);
  if (count === 'faulty') return faultyLeaf(planner, path, collection.name);
  return leaf(planner, { kind: 'quantifier', index: planner.leaves.length, path, collection, quantifier, where, count });
}

/** Counts are compared like an integer fact of the outer level that has no name. */
const counted: FactDefinition = { name: 'count', level: 'household', type: 'integer', label: { zh: '数量', en: 'count' }, nullMeans: { zh: '', en: '' } };

function planCount(planner: Planner, quantifier: Quantifier, count: unknown, path: string): PlanQuantifier['count'] | 'faulty' {
  if (quantifier !== 'count') return count === undefined ? null : faulty(planner, ruleError('count-not-allowed', path));
  if (!isObject(count)) return faulty(planner, ruleError('missing-count', path));
  refuseOtherKeys(planner, count, ['operator', 'value'], path);
  const operator = count['operator'];
  if (!isOneOf<CountOperator>(COUNT_OPERATORS, operator)) return faulty(planner, ruleError('unknown-operator', `${path}.operator`, quote(operator)));
  const operands = planOperands(planner, counted, operator, count['value'], `${path}.value`);
  return operands ? { operator, operands } : 'faulty';
}

function faulty(planner: Planner, error: RuleError): 'faulty' {
  planner.errors.push(error);
  return 'faulty';
}

function refuseOtherKeys(planner: Planner, node: Record<string, unknown>, allowed: readonly string[], path: string): void {
  for (const key of Object.keys(node)) if (!allowed.includes(key)) planner.errors.push(ruleError('unknown-key', /^\w{1,60}$/.test(key) ? `${path}.${key}` : path, key));
}

function invalid(planner: Planner, name: string, error: RuleError): PlanLeaf {
  planner.errors.push(error);
  return faultyLeaf(planner, error.path, name);
}

function faultyLeaf(planner: Planner, path: string, name: string): PlanLeaf {
  return leaf(planner, { kind: 'invalid', index: planner.leaves.length, path, name });
}

function leaf(planner: Planner, planned: PlanLeaf): PlanLeaf {
  planner.budget.leaves -= 1;
  planner.leaves.push(planned);
  return planned;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOneOf<T extends Operator | Quantifier>(values: readonly T[], value: unknown): value is T {
  return values.some((candidate) => candidate === value);
}
