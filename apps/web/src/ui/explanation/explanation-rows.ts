import type { ExplanationNode, LeafExplanation, QuantifierExplanation, RuleExplanation, Verdict } from '#domain';

export type ExplanationRow =
  | { readonly kind: 'group'; readonly key: string; readonly depth: number; readonly combinator: 'and' | 'or'; readonly not: boolean; readonly result: Verdict }
  | { readonly kind: 'leaf'; readonly key: string; readonly depth: number; readonly leaf: LeafExplanation | QuantifierExplanation; readonly decisive: boolean }
  | { readonly kind: 'row'; readonly key: string; readonly depth: number; readonly number: number; readonly result: Verdict };

/** The tree of conditions as lines of a table. A plain "all of" at the top needs no line of its own. */
export function explanationRows({ root, decisive }: RuleExplanation): ExplanationRow[] {
  const plain = root.kind === 'group' && root.combinator === 'and' && !root.not;
  const open = new Set(decisive);
  return plain ? root.children.flatMap((child) => rowsOf(child, 0, open)) : rowsOf(root, 0, open);
}

function rowsOf(node: ExplanationNode, depth: number, decisive: ReadonlySet<number>, prefix = ''): ExplanationRow[] {
  const key = `${prefix}${node.path}`;
  if (node.kind === 'group') {
    const head: ExplanationRow = { kind: 'group', key, depth, combinator: node.combinator, not: node.not, result: node.result };
    return [head, ...node.children.flatMap((child) => rowsOf(child, depth + 1, decisive, prefix))];
  }
  const line: ExplanationRow = { kind: 'leaf', key, depth, leaf: node, decisive: decisive.has(node.index) };
  return node.kind === 'quantifier' ? [line, ...personRows(node, key, depth + 1)] : [line];
}

/** Of the persons that a condition looks at, those who do not meet it: the others need no line. */
function personRows(node: QuantifierExplanation, prefix: string, depth: number): ExplanationRow[] {
  const rows = (node.rows ?? []).map((row, index) => ({ ...row, number: index + 1 })).filter((row) => row.result !== 'met');
  if (node.result === 'met') return [];
  return rows.flatMap(({ number, result, root }) => {
    const key = `${prefix}#${number}`;
    return [{ kind: 'row', key, depth, number, result } satisfies ExplanationRow, ...rowsOf(root, depth + 1, new Set(), key)];
  });
}
