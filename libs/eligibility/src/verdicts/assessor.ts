import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson, explain, FACT_CATALOGUE, problem, type CaseId, type FactValues, type ParameterValues, type RuleExplanation, type RuleSubject, type Verdict } from '#domain';
import { Db } from '#platform';
import { householdFactsSql } from '../facts/household-facts.queries.js';
import type { JudgedLevel } from '../levels.js';
import { CountyParameters } from '../recalculation/county-parameters.js';
import { BasisReader } from '../recalculation/county-basis.js';
import { factsFromNothing } from '../recalculation/from-nothing.js';
import { joins, roomForCounty, villagesOfCounty } from '../recalculation/recalculation.queries.js';
import { RuleReader } from '../rules/rule-reader.js';
import { lockHousehold, lockVillage } from './assessor.queries.js';
import { membersOf } from './explanation-reader.js';

export interface AssessedRule {
  readonly ruleCode: string;
  /** Null when no version of the rule is in force for the year: the verdict is then `unproven`. */
  readonly ruleVersionId: string | null;
  readonly verdict: Verdict;
  readonly explanation: RuleExplanation | null;
}

export interface AssessedFacts {
  readonly year: number;
  readonly facts: FactValues;
  /** Facts of its persons; empty for a village or a county. */
  readonly members: readonly FactValues[];
  readonly parameters: ParameterValues;
  /** Changes whenever a fact, a person's fact, a rule version or a parameter that was looked at changes. */
  readonly factsHash: string;
  readonly rules: readonly AssessedRule[];
}

export interface Assessment extends AssessedFacts, Omit<AssessedRule, 'ruleCode'> {}

/**
 * Computes the facts of one subject from what is written at this moment, inside the caller's transaction, and judges them.
 * Nothing is stored: stored facts belong to the recalculation alone, a decision rests on what it saw with the subject locked.
 */
@Injectable()
export class Assessor {
  constructor(
    private readonly db: Db,
    private readonly rules: RuleReader,
    private readonly parameters: CountyParameters,
    private readonly basis: BasisReader,
  ) {}

  /** Locks the household. Throws `not-found`, `verdict.not-computable`. */
  async household(id: CaseId, { year, ruleCode }: { year: number; ruleCode: string }): Promise<Assessment> {
    return single(await this.householdByRules(id, { year, ruleCodes: [ruleCode] }));
  }

  async householdByRules(id: CaseId, { year, ruleCodes }: { year: number; ruleCodes: readonly string[] }): Promise<AssessedFacts> {
    if (!(await this.db.maybeOne(lockHousehold, [id.countyCode, id.id]))) throw problem('not-found');
    await this.db.query(joins.few);
    const facts = await this.facts('household', householdFactsSql('household'), [id.countyCode, [id.id], [year]]);
    await this.db.query(joins.usual);
    const members = await membersOf(this.db, facts, { countyCode: id.countyCode, householdId: id.id, year });
    return this.judge('household', { facts, related: { members } }, { countyCode: id.countyCode, year, ruleCodes });
  }

  /** Locks the households of the village against changes. */
  async village(villageCode: string, year: number, ruleCode = 'village.exit'): Promise<Assessment> {
    return single(await this.areaByRules('village', villageCode, { year, ruleCodes: [ruleCode] }));
  }

  async county(countyCode: string, year: number, ruleCode = 'county.exit'): Promise<Assessment> {
    return single(await this.areaByRules('county', countyCode, { year, ruleCodes: [ruleCode] }));
  }

  /** A village (12 digits) or a county (6 digits), computed from the written tables up. */
  async areaByRules(level: 'village' | 'county', code: string, { year, ruleCodes }: { year: number; ruleCodes: readonly string[] }): Promise<AssessedFacts> {
    const countyCode = code.slice(0, 6);
    const villages = level === 'village' ? [code] : (await this.db.query<{ code: string }>(villagesOfCounty, [countyCode])).map((row) => row.code);
    if (level === 'village') await this.db.query(lockVillage, [countyCode, code]);
    else await this.db.query(roomForCounty);
    const basis = await this.basis.read(countyCode, [year]);
    const { ctes, select, values } = factsFromNothing(level, basis);
    const places = [countyCode, villages, [year]];
    await this.db.query(level === 'village' ? joins.few : joins.whole);
    const facts = await this.facts(level, `with ${ctes.join(', ')} ${select}`, level === 'county' ? [...places, JSON.stringify(basis.parameters), ...values] : places);
    await this.db.query(joins.usual);
    return this.judge(level, { facts }, { countyCode, year, ruleCodes });
  }

  private async facts(level: JudgedLevel, sql: string, params: readonly unknown[]): Promise<FactValues> {
    try {
      const row = await this.db.maybeOne<Record<string, unknown>>(sql, params);
      if (!row) throw problem('not-found');
      const names = [...FACT_CATALOGUE.facts[level].values()].filter(({ type }) => type !== 'ratio').map(({ name }) => name);
      return Object.fromEntries(names.map((name) => [name, row[name] ?? null])) as FactValues;
    } catch (error) {
      const { code, message } = error as { code?: unknown; message?: unknown };
      if (typeof code === 'string' && /^22/.test(code)) throw problem('verdict.not-computable', { message: String(message) });
      throw error;
    }
  }

  private async judge(level: JudgedLevel, subject: RuleSubject, { countyCode, year, ruleCodes }: { countyCode: string; year: number; ruleCodes: readonly string[] }): Promise<AssessedFacts> {
    const parameters = await this.parameters.ofYear(countyCode, year);
    const rules: AssessedRule[] = [];
    for (const ruleCode of ruleCodes) {
      const version = await this.rules.effective(ruleCode, `${year}-12-31`);
      const explanation = version && explain(version.expression, { catalogue: FACT_CATALOGUE, level, subject, parameters });
      rules.push({ ruleCode, ruleVersionId: version?.id ?? null, verdict: explanation?.verdict ?? 'unproven', explanation });
    }
    const members = (subject.related?.['members'] ?? []).map(withoutKeys);
    const looked = { facts: subject.facts, members, parameters, rules: rules.map(({ ruleVersionId }) => ruleVersionId) };
    const factsHash = createHash('sha256').update(canonicalJson(looked)).digest('hex');
    return { year, facts: subject.facts, members, parameters, factsHash, rules };
  }
}

/** What belongs to the row, not to the person: a household that moves keeps its facts. */
function withoutKeys(facts: FactValues): FactValues {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => name !== 'county_code' && name !== 'village_code'));
}

function single(assessed: AssessedFacts): Assessment {
  const [rule] = assessed.rules;
  return { ...assessed, ruleVersionId: rule?.ruleVersionId ?? null, verdict: rule?.verdict ?? 'unproven', explanation: rule?.explanation ?? null };
}
