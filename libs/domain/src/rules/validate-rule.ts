import type { FactCatalogue } from '../facts/catalogue.js';
import type { FactLevel } from '../facts/fact-definition.js';
import { planRule } from './plan-rule.js';
import type { RuleError } from './rule-errors.js';
import type { Rule } from './rule.js';

/** Everything wrong with a rule, with JSON paths and messages in both languages; empty for a good one. Never throws. */
export function validateRule(rule: unknown, catalogue: FactCatalogue, level: FactLevel): RuleError[] {
  return planRule(rule, catalogue, level).errors;
}

/** Type guard over {@link validateRule}. */
export function isRule(rule: unknown, catalogue: FactCatalogue, level: FactLevel): rule is Rule {
  return validateRule(rule, catalogue, level).length === 0;
}
