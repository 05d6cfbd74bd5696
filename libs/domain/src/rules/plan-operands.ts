import type { FactCatalogue } from '../facts/catalogue.js';
import type { FactDefinition, FactLevel } from '../facts/fact-definition.js';
import { PARAMETER_OF, expectedConstant, isCodeOf, isConstantOf } from './constants.js';
import { ruleError } from './rule-errors.js';
import type { RuleError } from './rule-errors.js';
import type { PlanOperand } from './plan.js';
import { MAX_RULE_LIST } from './rule.js';
import type { CountOperator, Operator } from './rule.js';

/** What operands are read against; errors are collected, nothing is thrown. */
export interface OperandScope {
  catalogue: FactCatalogue;
  /** The level whose facts an operand may name. */
  level: FactLevel;
  errors: RuleError[];
}

/** Reads the value of a condition; null when any part of it is faulty. */
export function planOperands(scope: OperandScope, fact: FactDefinition, operator: Operator | CountOperator, value: unknown, path: string): PlanOperand[] | null {
  if (operator === 'null' || operator === 'notNull') {
    return value === undefined || value === null ? [] : fail(scope, ruleError('value-not-allowed', path, operator));
  }
  if (value === undefined || value === null) return fail(scope, ruleError('missing-value', path));
  if (operator === 'between') return planPair(scope, fact, value, path);
  if (operator === 'in' || operator === 'notIn') return planList(scope, fact, value, path);
  const operand = planOperand(scope, fact, value, path);
  return operand && [operand];
}

function planPair(scope: OperandScope, fact: FactDefinition, value: unknown, path: string): PlanOperand[] | null {
  if (!Array.isArray(value) || value.length !== 2) return fail(scope, ruleError('not-a-pair', path));
  const operands = planEach(scope, fact, value, path);
  const [low, high] = operands ?? [];
  if (low?.kind === 'constant' && high?.kind === 'constant' && low.value > high.value) return fail(scope, ruleError('bounds-reversed', path));
  return operands;
}

function planList(scope: OperandScope, fact: FactDefinition, value: unknown, path: string): PlanOperand[] | null {
  if (!Array.isArray(value)) {
    const operand = isReference(value, 'fact') ? planFactOperand(scope, fact, value.fact, path, true) : null;
    return operand ? [operand] : isReference(value, 'fact') ? null : fail(scope, ruleError('not-a-list', path));
  }
  if (value.length === 0) return fail(scope, ruleError('not-a-list', path));
  return value.length > MAX_RULE_LIST ? fail(scope, ruleError('list-too-long', path, MAX_RULE_LIST)) : planEach(scope, fact, value, path);
}

function planEach(scope: OperandScope, fact: FactDefinition, values: readonly unknown[], path: string): PlanOperand[] | null {
  const operands = values.map((value, index) => planOperand(scope, fact, value, `${path}[${index}]`));
  return operands.some((operand) => operand === null) ? null : operands.filter((operand) => operand !== null);
}

function planOperand(scope: OperandScope, fact: FactDefinition, value: unknown, path: string): PlanOperand | null {
  if (isReference(value, 'param')) return planParameter(scope, fact, value.param, path);
  if (isReference(value, 'fact')) return planFactOperand(scope, fact, value.fact, path, false);
  if (!isConstantOf(fact.type, value)) return fail(scope, ruleError('wrong-value', path, expectedConstant(fact.type)));
  if (!isCodeOf(fact, value, scope.catalogue.codeLists)) return fail(scope, ruleError('unknown-code', path, String(value), fact.codeList ?? ''));
  return { kind: 'constant', value };
}

function planParameter(scope: OperandScope, fact: FactDefinition, name: unknown, path: string): PlanOperand | null {
  const parameter = typeof name === 'string' ? scope.catalogue.parameters.get(name) : undefined;
  if (!parameter) return fail(scope, ruleError('unknown-parameter', `${path}.param`, quote(name)));
  if (PARAMETER_OF[fact.type] !== parameter.type) return fail(scope, ruleError('wrong-parameter', `${path}.param`, parameter.name));
  return { kind: 'parameter', parameter };
}

function planFactOperand(scope: OperandScope, fact: FactDefinition, name: unknown, path: string, asList: boolean): PlanOperand | null {
  const other = typeof name === 'string' ? scope.catalogue.facts[scope.level].get(name) : undefined;
  if (!other) return fail(scope, ruleError('unknown-fact', `${path}.fact`, quote(name)));
  if (!isComparable(fact, other, asList)) return fail(scope, ruleError('wrong-fact', `${path}.fact`, other.name, fact.label));
  return { kind: 'fact', fact: other };
}

/** Same type, and for codes the same list; `contains` and `in` pair one code with a list of codes. */
function isComparable(fact: FactDefinition, other: FactDefinition, asList: boolean): boolean {
  if (fact.type === 'ratio' || other.type === 'ratio') return false;
  if (asList) return fact.type === 'code' && other.type === 'codes' && fact.codeList === other.codeList;
  if (fact.type === 'codes') return other.type === 'code' && fact.codeList === other.codeList;
  return fact.type === other.type && fact.codeList === other.codeList;
}

function isReference<K extends 'param' | 'fact'>(value: unknown, key: K): value is Record<K, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 1 && Object.hasOwn(value, key);
}

export function quote(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '…';
}

function fail(scope: OperandScope, error: RuleError): null {
  scope.errors.push(error);
  return null;
}
