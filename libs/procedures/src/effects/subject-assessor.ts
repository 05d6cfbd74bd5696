import type { SubjectKind, Verdict } from '#domain';

/** What a case is about. A county's village code is its own, padded with zeros. */
export interface CaseSubject {
  readonly kind: SubjectKind;
  readonly countyCode: string;
  readonly villageCode: string;
  /** 12 digits of a village, 6 of a county. */
  readonly division: string;
  readonly householdId: string | null;
}

export interface AssessedRule {
  readonly rule: string;
  /** Null when no version of the rule is in force: the verdict is then `unproven`. */
  readonly ruleVersionId: string | null;
  readonly verdict: Verdict;
  readonly explanation: unknown;
}

export interface Assessed {
  readonly facts: Readonly<Record<string, unknown>>;
  /** What else the rules looked at: facts of persons, and policy numbers by name. */
  readonly members: readonly Readonly<Record<string, unknown>>[];
  readonly parameters: Readonly<Record<string, number | null | undefined>>;
  /** Changes whenever anything changes that the facts or the rules look at. */
  readonly factsHash: string;
  readonly rules: readonly AssessedRule[];
}

/** What procedures need of eligibility: facts and verdicts, recomputed inside the running transaction with the subject locked. */
export abstract class SubjectAssessor {
  abstract assess(subject: CaseSubject, rules: readonly string[], year: number): Promise<Assessed>;
}
