import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson, checkMeasure, FACT_CATALOGUE, isJudgedLevel, problem, uuidV7, validateRule, type Measure, type Rule } from '#domain';
import { MeasureStore, type MeasureVersionRow } from '#measures';
import { currentContext, Db } from '#platform';
import { RegionReader } from '../recalculation/region-reader.js';
import { joins, roomForCounty } from '../recalculation/recalculation.queries.js';
import { PresentHouseholds } from './present-household.js';
import * as sql from './measure-simulation.queries.js';

export interface MeasureCandidate {
  readonly code: string;
  readonly level: Measure['level'];
  readonly eligibility: Rule | null;
}

export interface CountyMeasureFlips {
  readonly countyCode: string;
  readonly changes: readonly sql.MeasureFlipRow[];
}

export interface MeasureSimulation {
  /** Households or persons whose answer changes. */
  readonly flips: number;
  readonly counties: readonly CountyMeasureFlips[];
  /** What was seen, in one word: publishing asks for it. */
  readonly seal: string;
}

export type NewMeasureVersion = Omit<Measure, 'version' | 'effectiveTo'> & { readonly seal: string };

/** Shows whom another rule of a measure changes, and publishes versions whose effect was looked at. */
@Injectable()
export class MeasurePublisher {
  constructor(
    private readonly db: Db,
    private readonly store: MeasureStore,
    private readonly present: PresentHouseholds,
    private readonly regions: RegionReader,
  ) {}

  /** Over the whole region. A rule that is not set answers nobody. Throws `measure.invalid`. */
  async simulate({ code, level, eligibility }: MeasureCandidate): Promise<MeasureSimulation> {
    const errors = eligibility && isJudgedLevel(level) ? validateRule(eligibility, FACT_CATALOGUE, level) : [];
    if (errors.length > 0) throw problem('measure.invalid', { eligibility: errors });
    const running = Number(currentContext().today.slice(0, 4));
    const places = await this.db.query<sql.ComputedCountyRow>(sql.computedCounties, [await this.regions.code(), running]);
    const candidate = { code, level: isJudgedLevel(level) ? level : 'household', versionId: uuidV7(), delivery: 'PLAN', eligibility, standing: eligibility, receivedWhen: null } as const;
    await this.db.query(roomForCounty);
    await this.db.query(joins.whole);
    const counties: CountyMeasureFlips[] = [];
    for (const { county_code: countyCode, year } of places) {
      const villages = (await this.db.query<{ village_code: string }>(sql.villagesWithHouseholds, [countyCode])).map((row) => row.village_code);
      const parameters = [{ ...(await this.present.parametersOf(countyCode, year, `${year}-12-31`)), year }];
      const { sql: text, values } = sql.measureFlips(candidate, { year, running });
      const changes = await this.db.query<sql.MeasureFlipRow>(text, [countyCode, villages, [year], JSON.stringify(parameters), ...values]);
      if (changes.length > 0) counties.push({ countyCode, changes });
    }
    await this.db.query(joins.usual);
    const flips = counties.flatMap(({ changes }) => changes).reduce((sum, { subjects }) => sum + subjects, 0);
    const seal = createHash('sha256').update(canonicalJson({ code, level, eligibility, counties: counties.map(({ countyCode, changes }) => ({ countyCode, changes: changes.map((row) => ({ ...row })) })) })).digest('hex');
    return { flips, counties, seal };
  }

  /** Throws `measure.invalid`, `measure.examples-failed`, `measure.level`, `measure.dates`, `measure.simulate-first`. */
  async publish({ seal, ...version }: NewMeasureVersion): Promise<MeasureVersionRow> {
    const last = await this.store.lock(version.code);
    if (last && last.level !== version.level) throw problem('measure.level', { code: version.code, level: last.level });
    if (last && last.valid_from >= version.effectiveFrom) throw problem('measure.dates', { after: last.valid_from });
    const measure: Measure = { ...version, version: (last?.version ?? 0) + 1, effectiveTo: last?.valid_to ?? null };
    const problems = checkMeasure(measure, FACT_CATALOGUE);
    if (problems) {
      const faulty = problems.fields.length + problems.eligibility.length + problems.receivedWhen.length > 0;
      throw problem(faulty ? 'measure.invalid' : 'measure.examples-failed', { ...problems });
    }
    const seen = await this.simulate(version);
    if (seen.seal !== seal) throw problem('measure.simulate-first', { flips: seen.flips });
    const published = await this.store.add(measure, last);
    this.regions.wakeAllAfterCommit();
    return published;
  }
}
