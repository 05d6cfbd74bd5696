import { isComparison, parameterValue } from '#domain';
import type { Comparison, FactDefinition, FactType, PlanOperand, PlanTest, RuleConstant } from '#domain';
import { column } from './compile-context.js';
import type { CompileContext } from './compile-context.js';
import type { SqlType } from './sql-binder.js';

const sqlTypes: Readonly<Record<FactType, SqlType>> = {
  integer: 'int8', money_fen: 'int8', ratio: 'int8', boolean: 'boolean', date: 'date', code: 'text', codes: 'text', text: 'text',
};

/** One condition as an SQL boolean, null exactly where the condition is unproven. */
export function compileTest(test: PlanTest, context: CompileContext): string {
  const { fact, operator, operands } = test;
  if (operator === 'null') return `(${missing(fact, context)})`;
  if (operator === 'notNull') return `(not (${missing(fact, context)}))`;
  const compareWith = (comparison: Comparison, operand: PlanOperand | undefined): string => compare(fact, comparison, operand, context);
  if (isComparison(operator)) return compareWith(operator, operands[0]);
  if (operator === 'between') return `(${compareWith('>=', operands[0])}${context.semantics.and}${compareWith('<=', operands[1])})`;
  if (operator === 'contains') return `(${compileOperand(fact, operands[0], context)} = any(${column(context.alias, fact.name)}))`;
  const found = oneOf(fact, operands, context);
  return operator === 'notIn' ? `(not ${found})` : found;
}

/** `x = any(…)`; a list that names parameters or facts is spelt out, so that one unknown among them stays unknown. */
function oneOf(fact: FactDefinition, operands: readonly PlanOperand[], context: CompileContext): string {
  const [first] = operands;
  if (first?.kind === 'fact' && first.fact.type === 'codes') {
    return `(${column(context.alias, fact.name)} collate "C" = any(${column(context.alias, first.fact.name)}))`;
  }
  const constants = operands.flatMap((operand) => (operand.kind === 'constant' ? [operand.value] : []));
  const tests = operands.filter(({ kind }) => kind !== 'constant').map((operand) => compare(fact, '=', operand, context));
  if (constants.length > 0) tests.unshift(`(${column(context.alias, fact.name)} = any(${bindList(fact, constants, context)}))`);
  return `(${tests.join(' or ')})`;
}

function bindList(fact: FactDefinition, values: readonly RuleConstant[], { binder }: CompileContext): string {
  return binder.bind(sqlTypes[fact.type], values);
}

function compare(fact: FactDefinition, comparison: Comparison, operand: PlanOperand | undefined, context: CompileContext): string {
  const sign = context.semantics.compare[comparison];
  const right = compileOperand(fact, operand, context);
  if (fact.ratio) return compareRatio(fact.ratio, sign, right, context.alias);
  // Two text columns may carry different collations; naming one settles which equality is meant.
  const collation = operand?.kind === 'fact' && sqlTypes[fact.type] === 'text' ? ' collate "C"' : '';
  return `(${column(context.alias, fact.name)}${collation} ${sign} ${right})`;
}

/** Cross-multiplication: numeric is exact and cannot overflow, and only villages and counties have ratios. */
function compareRatio(ratio: { numerator: string; denominator: string }, sign: string, points: string, alias: string): string {
  const denominator = column(alias, ratio.denominator);
  return `(case when ${denominator} > 0 then ${column(alias, ratio.numerator)}::numeric * 10000 ${sign} ${points}::numeric * ${denominator} end)`;
}

function missing(fact: FactDefinition, { alias }: CompileContext): string {
  if (!fact.ratio) return `${column(alias, fact.name)} is null`;
  return `${column(alias, fact.ratio.numerator)} is null or ${column(alias, fact.ratio.denominator)} is null or ${column(alias, fact.ratio.denominator)} <= 0`;
}

/** The right side of a comparison: a bound constant, a parameter, or another column of the same row. */
export function compileOperand(fact: Pick<FactDefinition, 'type'>, operand: PlanOperand | undefined, context: CompileContext): string {
  const type = sqlTypes[fact.type];
  if (operand === undefined) return `null::${type}`;
  switch (operand.kind) {
    case 'constant':
      return context.binder.bind(type, operand.value);
    case 'fact':
      return column(context.alias, operand.fact.name);
    case 'parameter': {
      const { parameters, binder } = context;
      if ('alias' in parameters) return column(parameters.alias, operand.parameter.name);
      return binder.bind(type, parameterValue(operand.parameter, parameters.values));
    }
  }
}
