import { Injectable, type OnModuleInit } from '@nestjs/common';
import { explainEntitlement, isJudgedLevel, judgingMeasures, problem, type CaseId, type ExplanationNode, type RuleExplanation } from '#domain';
import { EntitlementJudges, MeasureReader, type EntitlementJudge, type EntitlementJudgement } from '#measures';
import { Db } from '#platform';
import { lockHousehold } from '../verdicts/assessor.queries.js';
import { PresentHouseholds } from './present-household.js';

/** $1 county, $2 household, $3 person. */
const memberThere = `select m.id from member m where m.county_code = $1 and m.household_id = $2 and m.id = $3`;

/**
 * Judges one measure for one household or person on a day, from what is written at this moment: by the version in force that
 * day, the registration of that day's year, and the facts of that year or, where it has no record yet, of the newest year before.
 */
@Injectable()
export class MeasureJudge implements EntitlementJudge, OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly judges: EntitlementJudges,
    private readonly measures: MeasureReader,
    private readonly present: PresentHouseholds,
  ) {}

  onModuleInit(): void {
    this.judges.register(this);
  }

  /** Locks the household. Throws `not-found` for a household or person that is not there (one who has no record of the year is unproven), `measure.unknown`, `measure.not-judged`. */
  async judge(householdId: CaseId, memberId: string | null, measureCode: string, on: string): Promise<EntitlementJudgement> {
    const version = await this.measures.effective(measureCode, on);
    if (!version) {
      await this.measures.versions(measureCode);
      return { verdict: 'unproven', ruleSet: true, measureVersionId: null, reasons: [], missing: [`措施“${measureCode}”在${on}没有生效的版本`] };
    }
    if (!isJudgedLevel(version.level) || (version.level === 'member') !== (memberId !== null)) throw problem('measure.not-judged', { code: measureCode });
    if (!(await this.db.maybeOne(lockHousehold, [householdId.countyCode, householdId.id]))) throw problem('not-found');
    if (version.eligibility === null) return { verdict: 'unproven', ruleSet: false, measureVersionId: version.id, reasons: [], missing: [] };
    const running = Number(on.slice(0, 4));
    const { year, facts, members } = await this.present.read(householdId, running);
    if (memberId !== null && !members.some(({ id }) => id === memberId)) {
      if (!(await this.db.maybeOne(memberThere, [householdId.countyCode, householdId.id, memberId]))) throw problem('not-found');
      return { verdict: 'unproven', ruleSet: true, measureVersionId: version.id, reasons: [], missing: [`该成员没有${year}年度的记录`] };
    }
    const parameters = await this.present.parametersOf(householdId.countyCode, year, on);
    const [measure] = judgingMeasures([version]);
    const explanation = measure ? explainEntitlement({ household: facts, members, receipts: [], measures: [], needs: [], parameters }, measure, memberId) : null;
    if (!explanation) throw problem('measure.not-judged', { code: measureCode });
    return {
      verdict: explanation.verdict, ruleSet: true, measureVersionId: version.id,
      reasons: explanation.verdict === 'not_met' ? failing(explanation) : [], missing: explanation.missing.map(({ label, meaning }) => `${label.zh}：${meaning.zh}`),
    };
  }
}

/** The conditions that decide a "no", as sentences. */
function failing(explanation: RuleExplanation): string[] {
  const leaves: string[] = [];
  const visit = (node: ExplanationNode): void => {
    if (node.kind === 'group') node.children.forEach(visit);
    else if (explanation.decisive.includes(node.index)) leaves.push(node.kind === 'leaf' ? `${node.sentence.zh}；实际：${node.actualText.zh}` : node.sentence.zh);
  };
  visit(explanation.root);
  return leaves;
}
