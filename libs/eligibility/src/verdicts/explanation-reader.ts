import { Injectable } from '@nestjs/common';
import { explainFromLeaves, FACT_CATALOGUE, withHousehold, type FactValues, type LocalText, type RuleExplanation, type Verdict } from '#domain';
import { memberFactsSql } from '../facts/household-facts.queries.js';
import type { JudgedLevel } from '../levels.js';
import { CountyParameters } from '../recalculation/county-parameters.js';
import { RuleReader } from '../rules/rule-reader.js';
import { Db } from '#platform';
import type { FactRow, VerdictRow } from './verdict.queries.js';

export interface ExplainedVerdict {
  readonly ruleCode: string;
  readonly ruleName: LocalText;
  readonly ruleVersion: number;
  readonly ruleVersionId: string;
  readonly verdict: Verdict;
  readonly explanation: RuleExplanation;
  readonly computedAt: Date;
}

/** The rows of the household's persons in a year, as a rule over members sees them. */
export async function membersOf(db: Db, household: FactValues, { countyCode, householdId, year }: { countyCode: string; householdId: string; year: number }): Promise<FactValues[]> {
  const members = await db.query<FactValues>(memberFactsSql('household'), [countyCode, [householdId], [year]]);
  return members.map((member) => withHousehold(member, household));
}

/** Turns stored verdicts into reasons: the stored facts, the version that judged them, and its parameters. */
@Injectable()
export class ExplanationReader {
  constructor(
    private readonly db: Db,
    private readonly rules: RuleReader,
    private readonly parameters: CountyParameters,
  ) {}

  async explain(level: JudgedLevel, facts: FactRow, verdicts: readonly VerdictRow[]): Promise<ExplainedVerdict[]> {
    const parameters = await this.parameters.ofYear(facts.county_code, facts.year);
    const related = level === 'household' ? { members: await membersOf(this.db, facts as unknown as FactValues, { countyCode: facts.county_code, householdId: String(facts['household_id']), year: facts.year }) } : undefined;
    const explained: ExplainedVerdict[] = [];
    for (const row of verdicts) {
      const version = await this.rules.byId(row.rule_version_id);
      // The columns of a fact row are the facts of its level, by the same names.
      const subject = { facts: facts as unknown as FactValues, related };
      const explanation = explainFromLeaves(version.expression, row.leaves, { catalogue: FACT_CATALOGUE, level, subject, parameters });
      explained.push({
        ruleCode: row.rule_code, ruleName: version.name, ruleVersion: version.version, ruleVersionId: row.rule_version_id, verdict: row.verdict, explanation, computedAt: row.computed_at,
      });
    }
    return explained;
  }
}
