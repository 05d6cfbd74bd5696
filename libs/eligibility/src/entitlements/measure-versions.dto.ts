import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsDateString, IsHexadecimal, IsIn, IsObject, IsOptional, Length, ValidateNested } from 'class-validator';
import { MEASURE_DELIVERIES, MEASURE_KINDS, MEASURE_LEVELS, type Measure, type MeasureDelivery, type MeasureKind, type MeasureLevel, type Rule } from '#domain';
import { TextRequest } from '../rules/rules.dto.js';
import { ChangeResponse } from '../simulation/simulation.dto.js';
import type { MeasureSimulation, NewMeasureVersion } from './measure-publisher.service.js';

export class SimulateMeasureRequest {
  @ApiProperty({ enum: MEASURE_LEVELS })
  @IsIn(MEASURE_LEVELS)
  level: MeasureLevel;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true, nullable: true, description: 'The candidate in the rule language; null: not set' })
  @IsOptional() @IsObject()
  eligibility: Record<string, unknown> | null = null;
}

export class CountyMeasureFlipsResponse {
  @ApiProperty() countyCode: string;
  @ApiProperty({ type: () => [ChangeResponse] }) changes: ChangeResponse[];
}

export class MeasureSimulationResponse {
  @ApiProperty({ type: 'integer', description: 'Households or persons whose answer changes' }) flips: number;
  @ApiProperty({ type: () => [CountyMeasureFlipsResponse] }) counties: CountyMeasureFlipsResponse[];
  @ApiProperty({ description: 'What was seen, in one word; publishing the measure asks for it' }) seal: string;

  static from({ flips, counties, seal }: MeasureSimulation): MeasureSimulationResponse {
    return Object.assign(new MeasureSimulationResponse(), { flips, counties, seal });
  }
}

const json = { type: 'object', additionalProperties: true } as const;

export class PublishMeasureRequest {
  @ApiProperty({ enum: MEASURE_KINDS })
  @IsIn(MEASURE_KINDS)
  kind: MeasureKind;

  @ApiProperty({ enum: MEASURE_LEVELS })
  @IsIn(MEASURE_LEVELS)
  level: MeasureLevel;

  @ApiProperty({ enum: MEASURE_DELIVERIES })
  @IsIn(MEASURE_DELIVERIES)
  delivery: MeasureDelivery;

  @ApiProperty({ type: () => TextRequest })
  @ValidateNested() @Type(() => TextRequest)
  name: TextRequest;

  @ApiPropertyOptional({ type: () => TextRequest, nullable: true })
  @IsOptional() @ValidateNested() @Type(() => TextRequest)
  beneficiaries: TextRequest | null = null;

  @ApiPropertyOptional({ ...json, nullable: true })
  @IsOptional() @IsObject()
  eligibility: Record<string, unknown> | null = null;

  @ApiPropertyOptional({ type: () => TextRequest, nullable: true })
  @IsOptional() @ValidateNested() @Type(() => TextRequest)
  ruleNote: TextRequest | null = null;

  @ApiPropertyOptional({ type: 'array', items: json, nullable: true, maxItems: 50 })
  @IsOptional() @IsArray() @ArrayMaxSize(50) @IsObject({ each: true })
  amount: Record<string, unknown>[] | null = null;

  @ApiPropertyOptional({ type: () => TextRequest, nullable: true })
  @IsOptional() @ValidateNested() @Type(() => TextRequest)
  period: TextRequest | null = null;

  @ApiPropertyOptional({ type: () => TextRequest, nullable: true })
  @IsOptional() @ValidateNested() @Type(() => TextRequest)
  funding: TextRequest | null = null;

  @ApiPropertyOptional({ type: () => TextRequest, nullable: true })
  @IsOptional() @ValidateNested() @Type(() => TextRequest)
  afterExit: TextRequest | null = null;

  @ApiPropertyOptional({ ...json, nullable: true })
  @IsOptional() @IsObject()
  receivedWhen: Record<string, unknown> | null = null;

  @ApiProperty({ ...json, description: 'facts and causes that it is to change' })
  @IsObject()
  moves: Record<string, unknown>;

  @ApiProperty({ type: 'array', items: json, maxItems: 50 })
  @IsArray() @ArrayMaxSize(50) @IsObject({ each: true })
  overlaps: Record<string, unknown>[];

  @ApiProperty({ type: 'array', items: json, maxItems: 50, description: 'document (S000 … S004) and place' })
  @IsArray() @ArrayMaxSize(50) @IsObject({ each: true })
  sources: Record<string, unknown>[];

  @ApiProperty({ type: 'array', items: json, maxItems: 200, description: 'Cases that the rule must answer as stated: at least one met, one not met and one unproven' })
  @IsArray() @ArrayMaxSize(200) @IsObject({ each: true })
  examples: Record<string, unknown>[];

  @ApiProperty({ format: 'date' })
  @IsDateString({ strict: true }) @Length(10, 10)
  effectiveFrom: string;

  @ApiProperty({ description: '`seal` of the simulation of this rule' })
  @IsHexadecimal() @Length(64, 64)
  seal: string;
}

/** The request as a version; everything in it is checked before it is published. */
export function newVersionOf(code: string, body: PublishMeasureRequest): NewMeasureVersion {
  return {
    code, kind: body.kind, level: body.level, delivery: body.delivery, name: body.name, beneficiaries: body.beneficiaries ?? null, eligibility: (body.eligibility ?? null) as Rule | null,
    ruleNote: body.ruleNote ?? null, amount: (body.amount ?? null) as Measure['amount'], period: body.period ?? null, funding: body.funding ?? null, afterExit: body.afterExit ?? null,
    receivedWhen: (body.receivedWhen ?? null) as Rule | null, moves: body.moves as unknown as Measure['moves'], overlaps: body.overlaps as unknown as Measure['overlaps'],
    sources: body.sources as unknown as Measure['sources'], examples: body.examples as unknown as Measure['examples'], effectiveFrom: body.effectiveFrom, seal: body.seal,
  };
}
