import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson, ruleSubjects, type ParameterValues } from '#domain';
import { judgedLevels, type JudgedLevel } from '../levels.js';
import { RuleReader } from '../rules/rule-reader.js';
import { factSelects } from './compute.queries.js';
import { CountyParameters } from './county-parameters.js';
import type { JudgingRule } from './judgement.queries.js';

/** Everything beside the written rows that verdicts of a county rest on. When it changes, the whole county is computed again. */
export interface CountyBasis {
  readonly years: readonly number[];
  readonly rules: Readonly<Record<JudgedLevel, readonly JudgingRule[]>>;
  /** Parameters by year, as the statements take them. */
  readonly parameters: readonly ParameterValues[];
  readonly hash: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
/** A new way of computing or judging makes every county due. */
export const factsVersion = sha256(Object.values(factSelects).join() + JSON.stringify(ruleSubjects)).slice(0, 16);

@Injectable()
export class BasisReader {
  constructor(
    private readonly rules: RuleReader,
    private readonly parameters: CountyParameters,
  ) {}

  async read(countyCode: string, years: readonly number[]): Promise<CountyBasis> {
    const versions = await this.rules.ofYears(years);
    const parameters: (ParameterValues & { year: number })[] = [];
    for (const year of years) parameters.push({ ...(await this.parameters.ofYear(countyCode, year)), year });
    const judging = versions.map(({ id, code, level, expression, years: judged }): JudgingRule => ({ code, level, expression, versionId: id, years: judged }));
    const rules = Object.fromEntries(judgedLevels.map((level) => [level, judging.filter((rule) => rule.level === level)])) as unknown as CountyBasis['rules'];
    const named = judging.map(({ versionId, years: judged }) => ({ versionId, years: judged }));
    return { years, rules, parameters, hash: sha256(canonicalJson({ factsVersion, years, rules: named, parameters })) };
  }
}
