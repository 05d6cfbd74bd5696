import { isComparison } from '#domain';
import type { Comparison, PlanNode, PlanQuantifier } from '#domain';
import { column, identifier, relationName } from './compile-context.js';
import type { CompileContext, QuantifierParts } from './compile-context.js';
import { compileOperand } from './compile-test.js';

/**
 * A quantifier over its rows: one correlated aggregate, or columns that the statement has counted. `w` is what the inner rule
 * says of a row: true, false or null. Aggregates skip null, so "some are unknown" has to be asked for explicitly, and so has
 * "there are no rows".
 */
export function compileQuantifier(node: PlanQuantifier, context: CompileContext, compileWhere: (where: PlanNode, inner: CompileContext) => string): string {
  const related = context.related?.[node.collection.name];
  if (!related) return 'null::boolean';
  const where = (alias: string): string => compileWhere(node.where.root, { ...context, alias, level: node.collection.level });
  if ('parts' in related) return compileParts(node, related.parts(where), context);
  const rowAlias = `${identifier(context.alias)}_row`;
  const join = related.join.map((name) => `${column(rowAlias, name)} = ${column(context.alias, name)}`).join(' and ');
  const rows = `(select ${where(rowAlias)} as w from ${relationName(related.relation)} ${rowAlias} where ${join}) ${rowAlias}s`;
  return `(select ${compileParts(node, quantifierParts(`${rowAlias}s.w`), context)} from ${rows})`;
}

/** The parts as aggregates over a column of results. */
export function quantifierParts(result: string): QuantifierParts {
  return {
    rows: 'count(*)', anyTrue: `bool_or(${result})`, anyFalse: `bool_or(not ${result})`, allKnown: `bool_and(${result} is not null)`,
    sure: `count(*) filter (where ${result})`, possible: `count(*) filter (where ${result} is not false)`,
  };
}

function compileParts(node: PlanQuantifier, parts: QuantifierParts, context: CompileContext): string {
  return node.count ? compileCount(node, node.count, parts, context) : compileTruth(node, parts, context);
}

/** Null over no rows where no rows mean "not entered"; then the `case` falls through to null. */
function everyRowKnown(node: PlanQuantifier, { allKnown }: QuantifierParts): string {
  return node.collection.whenEmpty === 'empty' ? `coalesce(${allKnown}, true)` : allKnown;
}

function compileTruth(node: PlanQuantifier, parts: QuantifierParts, { semantics }: CompileContext): string {
  const known = everyRowKnown(node, parts);
  switch (node.quantifier) {
    case 'all':
      return `case when ${parts.rows} = 0 then ${semantics.emptyAll[node.collection.whenEmpty]} when ${parts.anyFalse} then false when ${known} then true end`;
    case 'some':
      return `case when ${parts.anyTrue} then true when ${known} then false end`;
    default:
      return `case when ${parts.anyTrue} then false when ${known} then true end`;
  }
}

/** The number of rows lies between those that surely count and those that possibly do; see `evaluateCount`. */
function compileCount(node: PlanQuantifier, count: NonNullable<PlanQuantifier['count']>, parts: QuantifierParts, context: CompileContext): string {
  const [first, second] = count.operands.map((operand) => compileOperand({ type: 'integer' }, operand, context));
  const compared = isComparison(count.operator)
    ? compareRange(parts, count.operator, first, context)
    : `(${compareRange(parts, '>=', first, context)}${context.semantics.and}${compareRange(parts, '<=', second, context)})`;
  return node.collection.whenEmpty === 'unknown' ? `case when ${parts.rows} > 0 then ${compared} end` : compared;
}

function compareRange({ sure, possible }: QuantifierParts, comparison: Comparison, bound = 'null::int8', { semantics }: CompileContext): string {
  const sign = semantics.compare[comparison];
  if (comparison === '=' || comparison === '!=') {
    const apart = comparison === '=' ? 'false' : 'true';
    return `(case when ${bound} < ${sure} or ${bound} > ${possible} then ${apart} when ${sure} = ${possible} then ${sure} ${sign} ${bound} end)`;
  }
  return `(case when (${sure} ${sign} ${bound}) = (${possible} ${sign} ${bound}) then ${sure} ${sign} ${bound} end)`;
}
