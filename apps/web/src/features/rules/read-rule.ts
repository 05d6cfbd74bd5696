import { describeRule, FACT_CATALOGUE, validateRule, type FactLevel, type LocalText, type RuleError } from '#domain';

export interface ReadRule {
  readonly rule: Record<string, unknown> | null;
  readonly sentence: LocalText | null;
  readonly faults: readonly RuleError[];
  readonly unreadable: boolean;
}

/** What somebody has typed: the rule with its sentence, or what is wrong with it. */
export function readRule(text: string, level: FactLevel): ReadRule {
  let rule: unknown;
  try {
    rule = JSON.parse(text);
  } catch {
    return { rule: null, sentence: null, faults: [], unreadable: true };
  }
  const faults = validateRule(rule, FACT_CATALOGUE, level);
  if (faults.length > 0) return { rule: null, sentence: null, faults, unreadable: false };
  return { rule: rule as Record<string, unknown>, sentence: describeRule(rule, { catalogue: FACT_CATALOGUE, level }), faults, unreadable: false };
}
