import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson, checkProblems, codeRange, problem, RULE_PARAMETERS, uuidV7, VERDICTS, type CheckBasis, type CheckParameter, type CheckValue, type LocalText, type Rule, type RuleExample } from '#domain';
import { ParameterReader } from '#divisions';
import { currentContext, Db } from '#platform';
import { CheckCatalogue, divisionOf } from '../catalogue/check-catalogue.js';
import type { CheckVersionRow } from '../catalogue/check-version.queries.js';
import { checkStatement } from '../run/check-statement.queries.js';
import { joins } from '../run/count-hits.queries.js';
import { countiesWithin } from '../run/run.queries.js';
import * as sql from './check-publish.queries.js';

export interface CheckCandidate {
  readonly rule: Record<string, unknown>;
  /** Of the version before without them. */
  readonly parameters?: readonly CheckParameter[] | undefined;
  readonly year: number;
}

export interface NewCheckVersion extends CheckCandidate {
  readonly name?: LocalText | undefined;
  readonly meaning?: LocalText | undefined;
  readonly values?: readonly CheckValue[] | undefined;
  readonly basis: readonly CheckBasis[];
  readonly examples: readonly Record<string, unknown>[];
  readonly effectiveFrom: string;
  /** What the simulation over that year answered with. */
  readonly seal: string;
}

export interface CheckNumbers {
  /** By name; null takes a number away again. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly basis: CheckBasis;
  readonly effectiveFrom: string;
}

export interface CheckSimulation {
  readonly counties: readonly sql.ChangeRow[];
  readonly come: number;
  readonly go: number;
  readonly seal: string;
}

const policyNumbers = RULE_PARAMETERS.map(({ name }) => name);

/** Publishes versions of checks in rule form, once somebody has looked at whom they change. Statements come with a release. */
@Injectable()
export class CheckPublisher {
  constructor(
    private readonly db: Db,
    private readonly catalogue: CheckCatalogue,
    private readonly parameters: ParameterReader,
  ) {}

  /** What another rule would find in one's territory, beside what is found now. @throws `check.unknown`, `check.statement`, `check.invalid` */
  async simulate(code: string, candidate: CheckCandidate): Promise<CheckSimulation> {
    const last = await this.lastInRuleForm(code);
    const check = { ...last, rule: candidate.rule as unknown as Rule, parameters: candidate.parameters ?? last.parameters }; // judged next
    this.requireGood(check, []);
    const { year } = candidate;
    const { from, to } = codeRange(divisionOf(undefined));
    await this.db.query(sql.roomForSimulation);
    await this.db.query(joins.whole);
    const counties = (await this.db.query<{ code: string }>(countiesWithin, [from, to])).map((row) => row.code);
    const countyParameters: { countyCode: string; values: Record<string, number | null> }[] = [];
    for (const county of counties) countyParameters.push({ countyCode: county, values: await this.parameters.values(policyNumbers, { year, division: county, on: `${year}-12-31` }) });
    const found = checkStatement(check, { from, to, year, today: currentContext().today, countyParameters });
    const changes = sql.changesBy(check, found, { from, to, year });
    const rows = await this.db.query<sql.ChangeRow>(changes.sql, changes.values);
    const seal = createHash('sha256').update(canonicalJson({ code, rule: candidate.rule, parameters: check.parameters.map((one) => ({ ...one })), year, rows: rows.map((row) => ({ ...row })) })).digest('hex');
    return { counties: rows, come: rows.reduce((sum, row) => sum + row.come, 0), go: rows.reduce((sum, row) => sum + row.go, 0), seal };
  }

  /** Throws `check.unknown`, `check.statement`, `check.invalid`, `check.examples-failed`, `check.dates`, `check.simulate-first`. */
  async publish(code: string, version: NewCheckVersion): Promise<CheckVersionRow> {
    await this.db.query(sql.lockVersions, [code]);
    const last = await this.lastInRuleForm(code);
    if (last.valid_from >= version.effectiveFrom) throw problem('check.dates', { after: last.valid_from });
    const { name = last.name, meaning = last.meaning, values = last.shown, parameters = last.parameters, basis, rule, effectiveFrom } = version;
    this.requireGood({ ...last, rule: rule as unknown as Rule, name, meaning, shown: values, parameters, basis }, version.examples, true); // judged inside
    const seen = await this.simulate(code, version);
    if (seen.seal !== version.seal) throw problem('check.simulate-first', { come: seen.come, go: seen.go });
    if (last.valid_to === null) await this.db.query(sql.endVersion, [last.id, effectiveFrom]);
    const id = uuidV7();
    await this.db.query(sql.insertVersion, [last.id, id, JSON.stringify({ name, meaning, basis, parameters, shown: values, rule, examples: version.examples, valid_from: effectiveFrom, valid_to: last.valid_to })]);
    const [made] = await this.catalogue.byIds([id]);
    if (!made) throw new Error('the version was not written');
    return made;
  }

  /** Sets numbers of a check, in whatever form it is: a new version with everything else as before. @throws `check.unknown`, `check.dates`, `check.parameters` */
  async setParameters(code: string, { values, basis, effectiveFrom }: CheckNumbers): Promise<CheckVersionRow> {
    await this.db.query(sql.lockVersions, [code]);
    const [last] = await this.catalogue.versions(code);
    if (!last) throw problem('check.unknown', { code });
    if (last.valid_from >= effectiveFrom) throw problem('check.dates', { after: last.valid_from });
    const given = Object.entries(values);
    if (given.length === 0) throw problem('check.parameters', { name: '' });
    for (const [name, value] of given) {
      const parameter = last.parameters.find((one) => one.name === name);
      if (!parameter || !fits(parameter.unit, value)) throw problem('check.parameters', { name });
    }
    const id = uuidV7();
    await this.db.query(sql.setParameters, [last.id, id, JSON.stringify(values), basis.tag, JSON.stringify([basis]), effectiveFrom]);
    const [made] = await this.catalogue.byIds([id]);
    if (!made) throw new Error('the version was not written');
    return made;
  }

  private async lastInRuleForm(code: string): Promise<CheckVersionRow> {
    const [last] = await this.catalogue.versions(code);
    if (!last || last.rule === null) throw problem('check.statement', { code });
    return last;
  }

  /** The same judgement as that of the files; a version that is published must show each of the three answers. */
  private requireGood(check: Omit<CheckVersionRow, 'examples'>, examples: readonly Record<string, unknown>[], mustShowAll = false): void {
    const { code, version, ordinal, severity, room, subject, name, meaning, basis, parameters, registers, reach, shown: values, rule_level: level, rule, valid_from: validFrom } = check;
    const problems = checkProblems({ code, version: version + 1, ordinal, severity, room, subject, name, meaning, basis, parameters, registers, reach, values, level, rule, examples, validFrom, validTo: null }, null);
    if (problems) throw problem(problems.examples.length > 0 ? 'check.examples-failed' : 'check.invalid', { ...problems });
    const untested = VERDICTS.filter((verdict) => (examples as unknown as readonly RuleExample[]).every(({ expected }) => expected !== verdict));
    if (mustShowAll && untested.length > 0) throw problem('check.examples-failed', { untested });
  }
}

/** Words where the number is a list of words, else a number that is not negative; null is not set. */
function fits(unit: string, value: unknown): boolean {
  if (value === null) return true;
  if (unit === 'words') return typeof value === 'string' && value.length > 0 && value.length <= 2_000;
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
