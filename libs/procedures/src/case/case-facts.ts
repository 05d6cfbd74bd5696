import { Injectable } from '@nestjs/common';
import { canonicalJson, problem, uuidV7, type PackStep, type ProblemCode, type RuleNeed, type Verdict } from '#domain';
import { HouseholdReader } from '#households';
import { currentContext, Db } from '#platform';
import { SubjectAssessor, type Assessed } from '../effects/subject-assessor.js';
import type { CaseRow, SnapshotRow } from './case-rows.js';
import { keyOf } from './case-store.js';
import * as sql from './case.queries.js';
import { subjectOf, type LoadedCase } from './loaded-case.js';

export interface FactsPassed {
  readonly assessed: Assessed | null;
  /** Columns of the case that change because facts were pinned. */
  readonly changes: Partial<CaseRow>;
}

const refusals: Readonly<Record<Verdict, ProblemCode>> = { met: 'case.ineligible', not_met: 'case.rule-not-met', unproven: 'case.rule-unproven' };

/**
 * Facts under a decision: pinned when the evidence was reviewed, recomputed with the subject locked when it is decided, and
 * refused when they are no longer the same. The lock comes first: nobody changes an income between the look and the signature.
 */
@Injectable()
export class CaseFacts {
  constructor(
    private readonly db: Db,
    private readonly households: HouseholdReader,
    private readonly assessor: SubjectAssessor,
  ) {}

  /** What a step demands of the facts. Throws `case.facts-changed`, `case.rule-not-met`, `case.rule-unproven`, `case.ineligible`. */
  async pass(kase: LoadedCase, step: PackStep): Promise<FactsPassed> {
    if (step.facts === null) return { assessed: null, changes: {} };
    const { row, pack } = kase;
    const assessed = await this.look(kase);
    if (step.facts === 'check') await this.requireUnchanged(row, assessed);
    for (const need of pack.rules) requireVerdict(need, assessed);
    return step.facts === 'pin' ? { assessed, changes: await this.pin(row, step, assessed) } : { assessed, changes: {} };
  }

  /** The facts of this moment, with the subject locked first. */
  async look({ row, pack }: LoadedCase): Promise<Assessed> {
    const subject = subjectOf(row);
    if (subject.householdId !== null) await this.households.lockForDecision({ countyCode: row.county_code, id: subject.householdId });
    return this.assessor.assess(subject, pack.rules.map(({ rule }) => rule), row.year);
  }

  /** Keeps the facts of this moment. */
  async pin(row: CaseRow, step: PackStep, assessed: Assessed): Promise<Partial<CaseRow>> {
    const id = uuidV7();
    const snapshot = {
      ...keyOf(row), id, household_id: row.household_id, step: step.code, year: row.year, facts: assessed.facts, members: assessed.members, parameters: assessed.parameters,
      facts_hash: assessed.factsHash, rules: assessed.rules, taken_at: currentContext().now,
    };
    await this.db.query(sql.insertSnapshot, [JSON.stringify(snapshot)]);
    return { snapshot_id: id, facts_hash: assessed.factsHash, verdict: assessed.rules[0]?.verdict ?? null };
  }

  private async requireUnchanged(row: CaseRow, assessed: Assessed): Promise<void> {
    if (row.facts_hash === null || row.snapshot_id === null) throw problem('case.facts-not-pinned');
    if (row.facts_hash === assessed.factsHash) return;
    const pinned = await this.db.one<SnapshotRow>(sql.snapshotById, [row.county_code, row.snapshot_id]);
    throw problem('case.facts-changed', {
      verifiedHash: row.facts_hash, currentHash: assessed.factsHash, verifiedAt: pinned.taken_at.toISOString(), changes: changedFacts(pinned.facts, assessed.facts),
    });
  }
}

function requireVerdict(need: RuleNeed, assessed: Assessed): void {
  const found = assessed.rules.find(({ rule }) => rule === need.rule);
  const verdict = found?.verdict ?? 'unproven';
  if (need.refuseWhen.includes(verdict)) throw problem(refusals[verdict], { rule: need.rule, verdict, explanation: found?.explanation ?? null });
}

/** Facts by name whose values differ, with both values. */
export function changedFacts(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): { fact: string; verified: unknown; current: unknown }[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const text = (value: unknown): string => canonicalJson(value ?? null);
  return names.filter((name) => text(before[name]) !== text(after[name])).map((fact) => ({ fact, verified: before[fact] ?? null, current: after[fact] ?? null }));
}
