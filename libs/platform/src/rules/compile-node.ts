import type { PlanLeaf, PlanNode } from '#domain';
import type { CompileContext } from './compile-context.js';
import { compileQuantifier } from './compile-quantifier.js';
import { compileTest } from './compile-test.js';
import type { SqlSemantics } from './sql-semantics.js';

export function compileNode(node: PlanNode, context: CompileContext): string {
  return combineNode(node, (leaf) => compileLeaf(leaf, context), context.semantics);
}

/** SQL's `and`, `or` and `not` are Kleene's, so groups need nothing but brackets. */
export function combineNode(node: PlanNode, leafSql: (leaf: PlanLeaf) => string, semantics: SqlSemantics): string {
  if (node.kind !== 'group') return leafSql(node);
  const joined = node.children.map((child) => combineNode(child, leafSql, semantics)).join(node.combinator === 'and' ? semantics.and : semantics.or);
  return node.not ? `(not (${joined}))` : `(${joined})`;
}

export function compileLeaf(leaf: PlanLeaf, context: CompileContext): string {
  const { leaf: wrap } = context.semantics;
  switch (leaf.kind) {
    case 'test':
      return wrap(compileTest(leaf, context));
    case 'quantifier':
      return wrap(compileQuantifier(leaf, context, compileNode));
    case 'invalid':
      return wrap('null::boolean');
  }
}
