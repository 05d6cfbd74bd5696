import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsDateString, IsHexadecimal, IsIn, IsInt, IsObject, IsOptional, IsString, Length, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { describeRule, FACT_CATALOGUE, type LocalText } from '#domain';
import { judgedLevels, type JudgedLevel } from '../levels.js';
import { FIRST_YEAR, LAST_YEAR, TextResponse } from '../shared.dto.js';
import type { RuleVersionRow } from './rule.queries.js';

export class RuleParams {
  @ApiProperty({ pattern: '^[a-z][a-z0-9_.-]{2,60}$', example: 'household.exit' })
  @Matches(/^[a-z][a-z0-9_.-]{2,60}$/)
  code: string;
}

export class RuleSourceResponse {
  @ApiProperty({ type: String, nullable: true }) document: string | null;
  @ApiProperty({ type: () => TextResponse }) note: TextResponse;
}

export class RuleVersionResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() code: string;
  @ApiProperty({ type: 'integer' }) version: number;
  @ApiProperty({ enum: judgedLevels }) level: JudgedLevel;
  @ApiProperty({ type: () => TextResponse }) name: TextResponse;
  @ApiProperty({ type: () => TextResponse }) description: TextResponse;
  @ApiProperty({ type: () => TextResponse, description: 'The rule read out as one sentence' }) sentence: TextResponse;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The rule in the rule language' }) rule: Record<string, unknown>;
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } }) examples: unknown[];
  @ApiProperty({ type: () => RuleSourceResponse }) source: RuleSourceResponse;
  @ApiProperty({ format: 'date', description: 'Facts of a year are judged by the version in force on its last day' }) effectiveFrom: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) effectiveTo: string | null;
  @ApiProperty({ format: 'date-time' }) publishedAt: string;

  static from(row: RuleVersionRow): RuleVersionResponse {
    return Object.assign(new RuleVersionResponse(), {
      id: row.id, code: row.code, version: row.version, level: row.level, name: row.name, description: row.description, rule: row.expression, examples: row.examples,
      sentence: describeRule(row.expression, { catalogue: FACT_CATALOGUE, level: row.level }), source: row.source, effectiveFrom: row.valid_from, effectiveTo: row.valid_to,
      publishedAt: row.published_at.toISOString(),
    });
  }
}

export class TextRequest implements LocalText {
  @ApiProperty({ maxLength: 1000 }) @IsString() @Length(1, 1000) zh: string;
  @ApiProperty({ maxLength: 1000 }) @IsString() @Length(1, 1000) en: string;
}

export class RuleSourceRequest {
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 300 })
  @IsOptional() @IsString() @MaxLength(300)
  document: string | null = null;

  @ApiProperty({ type: () => TextRequest })
  @ValidateNested() @Type(() => TextRequest)
  note: TextRequest;
}

export class PublishRuleRequest {
  @ApiProperty({ enum: judgedLevels })
  @IsIn(judgedLevels)
  level: JudgedLevel;

  @ApiProperty({ type: () => TextRequest })
  @ValidateNested() @Type(() => TextRequest)
  name: TextRequest;

  @ApiProperty({ type: () => TextRequest })
  @ValidateNested() @Type(() => TextRequest)
  description: TextRequest;

  @ApiProperty({ type: 'object', additionalProperties: true })
  @IsObject()
  rule: Record<string, unknown>;

  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true }, maxItems: 200, description: 'Cases that the rule must answer as stated: at least one met, one not met and one unproven' })
  @IsArray() @ArrayMaxSize(200) @IsObject({ each: true })
  examples: Record<string, unknown>[];

  @ApiProperty({ type: () => RuleSourceRequest })
  @ValidateNested() @Type(() => RuleSourceRequest)
  source: RuleSourceRequest;

  @ApiProperty({ format: 'date' })
  @IsDateString({ strict: true }) @Length(10, 10)
  effectiveFrom: string;

  @ApiProperty({ type: 'integer', minimum: FIRST_YEAR, maximum: LAST_YEAR, description: 'Year over which the whole region was simulated' })
  @IsInt() @Min(FIRST_YEAR) @Max(LAST_YEAR)
  simulatedYear: number;

  @ApiProperty({ description: '`seal` of that simulation: who publishes has seen whom it changes' })
  @IsHexadecimal() @Length(64, 64)
  seal: string;
}
