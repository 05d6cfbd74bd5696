import type { FactDefinition, FactValue, FactValues, ParameterDefinition, ParameterValues } from '../facts/fact-definition.js';
import { isCalendarDate } from '../time/index.js';
import type { PlanOperand } from './plan.js';

/** The value of a fact if it is there and of its type; anything else counts as not known. */
export function factValue(fact: FactDefinition, facts: FactValues): FactValue | null {
  const value = facts[fact.name] ?? null;
  switch (fact.type) {
    case 'integer':
    case 'money_fen':
      return Number.isSafeInteger(value) ? value : null;
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    case 'date':
      return typeof value === 'string' && isCalendarDate(value) ? value : null;
    case 'code':
    case 'text':
      return typeof value === 'string' ? value : null;
    case 'codes':
      return Array.isArray(value) ? value : null;
    case 'ratio':
      return null;
  }
}

export interface Ratio {
  numerator: number;
  denominator: number;
}

/** Both parts of a ratio, or null when one is missing or the denominator is not above zero. */
export function factRatio(fact: FactDefinition, facts: FactValues): Ratio | null {
  const numerator = fact.ratio ? facts[fact.ratio.numerator] : null;
  const denominator = fact.ratio ? facts[fact.ratio.denominator] : null;
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator)) return null;
  return Number(denominator) > 0 ? { numerator: Number(numerator), denominator: Number(denominator) } : null;
}

/** A parameter that is set to a whole number, else null. */
export function parameterValue(parameter: ParameterDefinition, parameters: ParameterValues): number | null {
  const value = Object.hasOwn(parameters, parameter.name) ? parameters[parameter.name] : null;
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}

export function operandValue(operand: PlanOperand, facts: FactValues, parameters: ParameterValues): FactValue | null {
  switch (operand.kind) {
    case 'constant':
      return operand.value;
    case 'parameter':
      return parameterValue(operand.parameter, parameters);
    case 'fact':
      return factValue(operand.fact, facts);
  }
}

const BASIS_POINTS = 10_000n;

/** The order of a fact against a value (negative, 0, positive), or null when one of them is not known. */
export function compareValues(fact: FactDefinition, facts: FactValues, value: FactValue | null): number | null {
  if (value === null) return null;
  if (fact.type === 'ratio') {
    const ratio = factRatio(fact, facts);
    return ratio === null ? null : compareRatio(ratio, Number(value));
  }
  const actual = factValue(fact, facts);
  if (actual === null) return null;
  return actual < value ? -1 : actual > value ? 1 : 0;
}

/** Cross-multiplication in exact integers: n / d against points / 10 000 without dividing. */
export function compareRatio({ numerator, denominator }: Ratio, points: number): number {
  const left = BigInt(numerator) * BASIS_POINTS;
  const right = BigInt(points) * BigInt(denominator);
  return left < right ? -1 : left > right ? 1 : 0;
}
