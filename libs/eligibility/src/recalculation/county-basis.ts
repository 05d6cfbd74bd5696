import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson, ruleSubjects, type ParameterValues } from '#domain';
import { currentContext } from '#platform';
import { EntitlementBasisReader, entitlementWord } from '../entitlements/entitlement-basis.js';
import type { EntitlementBasis } from '../entitlements/entitlement.queries.js';
import { judgedLevels, type JudgedLevel } from '../levels.js';
import { RuleReader } from '../rules/rule-reader.js';
import { factSelects } from './compute.queries.js';
import { CountyParameters } from './county-parameters.js';
import type { JudgingRule } from './judgement.queries.js';
import { stampVillages } from './recalculation.queries.js';

/** Everything beside the written rows that verdicts of a county rest on. When it changes, the whole county is computed again. */
export interface CountyBasis {
  readonly years: readonly number[];
  readonly rules: Readonly<Record<JudgedLevel, readonly JudgingRule[]>>;
  /** Parameters by year, as the statements take them. */
  readonly parameters: readonly ParameterValues[];
  readonly entitlements: EntitlementBasis;
  readonly hash: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
/** A new way of computing, judging or counting makes every county due. */
export const factsVersion = sha256(Object.values(factSelects).join() + JSON.stringify(ruleSubjects) + stampVillages).slice(0, 16);

const noEntitlements: EntitlementBasis = { year: 0, running: 0, measures: [], needs: [] };

@Injectable()
export class BasisReader {
  constructor(
    private readonly rules: RuleReader,
    private readonly parameters: CountyParameters,
    private readonly measures: EntitlementBasisReader,
  ) {}

  /** `newest` is the newest year that something is recorded of: entitlements are those of that year. Without it, facts and verdicts alone are meant. */
  async read(countyCode: string, years: readonly number[], newest?: number | null): Promise<CountyBasis> {
    const versions = await this.rules.ofYears(years);
    const parameters: (ParameterValues & { year: number })[] = [];
    for (const year of years) parameters.push({ ...(await this.parameters.ofYear(countyCode, year)), year });
    const judging = versions.map(({ id, code, level, expression, years: judged }): JudgingRule => ({ code, level, expression, versionId: id, years: judged }));
    const rules = Object.fromEntries(judgedLevels.map((level) => [level, judging.filter((rule) => rule.level === level)])) as unknown as CountyBasis['rules'];
    const named = judging.map(({ versionId, years: judged }) => ({ versionId, years: judged }));
    const entitlements = newest === undefined ? noEntitlements : await this.measures.read(newest, Number(currentContext().today.slice(0, 4)));
    const hash = sha256(canonicalJson({ factsVersion, years, rules: named, parameters, entitlements: entitlementWord(entitlements) }));
    return { years, rules, parameters, entitlements, hash };
  }
}
