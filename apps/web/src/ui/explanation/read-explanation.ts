import { VERDICTS, type RuleExplanation } from '#domain';

/** The document of the API calls an explanation an object; this checks that it is one of ours. */
export function readExplanation(value: unknown): RuleExplanation | null {
  if (typeof value !== 'object' || value === null) return null;
  const found = value as Partial<RuleExplanation>;
  const known = VERDICTS.some((verdict) => verdict === found.verdict) && typeof found.root === 'object' && Array.isArray(found.decisive);
  return known ? (found as RuleExplanation) : null;
}
