import { Injectable } from '@nestjs/common';
import { ParameterReader } from '#divisions';
import {
  evaluate, FACT_CATALOGUE, factsOfAnswers, problem, rateKinds, rateOf, respondentWeights, RULE_PARAMETERS,
  type DifferenceCause, type Rate, type RateKind, type StratumSize, type Verdict, type VisitedUnit,
} from '#domain';
import { RuleReader } from '#eligibility';
import { currentContext, Db } from '#platform';
import { mine } from './sample-reader.js';
import { causesOfAnswers, visitedUnits, type VisitedRow } from './results.queries.js';
import type { SampleRow } from './sample.queries.js';

export interface FieldDifferences {
  readonly field: string;
  readonly differ: number;
  readonly answered: number;
  /** Seen minus recorded, added up; null when the field is no amount. */
  readonly gapFen: number | null;
  readonly causes: readonly { readonly cause: DifferenceCause; readonly count: number }[];
}

/** Figures of one county as `POST /counties/:code/assessments` takes them: persons for the two errors, respondents for approval. */
export interface AssessmentOffer {
  readonly countyCode: string;
  readonly year: number;
  readonly kind: RateKind;
  readonly sampled: number;
  readonly found: number;
  readonly assessedOn: string;
  readonly document: string;
}

export interface SampleResultSet {
  readonly computedAt: string;
  readonly year: number;
  /** Null in a sample of villages. */
  readonly rule: { readonly code: string; readonly version: number } | null;
  readonly frameSize: number;
  readonly drawn: number;
  readonly answered: number;
  /** Households whose answers were given anew after the record had been shown. */
  readonly revised: number;
  readonly replaced: readonly { readonly reason: string; readonly count: number }[];
  readonly total: readonly Rate[];
  readonly strata: readonly { readonly stratum: string; readonly units: number; readonly answered: number; readonly rates: readonly Rate[] }[];
  readonly differences: readonly FieldDifferences[];
  readonly assessments: readonly AssessmentOffer[];
}

type Answered = VisitedUnit & { readonly row: VisitedRow };

/** Rates of a sample, judged by the exit rule of its year. */
@Injectable()
export class SampleResults {
  constructor(
    private readonly db: Db,
    private readonly rules: RuleReader,
    private readonly parameters: ParameterReader,
  ) {}

  /**
   * As they stand now for whoever drew; as they were closed for others.
   * @throws `sample.not-yours`, `sample.nothing-answered`
   */
  async of(sample: SampleRow): Promise<SampleResultSet> {
    if (sample.state !== 'CLOSED') mine(sample);
    const results = sample.state === 'CLOSED' ? (sample.results as SampleResultSet | null) : await this.compute(sample); // closed: written by `compute`
    if (results === null) throw problem('sample.nothing-answered');
    return results;
  }

  /** Null where nobody answered. @throws `rule.not-in-force` */
  async compute(sample: SampleRow): Promise<SampleResultSet | null> {
    const { year } = sample.settings;
    const rows = await this.db.query<VisitedRow>(visitedUnits, [sample.county_code, sample.id]);
    if (sample.unit === 'village') return this.ofVillages(sample, rows);
    const rule = await this.rules.ofYear('household.exit', year);
    const answered = await this.judged(rows, rule.expression, year);
    if (answered.length === 0) return null;
    const frame: StratumSize[] = sample.strata.map(({ stratum, units }) => ({ stratum, units }));
    const rates = (units: readonly VisitedUnit[], strata: readonly StratumSize[]): Rate[] => rateKinds.map((kind) => rateOf(kind, units, strata));
    return {
      ...counted(sample, rows), rule: { code: rule.code, version: rule.version }, answered: answered.length,
      total: rates(answered, frame),
      strata: frame.map(({ stratum, units }) => {
        const inside = answered.filter((unit) => unit.stratum === stratum);
        return { stratum, units, answered: inside.length, rates: rates(inside, [{ stratum, units }]) };
      }),
      differences: await this.differences(answered.map(({ row }) => row)),
      assessments: this.assessments(sample, answered),
    };
  }

  /** Villages are compared item by item; a rate is of households and persons. */
  private async ofVillages(sample: SampleRow, rows: readonly VisitedRow[]): Promise<SampleResultSet | null> {
    const answered = rows.filter(({ answers }) => answers !== null);
    if (answered.length === 0) return null;
    return { ...counted(sample, rows), rule: null, answered: answered.length, total: [], strata: [], differences: await this.differences(answered), assessments: [] };
  }

  private async judged(rows: readonly VisitedRow[], expression: unknown, year: number): Promise<Answered[]> {
    const weights = respondentWeights(rows.map((row) => ({ stratum: row.stratum, cluster: row.cluster, weight: [row.weight_num, row.weight_den], role: row.role, answered: row.answers !== null })));
    const parameters = new Map<string, Record<string, number | null>>();
    for (const county of new Set(rows.map(({ household_county: code }) => code))) {
      parameters.set(county, await this.parameters.values(RULE_PARAMETERS.map(({ name }) => name), { year, division: county, on: `${year}-12-31` }));
    }
    return rows.flatMap((row, i): Answered[] => {
      if (row.answers === null) return [];
      const exitRule: Verdict = evaluate(expression, { catalogue: FACT_CATALOGUE, level: 'household', subject: { facts: factsOfAnswers(row.answers) }, parameters: parameters.get(row.household_county) ?? {} });
      return [{
        stratum: row.stratum, cluster: row.cluster, weight: weights[i] ?? 0, status: row.household_status, persons: row.answers.memberCount, exitRule,
        satisfaction: row.answers.satisfaction, row,
      }];
    });
  }

  private async differences(rows: readonly VisitedRow[]): Promise<FieldDifferences[]> {
    const all = rows.flatMap(({ differences }) => differences ?? []);
    const counties = [...new Set(rows.map(({ household_county: code }) => code))];
    const causes = await this.db.query<{ field: string; cause: DifferenceCause }>(causesOfAnswers, [counties, rows.map(({ answer_id: id }) => id)]);
    return countBy(all.map(({ field }) => field)).map(([field, differ]) => {
      const gaps = all.flatMap((difference) => (difference.field === field && difference.gapFen !== null ? [difference.gapFen] : []));
      return {
        field, differ, answered: rows.length, gapFen: gaps.length === 0 ? null : gaps.reduce((sum, gap) => sum + gap, 0),
        causes: countBy(causes.filter((cause) => cause.field === field).map(({ cause }) => cause)).map(([cause, count]) => ({ cause, count })),
      };
    });
  }

  private assessments(sample: SampleRow, answered: readonly Answered[]): AssessmentOffer[] {
    const counties = [...new Set(answered.map(({ row }) => row.household_county))].sort();
    return counties.flatMap((countyCode) => rateKinds.flatMap((kind): AssessmentOffer[] => {
      const inside = answered.filter(({ row }) => row.household_county === countyCode);
      const rate = rateOf(kind, inside, [{ stratum: 'ALL', units: Math.max(1, sample.frame_size) }]);
      const { hits, of } = kind === 'APPROVAL' ? rate.households : rate.persons;
      return of === 0 ? [] : [{ countyCode, year: sample.settings.year, kind, sampled: of, found: hits, assessedOn: currentContext().today, document: `抽样 ${sample.name}（${sample.id}）`.slice(0, 200) }];
    }));
  }
}

function counted(sample: SampleRow, rows: readonly VisitedRow[]): Pick<SampleResultSet, 'computedAt' | 'year' | 'frameSize' | 'drawn' | 'revised' | 'replaced'> {
  return {
    computedAt: currentContext().now.toISOString(), year: sample.settings.year, frameSize: sample.frame_size, drawn: sample.drawn,
    revised: rows.filter(({ answer_version: version }) => (version ?? 0) > 1).length,
    replaced: countBy(rows.flatMap(({ replace_reason: reason }) => (reason === null ? [] : [reason]))).map(([reason, count]) => ({ reason, count })),
  };
}

function countBy<Key extends string>(keys: readonly Key[]): [Key, number][] {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
