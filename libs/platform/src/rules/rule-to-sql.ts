import { planRule } from '#domain';
import type { RulePlan } from '#domain';
import type { CompileContext, RuleSqlOptions } from './compile-context.js';
import { combineNode, compileLeaf } from './compile-node.js';
import { SqlBinder } from './sql-binder.js';
import { SQL_SEMANTICS } from './sql-semantics.js';

/** An SQL expression and the values of its `$n` (of the shared binder, when one was given). */
export interface RuleSql {
  sql: string;
  values: unknown[];
}

/**
 * The rule as an SQL boolean over the row `alias`: true = met, false = not met, null = unproven, equal to `evaluate`.
 * Names come from the catalogue only, values are bound. A faulty condition is null.
 */
export function toSql(rule: unknown, options: RuleSqlOptions, semantics = SQL_SEMANTICS): RuleSql {
  const compiled = compileRule(rule, options, semantics);
  return { sql: compiled.combine(compiled.leaves), values: compiled.values };
}

/** One character per leaf (t, f, u) in leaf order, as `explainFromLeaves` reads it. */
export function leafResultsSql(rule: unknown, options: RuleSqlOptions, semantics = SQL_SEMANTICS): RuleSql {
  const compiled = compileRule(rule, options, semantics);
  return { sql: leafText(compiled.leaves), values: compiled.values };
}

export interface CompiledRule {
  /** One SQL boolean per leaf, in leaf order. */
  leaves: string[];
  /** The verdict, given one boolean expression per leaf: the leaves themselves, or columns that hold their results. */
  combine: (leaves: readonly string[]) => string;
  values: unknown[];
}

/**
 * Leaves and verdict apart, for statements that need both: select the leaves as columns in a subquery, then
 * `combine` and {@link leafText} over the columns, so that no member is looked at twice.
 */
export function compileRule(rule: unknown, options: RuleSqlOptions, semantics = SQL_SEMANTICS): CompiledRule {
  const plan: RulePlan = planRule(rule, options.catalogue, options.level);
  const context: CompileContext = { ...options, binder: options.binder ?? new SqlBinder(), semantics };
  const leaves = plan.leaves.map((leaf) => compileLeaf(leaf, context));
  const combine = (names: readonly string[]): string => combineNode(plan.root, (leaf) => names[leaf.index] ?? 'null::boolean', semantics);
  return { leaves, combine, values: context.binder.values };
}

/** Leaf booleans as the stored text. */
export function leafText(leaves: readonly string[]): string {
  return `(${leaves.map((leaf) => `case ${leaf} when true then 't' when false then 'f' else 'u' end`).join(' || ')})`;
}

/** An SQL boolean as the stored verdict. */
export function verdictText(sql: string): string {
  return `(case ${sql} when true then 'met' when false then 'not_met' else 'unproven' end)`;
}
