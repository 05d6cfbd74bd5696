import { decisiveLeaves } from './decisive-leaves.js';
import { combine, evaluateLeaves } from './evaluate.js';
import type { RuleQuestion } from './evaluate.js';
import { explainNode } from './explain-node.js';
import type { ExplanationNode, MissingEvidence, RuleExplanation } from './explanation.js';
import { planRule } from './plan-rule.js';
import type { RulePlan } from './plan.js';
import { leafResultsOf, truthsOf, verdictOf } from './truth.js';
import type { LeafResults, Truth } from './truth.js';

/** The verdict with its reasons: one node per group and condition, with actual and required values. Never throws. */
export function explain(rule: unknown, question: RuleQuestion): RuleExplanation {
  const plan = planRule(rule, question.catalogue, question.level);
  return explainPlan(plan, evaluateLeaves(plan, question.subject, question.parameters), question);
}

/**
 * The explanation of a stored verdict: results come from the leaf characters that recalculation wrote, values from the
 * facts at hand. With the facts and parameters of that recalculation it equals `explain`.
 */
export function explainFromLeaves(rule: unknown, leafResults: LeafResults, question: RuleQuestion): RuleExplanation {
  const plan = planRule(rule, question.catalogue, question.level);
  return explainPlan(plan, truthsOf(leafResults, plan.leaves.length), question);
}

function explainPlan(plan: RulePlan, truths: readonly Truth[], question: RuleQuestion): RuleExplanation {
  const verdict = verdictOf(combine(plan.root, truths));
  const root = explainNode(plan.root, truths, question);
  const decisive = decisiveLeaves(plan.root, truths);
  return { verdict, root, leafResults: leafResultsOf(truths), decisive, missing: verdict === 'unproven' ? missingOf(root, new Set(decisive)) : [] };
}

function missingOf(node: ExplanationNode, decisive: ReadonlySet<number>): MissingEvidence[] {
  const found = new Map<string, MissingEvidence>();
  const visit = (visited: ExplanationNode): void => {
    if (visited.kind === 'group') return visited.children.forEach(visit);
    if (decisive.has(visited.index)) for (const evidence of visited.missing) found.set(`${evidence.kind} ${evidence.name}`, evidence);
  };
  visit(node);
  return [...found.values()];
}
