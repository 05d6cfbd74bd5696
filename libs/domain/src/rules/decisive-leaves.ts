import { combine } from './evaluate.js';
import type { PlanNode } from './plan.js';
import type { Truth } from './truth.js';

/** The leaves whose results force the node's result. */
export function decisiveLeaves(node: PlanNode, truths: readonly Truth[]): number[] {
  if (node.kind !== 'group') return [node.index];
  const whole = combine({ ...node, not: false }, truths);
  const everyChild = whole === (node.combinator === 'and');
  return node.children.filter((child) => everyChild || combine(child, truths) === whole).flatMap((child) => decisiveLeaves(child, truths));
}
