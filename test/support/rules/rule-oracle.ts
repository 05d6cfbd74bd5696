import type { FactValue, FactValues, ParameterValues } from '../../../libs/domain/src/facts/index.js';
import type { Rule, RuleLeaf, RuleQuantifier, RuleSubject, RuleValue } from '../../../libs/domain/src/rules/index.js';

/**
 * A second, naive reading of the rule language for the test catalogue. It shares no code with the evaluator or the
 * compiler: an unknown is replaced by every value it could have, and the answer is known when all agree.
 */
type Answer = 'met' | 'not_met' | 'unproven';
type Scalar = number | string | boolean;
type Unknowable<T> = T | null;

export function oracle(rule: Rule, subject: RuleSubject, parameters: ParameterValues): Answer {
  const possible = worlds(rule, subject, parameters);
  if (possible.size === 2) return 'unproven';
  return possible.has(true) ? 'met' : 'not_met';
}

/** The truth values a node can take when every condition that is not settled may turn out either way. */
function worlds(rule: Rule, subject: RuleSubject, parameters: ParameterValues): Set<boolean> {
  if ('rules' in rule) {
    const parts = rule.rules.map((child) => worlds(child, subject, parameters));
    const combined = parts.reduce((left, right) => cross(left, right, rule.combinator), new Set([rule.combinator === 'and']));
    return rule.not ? new Set([...combined].map((value) => !value)) : combined;
  }
  return 'over' in rule ? quantifier(rule, subject, parameters) : open(leaf(rule, subject.facts, parameters));
}

function cross(left: Set<boolean>, right: Set<boolean>, combinator: 'and' | 'or'): Set<boolean> {
  return new Set([...left].flatMap((a) => [...right].map((b) => (combinator === 'and' ? a && b : a || b))));
}

function open(value: Unknowable<boolean>): Set<boolean> {
  return value === null ? new Set([true, false]) : new Set([value]);
}

function quantifier(rule: RuleQuantifier, subject: RuleSubject, parameters: ParameterValues): Set<boolean> {
  const rows = subject.related?.[rule.over] ?? [];
  if (rows.length === 0 && rule.over === 'members') return new Set([true, false]);
  let counts = new Set([0]);
  for (const facts of rows) {
    const answers = worlds(rule.where, { facts }, parameters);
    counts = new Set([...counts].flatMap((sum) => [...answers].map((answer) => sum + Number(answer))));
  }
  if (rule.quantifier === 'count') return countWorlds(rule, counts, subject.facts, parameters);
  const test = { some: (n: number) => n > 0, all: (n: number) => n === rows.length, none: (n: number) => n === 0 }[rule.quantifier];
  return new Set([...counts].map(test));
}

function countWorlds({ count }: RuleQuantifier, counts: Set<number>, facts: FactValues, parameters: ParameterValues): Set<boolean> {
  if (!count) return new Set([true, false]);
  const bounds = [count.value].flat().map((value) => resolve(value, facts, parameters));
  if (count.operator === 'between') {
    // each end is a condition of its own, as with a fact
    const end = (index: number, operator: string): Set<boolean> => new Set([...counts].flatMap((n) => [...open(order(n, bounds[index], operator))]));
    return cross(end(0, '>='), end(1, '<='), 'and');
  }
  const { operator } = count;
  return new Set([...counts].flatMap((n) => [...open(order(n, bounds[0], operator))]));
}

function leaf({ field, operator, value }: RuleLeaf, facts: FactValues, parameters: ParameterValues): Unknowable<boolean> {
  if (operator === 'null' || operator === 'notNull') return (read(field, facts) === null) === (operator === 'null');
  if (operator === 'in' && !Array.isArray(value)) return holds(facts[factName(value)], facts[field]);
  if (operator === 'notIn' && !Array.isArray(value)) return negate(holds(facts[factName(value)], facts[field]));
  const bounds = [value].flat().map((item) => resolve(item, facts, parameters));
  if (operator === 'contains') return holds(facts[field], bounds[0] ?? null);
  const actual = read(field, facts);
  if (operator === 'in' || operator === 'notIn') {
    const found = any(bounds.map((bound) => order(actual, bound, '=')));
    return operator === 'in' ? found : negate(found);
  }
  if (operator === 'between') return negate(any([negate(order(actual, bounds[0], '>=')), negate(order(actual, bounds[1], '<='))]));
  return order(actual, bounds[0], operator);
}

/** A ratio reads as its value in units of which basis points are whole multiples, exactly enough for tiny numbers. */
function read(field: string, facts: FactValues): Unknowable<Scalar> {
  if (field !== 'share') return (facts[field] ?? null) as Unknowable<Scalar>;
  const [numerator, denominator] = [facts['integer_a'] ?? null, facts['integer_b'] ?? null];
  return numerator === null || denominator === null || Number(denominator) <= 0 ? null : (Number(numerator) / Number(denominator)) * 10_000;
}

function resolve(value: RuleValue | undefined, facts: FactValues, parameters: ParameterValues): Unknowable<Scalar> {
  if (typeof value !== 'object') return value ?? null;
  return 'param' in value ? parameters[value.param] ?? null : ((facts[value.fact] ?? null) as Unknowable<Scalar>);
}

function factName(value: RuleLeaf['value']): string {
  return typeof value === 'object' && 'fact' in value ? value.fact : '';
}

function order(left: Unknowable<Scalar>, right: Unknowable<Scalar> | undefined, operator: string): Unknowable<boolean> {
  if (left === null || right === null || right === undefined) return null;
  switch (operator) {
    case '=': return left === right;
    case '!=': return left !== right;
    case '<': return left < right;
    case '<=': return !(left > right);
    case '>': return left > right;
    default: return !(left < right);
  }
}

function holds(list: FactValue | null | undefined, code: FactValue | null | undefined): Unknowable<boolean> {
  if (!Array.isArray(list)) return null;
  const elements: readonly unknown[] = list;
  return any(elements.map((element) => (element === null || code === null || code === undefined ? null : element === code)));
}

function any(values: readonly Unknowable<boolean>[]): Unknowable<boolean> {
  return values.some((value) => value === true) ? true : values.some((value) => value === null) ? null : false;
}

function negate(value: Unknowable<boolean>): Unknowable<boolean> {
  return value === null ? null : !value;
}
