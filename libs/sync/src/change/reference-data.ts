import { Injectable } from '@nestjs/common';
import { codeLists, codeListVersion, RULE_PARAMETERS, type ParameterValues } from '#domain';
import { ParameterReader } from '#divisions';
import { RuleReader } from '#eligibility';
import { Db } from '#platform';
import { MeasureReader } from '#measures';
import { PackReader } from '#procedures';
import { referenceChanged } from './change.queries.js';

const names = RULE_PARAMETERS.map(({ name }) => name);

/** Rules, parameters, measures and code lists, as a phone needs them to judge without network. */
@Injectable()
export class ReferenceData {
  constructor(
    private readonly db: Db,
    private readonly rules: RuleReader,
    private readonly parameters: ParameterReader,
    private readonly measures: MeasureReader,
    private readonly packs: PackReader,
  ) {}

  async changedSince(next: number, back: number): Promise<boolean> {
    return (await this.db.one<{ changed: boolean }>(referenceChanged, [next, back])).changed;
  }

  async read(countyCode: string, years: readonly number[]): Promise<Record<string, unknown>> {
    const rules = await this.rules.ofYears(years);
    const parameters: Record<number, ParameterValues> = {};
    for (const year of years) parameters[year] = await this.parameters.values(names, { year, division: countyCode, on: `${year}-12-31` });
    const measures = (await this.measures.inForce(`${Math.max(...years)}-12-31`)).map(({ examples: _, sources: __, ...measure }) => measure);
    return {
      codeListVersion,
      codeLists: codeLists.map(({ name, items }) => ({ name, items: items.map(({ code, zh, en }) => ({ code, zh, en })) })),
      rules: rules.map((rule) => ({ id: rule.id, code: rule.code, version: rule.version, level: rule.level, name: rule.name, expression: rule.expression, years: rule.years })),
      parameters, measures, packs: await this.procedures(countyCode, Math.max(...years)),
    };
  }

  /** Procedures about households, all versions: running cases keep theirs. `noticeDays` by step, where a number has been set. */
  private async procedures(countyCode: string, year: number): Promise<unknown[]> {
    const found = [];
    for (const { id, content } of await this.packs.all()) {
      if (content.subject !== 'household') continue;
      const noticeDays: Record<string, number> = {};
      for (const { code, notice } of content.steps) {
        const days = notice && (await this.noticeDays(notice.daysParameter, { year, countyCode }));
        if (days !== null) noticeDays[code] = days;
      }
      found.push({ id, pack: content, noticeDays });
    }
    return found;
  }

  private async noticeDays({ name, subject }: { name: string; subject: string | null }, { year, countyCode }: { year: number; countyCode: string }): Promise<number | null> {
    return (await this.parameters.effective(name, { year, division: countyCode, subject: subject ?? undefined }))?.value ?? null;
  }
}
