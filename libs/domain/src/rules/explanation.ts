import type { FactUnit, FactValue, LocalText } from '../facts/fact-definition.js';
import type { Combinator, CountOperator, Operator, Quantifier, RuleConstant } from './rule.js';
import type { LeafResults, Verdict } from './truth.js';

/** Why a rule answers as it does; plain JSON, so that it can be stored, sealed and sent. */
export interface RuleExplanation {
  verdict: Verdict;
  root: ExplanationNode;
  leafResults: LeafResults;
  /** Indexes of the leaves that decide the verdict: the failed ones of a failed "and", the met ones of a met "or" … */
  decisive: number[];
  /** What would have to be known to settle an unproven verdict; empty for the other verdicts. */
  missing: MissingEvidence[];
}

export type ExplanationNode = GroupExplanation | LeafExplanation | QuantifierExplanation;

export interface GroupExplanation {
  kind: 'group';
  path: string;
  combinator: Combinator;
  not: boolean;
  result: Verdict;
  children: ExplanationNode[];
}

interface ExplainedLeaf {
  /** Leaf number, the place of its character in the stored leaf results. */
  index: number;
  path: string;
  /** The condition in words, without full stop. */
  sentence: LocalText;
  result: Verdict;
  missing: MissingEvidence[];
}

export interface LeafExplanation extends ExplainedLeaf {
  kind: 'leaf';
  fact: string;
  label: LocalText;
  operator: Operator | null;
  /** Fen, persons, code … as stored; a ratio as `{ numerator, denominator }`; null when not known. */
  actual: FactValue | { numerator: number; denominator: number } | null;
  actualText: LocalText;
  required: RequiredValue[];
  requiredText: LocalText;
  unit: FactUnit | null;
  source: string | null;
  asOf: string | null;
}

export interface QuantifierExplanation extends ExplainedLeaf {
  kind: 'quantifier';
  over: string;
  label: LocalText;
  quantifier: Quantifier;
  count: { operator: CountOperator; required: RequiredValue[] } | null;
  /** Row by row in the given order; null when the rows were not given. */
  rows: { result: Verdict; root: ExplanationNode }[] | null;
}

export type RequiredValue =
  | { kind: 'constant'; value: RuleConstant }
  | { kind: 'parameter'; name: string; label: LocalText; value: number | null }
  | { kind: 'fact'; name: string; label: LocalText; value: FactValue | null };

export interface MissingEvidence {
  kind: 'fact' | 'parameter' | 'collection' | 'rule';
  name: string;
  label: LocalText;
  /** What is missing, in words a village team understands. */
  meaning: LocalText;
}
