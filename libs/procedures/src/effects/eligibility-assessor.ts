import { Injectable } from '@nestjs/common';
import { Assessor } from '#eligibility';
import { SubjectAssessor, type Assessed, type CaseSubject } from './subject-assessor.js';

/** Facts and verdicts from eligibility: recomputed from what is written now, under its lock of the subject. */
@Injectable()
export class EligibilityAssessor extends SubjectAssessor {
  constructor(private readonly assessor: Assessor) {
    super();
  }

  async assess(subject: CaseSubject, ruleCodes: readonly string[], year: number): Promise<Assessed> {
    const { facts, members, parameters, factsHash, rules } = await this.ask(subject, { year, ruleCodes });
    return { facts, members, parameters, factsHash, rules: rules.map(({ ruleCode, ruleVersionId, verdict, explanation }) => ({ rule: ruleCode, ruleVersionId, verdict, explanation })) };
  }

  private ask(subject: CaseSubject, question: { year: number; ruleCodes: readonly string[] }): ReturnType<Assessor['householdByRules']> {
    if (subject.kind === 'household') return this.assessor.householdByRules({ countyCode: subject.countyCode, id: subject.householdId ?? '' }, question);
    return this.assessor.areaByRules(subject.kind, subject.division, question);
  }
}
