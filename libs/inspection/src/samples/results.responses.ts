import { ApiProperty } from '@nestjs/swagger';
import { differenceCauses, rateDefinitions, rateKinds, type Estimate, type Rate } from '#domain';
import type { SampleResultSet } from './sample-results.service.js';

const text = { type: 'string' } as const;
const number = { type: 'integer' } as const;
const share = { type: 'number', minimum: 0, maximum: 1 } as const;
const intervalTexts: Readonly<Record<Estimate['interval'], string>> = {
  NONE: '无样本', CENSUS: '全数调查，无抽样误差', WILSON: 'Wilson 95% 置信区间', WILSON_FINITE: 'Wilson 95% 置信区间（有限总体校正，n/N > 5%）',
  WILSON_DESIGN: 'Wilson 95% 置信区间（按抽样设计的方差折算有效样本量）',
};

export class SampleEstimate {
  @ApiProperty({ ...number, description: 'Numerator as counted' }) hits!: number;
  @ApiProperty({ ...number, description: 'Denominator as counted' }) of!: number;
  @ApiProperty({ ...share, nullable: true, description: 'Estimate for the frame, by weights' }) share!: number | null;
  @ApiProperty(share) low!: number;
  @ApiProperty(share) high!: number;
  @ApiProperty(text) interval!: string;

  static from({ hits, of, share: estimate, low, high, interval }: Estimate): SampleEstimate {
    return { hits, of, share: estimate, low, high, interval: intervalTexts[interval] };
  }
}

export class SampleRate {
  @ApiProperty({ enum: rateKinds }) kind!: string;
  @ApiProperty(text) name!: string;
  @ApiProperty(text) formula!: string;
  @ApiProperty({ type: SampleEstimate }) households!: SampleEstimate;
  @ApiProperty({ type: SampleEstimate }) persons!: SampleEstimate;
  @ApiProperty({ ...number, description: 'Could not be judged, or did not answer' }) undecided!: number;
  @ApiProperty({ ...share, nullable: true, description: 'None was found: at most this share, with 95 % confidence' }) zeroHitUpper!: number | null;

  static from({ kind, households, persons, undecided, zeroHitUpper }: Rate): SampleRate {
    const { zh, formulaZh } = rateDefinitions[kind];
    return { kind, name: zh, formula: formulaZh, households: SampleEstimate.from(households), persons: SampleEstimate.from(persons), undecided, zeroHitUpper };
  }
}

export class SampleStratumRates {
  @ApiProperty(text) stratum!: string;
  @ApiProperty({ ...number, description: 'N: units of the frame' }) units!: number;
  @ApiProperty({ ...number, description: 'n: households that answered' }) answered!: number;
  @ApiProperty({ type: [SampleRate] }) rates!: SampleRate[];
}

export class SampleCauseCount {
  @ApiProperty(text) cause!: string;
  @ApiProperty(text) causeText!: string;
  @ApiProperty(number) count!: number;
}

export class SampleFieldDifferences {
  @ApiProperty(text) field!: string;
  @ApiProperty(number) differ!: number;
  @ApiProperty(number) answered!: number;
  @ApiProperty({ ...number, nullable: true, description: 'Seen minus recorded, added up, fen' }) gapFen!: number | null;
  @ApiProperty({ type: [SampleCauseCount] }) causes!: SampleCauseCount[];
}

export class SampleReasonCount {
  @ApiProperty(text) reason!: string;
  @ApiProperty(number) count!: number;
}

export class SampleAssessmentOffer {
  @ApiProperty({ ...text, description: 'Where the figures may be recorded; nothing is recorded by itself' }) path!: string;
  @ApiProperty(number) year!: number;
  @ApiProperty({ enum: rateKinds }) kind!: string;
  @ApiProperty({ ...number, description: 'Persons; respondents for the approval' }) sampled!: number;
  @ApiProperty(number) found!: number;
  @ApiProperty({ type: 'string', format: 'date' }) assessedOn!: string;
  @ApiProperty(text) document!: string;
}

export class SampleResultsResponse {
  @ApiProperty({ type: 'string', format: 'date-time' }) computedAt!: string;
  @ApiProperty(number) year!: number;
  @ApiProperty({ ...text, nullable: true, description: 'Rule and version by which households were judged; null for villages, which are compared only' }) rule!: string | null;
  @ApiProperty({ ...number, description: 'N' }) frameSize!: number;
  @ApiProperty(number) drawn!: number;
  @ApiProperty({ ...number, description: 'n' }) answered!: number;
  @ApiProperty({ ...number, description: 'Answered anew after the record was shown' }) revised!: number;
  @ApiProperty({ type: [SampleReasonCount] }) replaced!: SampleReasonCount[];
  @ApiProperty({ type: [SampleRate] }) total!: SampleRate[];
  @ApiProperty({ type: [SampleStratumRates] }) strata!: SampleStratumRates[];
  @ApiProperty({ type: [SampleFieldDifferences] }) differences!: SampleFieldDifferences[];
  @ApiProperty({ type: [SampleAssessmentOffer] }) assessments!: SampleAssessmentOffer[];

  static from(set: SampleResultSet): SampleResultsResponse {
    return {
      computedAt: set.computedAt, year: set.year, rule: set.rule && `${set.rule.code} v${set.rule.version}`, frameSize: set.frameSize, drawn: set.drawn, answered: set.answered, revised: set.revised,
      replaced: [...set.replaced], total: set.total.map((rate) => SampleRate.from(rate)),
      strata: set.strata.map(({ stratum, units, answered, rates }) => ({ stratum, units, answered, rates: rates.map((rate) => SampleRate.from(rate)) })),
      differences: set.differences.map(({ causes, ...field }) => ({ ...field, causes: causes.map(({ cause, count }) => ({ cause, causeText: differenceCauses[cause].zh, count })) })),
      assessments: set.assessments.map(({ countyCode, ...figures }) => ({ path: `/counties/${countyCode}/assessments`, ...figures })),
    };
  }
}
