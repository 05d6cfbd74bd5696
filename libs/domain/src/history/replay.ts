import { FACT_CATALOGUE, type FactLevel, type FactValues, type ParameterValues } from '../facts/index.js';
import { explain } from '../rules/index.js';
import type { RuleExplanation, Verdict } from '../rules/index.js';

/** What a decision rested on, as its snapshot keeps it. Null parts were not kept: what needs them is unproven. */
export interface ReplayGround {
  readonly level: FactLevel;
  readonly facts: FactValues;
  readonly members: readonly FactValues[] | null;
  readonly parameters: ParameterValues | null;
}

export interface ReplayedRule {
  readonly verdict: Verdict;
  readonly explanation: RuleExplanation;
}

/** Judges the kept facts by a rule once more. The same ground and the same rule give what was given then, on every machine. */
export function replayRule(rule: unknown, { level, facts, members, parameters }: ReplayGround): ReplayedRule {
  const subject = { facts, related: members === null ? undefined : { members } };
  const explanation = explain(rule, { catalogue: FACT_CATALOGUE, level, subject, parameters: parameters ?? {} });
  return { verdict: explanation.verdict, explanation };
}
