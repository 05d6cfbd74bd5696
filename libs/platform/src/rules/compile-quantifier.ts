import { isComparison } from '#domain';
import type { Comparison, PlanNode, PlanQuantifier } from '#domain';
import { column, identifier, relationName } from './compile-context.js';
import type { CompileContext } from './compile-context.js';
import { compileOperand } from './compile-test.js';

/**
 * A quantifier as one correlated aggregate over its rows. `w` is what the inner rule says of a row: true, false or null.
 * Aggregates skip null, so "some are unknown" has to be asked for explicitly, and so has "there are no rows".
 */
export function compileQuantifier(node: PlanQuantifier, context: CompileContext, compileWhere: (where: PlanNode, inner: CompileContext) => string): string {
  const related = context.related?.[node.collection.name];
  if (!related) return 'null::boolean';
  const rowAlias = `${identifier(context.alias)}_row`;
  const inner: CompileContext = { ...context, alias: rowAlias, level: node.collection.level };
  const join = related.join.map((name) => `${column(rowAlias, name)} = ${column(context.alias, name)}`).join(' and ');
  const rows = `(select ${compileWhere(node.where.root, inner)} as w from ${relationName(related.relation)} ${rowAlias} where ${join}) ${rowAlias}s`;
  const result = `${rowAlias}s.w`;
  return `(select ${node.count ? compileCount(node, node.count, result, context) : compileTruth(node, result, context)} from ${rows})`;
}

/** Null over no rows where no rows mean "not entered"; then the `case` falls through to null. */
function everyRowKnown(node: PlanQuantifier, result: string): string {
  return node.collection.whenEmpty === 'empty' ? `coalesce(bool_and(${result} is not null), true)` : `bool_and(${result} is not null)`;
}

function compileTruth(node: PlanQuantifier, result: string, { semantics }: CompileContext): string {
  const known = everyRowKnown(node, result);
  switch (node.quantifier) {
    case 'all':
      return `case when count(*) = 0 then ${semantics.emptyAll[node.collection.whenEmpty]} when bool_or(not ${result}) then false when ${known} then true end`;
    case 'some':
      return `case when bool_or(${result}) then true when ${known} then false end`;
    default:
      return `case when bool_or(${result}) then false when ${known} then true end`;
  }
}

/** The number of rows lies between those that surely count and those that possibly do; see `evaluateCount`. */
interface CountRange {
  sure: string;
  possible: string;
}

function compileCount(node: PlanQuantifier, count: NonNullable<PlanQuantifier['count']>, result: string, context: CompileContext): string {
  const range: CountRange = { sure: `count(*) filter (where ${result})`, possible: `count(*) filter (where ${result} is not false)` };
  const [first, second] = count.operands.map((operand) => compileOperand({ type: 'integer' }, operand, context));
  const compared = isComparison(count.operator)
    ? compareRange(range, count.operator, first, context)
    : `(${compareRange(range, '>=', first, context)}${context.semantics.and}${compareRange(range, '<=', second, context)})`;
  return node.collection.whenEmpty === 'unknown' ? `case when count(*) > 0 then ${compared} end` : compared;
}

function compareRange({ sure, possible }: CountRange, comparison: Comparison, bound = 'null::int8', { semantics }: CompileContext): string {
  const sign = semantics.compare[comparison];
  if (comparison === '=' || comparison === '!=') {
    const apart = comparison === '=' ? 'false' : 'true';
    return `(case when ${bound} < ${sure} or ${bound} > ${possible} then ${apart} when ${sure} = ${possible} then ${sure} ${sign} ${bound} end)`;
  }
  return `(case when (${sure} ${sign} ${bound}) = (${possible} ${sign} ${bound}) then ${sure} ${sign} ${bound} end)`;
}
