import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import {
  describeRule, FACT_CATALOGUE, isJudgedLevel, MEASURE_DELIVERIES, MEASURE_KINDS, MEASURE_LEVELS, measureDocuments, measureKindNames,
  type AmountItem, type LocalText, type MeasureDelivery, type MeasureKind, type MeasureLevel, type MeasureSource, type Rule,
} from '#domain';
import { PageQuery } from '#platform';
import type { MeasureVersionRow } from './measure.queries.js';

export const MEASURE_CODE = /^[A-Z]{3}-[0-9]{2}$/;

export class MeasureParams {
  @ApiProperty({ pattern: '^[A-Z]{3}-[0-9]{2}$', example: 'EMP-01' })
  @Matches(MEASURE_CODE)
  code: string;
}

export class MeasureListQuery extends PageQuery {
  @ApiPropertyOptional({ enum: MEASURE_KINDS })
  @IsOptional() @IsIn(MEASURE_KINDS)
  kind?: MeasureKind;

  @ApiPropertyOptional({ enum: MEASURE_LEVELS })
  @IsOptional() @IsIn(MEASURE_LEVELS)
  level?: MeasureLevel;

  @ApiPropertyOptional({ description: 'Part of the code, the name or the words that say for whom', maxLength: 60 })
  @IsOptional() @IsString() @Length(1, 60)
  text?: string;
}

/** Two languages, Simplified Chinese first. */
export class MeasureText {
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
}

export class MeasureAmount {
  @ApiProperty({ enum: ['fixed', 'points', 'percent', 'text'], description: 'fixed: fen; points: percentage points; percent: share of what it applies to; text: words only' }) kind: AmountItem['kind'];
  @ApiProperty({ type: () => MeasureText, nullable: true }) applies: LocalText | null;
  @ApiProperty({ type: 'integer', nullable: true }) fen: number | null;
  @ApiProperty({ type: String, enum: ['person', 'household'], nullable: true }) per: AmountItem['per'] | null;
  @ApiProperty({ type: String, enum: ['once', 'year'], nullable: true }) term: AmountItem['term'] | null;
  @ApiProperty({ type: Number, nullable: true }) value: number | null;
  @ApiProperty({ type: () => MeasureText, description: 'As printed' }) text: LocalText;
}

export class MeasureSourceResponse {
  @ApiProperty() document: string;
  @ApiProperty({ type: () => MeasureText }) title: LocalText;
  @ApiProperty({ type: () => MeasureText, nullable: true }) place: LocalText | null;

  static from({ document, place }: MeasureSource): MeasureSourceResponse {
    return Object.assign(new MeasureSourceResponse(), { document, title: measureDocuments[document] ?? { zh: document, en: document }, place });
  }
}

export class MeasureOverlap {
  @ApiProperty() code: string;
  @ApiProperty({ type: () => MeasureText }) note: LocalText;
}

export class MeasureMoves {
  @ApiProperty({ type: [String], description: 'Facts of the household' }) facts: readonly string[];
  @ApiProperty({ type: [String], description: 'Codes of causes of poverty' }) causes: readonly string[];
}

/** Properties that hold null are not set, and `notSet` names them so that nobody has to look for them. */
const mayBeUnset = ['beneficiaries', 'eligibility', 'amount', 'period', 'funding', 'afterExit', 'receivedWhen'] as const;
export const notSet: LocalText = { zh: '未设定', en: 'not set' };

export class MeasureSummary {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() code: string;
  @ApiProperty({ type: 'integer' }) version: number;
  @ApiProperty({ enum: MEASURE_KINDS }) kind: MeasureKind;
  @ApiProperty({ type: () => MeasureText }) kindName: LocalText;
  @ApiProperty({ enum: MEASURE_LEVELS }) level: MeasureLevel;
  @ApiProperty({ enum: MEASURE_DELIVERIES, description: 'CLAIM: everyone who meets the rule is to get it; AT_SOURCE: given on the spot; PLAN: chosen in a help plan' }) delivery: MeasureDelivery;
  @ApiProperty({ type: () => MeasureText }) name: LocalText;
  @ApiProperty({ type: () => MeasureText, nullable: true }) beneficiaries: LocalText | null;
  @ApiProperty({ type: () => MeasureText, description: 'The eligibility rule read out, or "not set"' }) sentence: LocalText;
  @ApiProperty({ type: () => [MeasureAmount], nullable: true }) amount: MeasureAmount[] | null;
  @ApiProperty({ type: [String], description: 'Properties that no document settles' }) notSet: string[];

  static from(row: MeasureVersionRow): MeasureSummary {
    return Object.assign(new MeasureSummary(), summary(row));
  }
}

function summary(row: MeasureVersionRow): Omit<MeasureSummary, never> {
  const values: Readonly<Record<(typeof mayBeUnset)[number], unknown>> = {
    beneficiaries: row.beneficiaries, eligibility: row.eligibility, amount: row.amount, period: row.period, funding: row.funding, afterExit: row.after_exit, receivedWhen: row.received_when,
  };
  return {
    id: row.id, code: row.code, version: row.version, kind: row.kind, kindName: measureKindNames[row.kind], level: row.level, delivery: row.delivery, name: row.name,
    beneficiaries: row.beneficiaries, sentence: sentenceOf(row, row.eligibility),
    amount: row.amount && row.amount.map((item) => ({ fen: null, per: null, term: null, value: null, ...item })),
    notSet: mayBeUnset.filter((name) => values[name] === null),
  };
}

function sentenceOf({ level }: MeasureVersionRow, rule: Rule | null): LocalText {
  return rule && isJudgedLevel(level) ? describeRule(rule, { catalogue: FACT_CATALOGUE, level }) : notSet;
}

export class MeasureVersionResponse extends MeasureSummary {
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description: 'The rule in the rule language' }) eligibility: Rule | null;
  @ApiProperty({ type: () => MeasureText, nullable: true, description: 'Why the rule is not set, or how it reads the documents' }) ruleNote: LocalText | null;
  @ApiProperty({ type: () => MeasureText, nullable: true }) period: LocalText | null;
  @ApiProperty({ type: () => MeasureText, nullable: true }) funding: LocalText | null;
  @ApiProperty({ type: () => MeasureText, nullable: true, description: 'What becomes of it after exit' }) afterExit: LocalText | null;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description: 'Facts that show it is received, beside assignments and payments' }) receivedWhen: Rule | null;
  @ApiProperty({ type: () => MeasureText, description: 'The same read out, or "not set"' }) receivedSentence: LocalText;
  @ApiProperty({ type: () => MeasureMoves, description: 'What it is to change' }) moves: MeasureMoves;
  @ApiProperty({ type: () => [MeasureOverlap] }) overlaps: readonly MeasureOverlap[];
  @ApiProperty({ type: () => [MeasureSourceResponse] }) sources: MeasureSourceResponse[];
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true }, description: 'Cases that the rule answers as stated' }) examples: unknown[];
  @ApiProperty({ format: 'date' }) effectiveFrom: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) effectiveTo: string | null;
  @ApiProperty({ format: 'date-time' }) publishedAt: string;

  static override from(row: MeasureVersionRow): MeasureVersionResponse {
    return Object.assign(new MeasureVersionResponse(), summary(row), {
      eligibility: row.eligibility, ruleNote: row.rule_note, period: row.period, funding: row.funding, afterExit: row.after_exit, receivedWhen: row.received_when,
      receivedSentence: sentenceOf(row, row.received_when), moves: row.moves, overlaps: row.overlapping, sources: row.sources.map((source) => MeasureSourceResponse.from(source)),
      examples: row.examples, effectiveFrom: row.valid_from, effectiveTo: row.valid_to, publishedAt: row.published_at.toISOString(),
    });
  }
}

export class MeasurePage {
  @ApiProperty({ type: () => [MeasureSummary] }) items: MeasureSummary[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class MeasureResponse {
  @ApiProperty() code: string;
  @ApiProperty({ type: () => MeasureVersionResponse, description: 'Newest version' }) current: MeasureVersionResponse;
  @ApiProperty({ type: () => [MeasureVersionResponse], description: 'All versions, newest first' }) versions: MeasureVersionResponse[];

  static from(rows: readonly MeasureVersionRow[]): MeasureResponse {
    const versions = rows.map((row) => MeasureVersionResponse.from(row));
    return Object.assign(new MeasureResponse(), { code: versions[0]?.code, current: versions[0], versions });
  }
}
