import type { RuleExplanation, ExplanationNode, LeafExplanation } from '#domain';

const marks = { met: '符合', not_met: '不符合', unproven: '依据不足' } as const;

function leaves(node: ExplanationNode): LeafExplanation[] {
  if (node.kind === 'group') return node.children.flatMap(leaves);
  return node.kind === 'leaf' ? [node] : [];
}

/** The conditions of an explanation that are not simply met, one after the other, as an officer would read them out. */
export function reasonsOf(explanation: unknown, which: readonly LeafExplanation['result'][] = ['not_met', 'unproven']): string {
  const { root } = explanation as RuleExplanation; // what the API documents as an explanation
  return leaves(root).filter(({ result }) => which.includes(result))
    .map((leaf) => `${leaf.label.zh}${marks[leaf.result]}（实际 ${leaf.actualText.zh}，要求 ${leaf.requiredText.zh}${leaf.missing.length > 0 ? `；${leaf.missing.map(({ meaning }) => meaning.zh).join('，')}` : ''}）`)
    .join('；');
}
