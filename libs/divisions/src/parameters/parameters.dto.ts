import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsDateString, IsInt, IsOptional, IsString, Length, Matches, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { isTextParameter, parameterTypes, type PolicyParameter, type PolicyParameterType } from '#domain';
import { PageQuery } from '#platform';
import type { EffectiveParameter } from './parameter-reader.js';
import type { ParameterRow } from './parameters.queries.js';

const codePattern = /^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$/;
const wholeNumber = ({ value }: { value: unknown }): unknown => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value);

export class ParameterQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1949, maximum: 2100, description: 'Year of the figure that is judged' })
  @IsOptional() @Transform(wholeNumber) @IsInt() @Min(1949) @Max(2100)
  year?: number;

  @ApiPropertyOptional({ pattern: codePattern.source, description: 'Division that is judged; the region without it' })
  @IsOptional() @Matches(codePattern)
  division?: string;

  @ApiPropertyOptional({ format: 'date', description: 'In force on this day; today without it' })
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10)
  on?: string;
}

export class EffectiveParameterQuery extends ParameterQuery {
  @ApiPropertyOptional({ maxLength: 60 })
  @IsOptional() @IsString() @Length(1, 60)
  basis?: string;

  @ApiPropertyOptional({ maxLength: 60, description: 'Procedure, status or rank' })
  @IsOptional() @IsString() @Length(1, 60)
  subject?: string;
}

export class ParameterParams {
  @ApiProperty({ pattern: '^[a-z][a-z0-9_]{1,60}$' })
  @Matches(/^[a-z][a-z0-9_]{1,60}$/)
  name: string;
}

export class ParameterHistoryQuery extends PageQuery {}

export class SetParameterRequest {
  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 1949, maximum: 2100 })
  @IsOptional() @IsInt() @Min(1949) @Max(2100)
  year?: number | null;

  @ApiPropertyOptional({ type: String, nullable: true, pattern: codePattern.source })
  @IsOptional() @Matches(codePattern)
  division?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 60 })
  @IsOptional() @IsString() @Length(1, 60)
  basis?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 60 })
  @IsOptional() @IsString() @Length(1, 60)
  subject?: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Fen, basis points, days, … after the type of the parameter; null takes the value back. Omitted for text parameters' })
  @ValidateIf((body: SetParameterRequest) => body.value !== undefined && body.value !== null) @IsInt()
  value?: number | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 80, description: 'Value of a text parameter' })
  @IsOptional() @IsString() @Length(1, 80)
  text?: string | null;

  @ApiProperty({ format: 'date', description: 'First day on which the value is in force' })
  @IsDateString({ strict: true }) @Length(10, 10)
  effectiveFrom: string;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true, description: 'First day on which it is no longer in force' })
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10)
  effectiveTo?: string | null;

  @ApiProperty({ minLength: 1, maxLength: 200, description: 'Document on which the value rests, with its number' })
  @IsString() @Length(1, 200)
  source: string;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 500 })
  @IsOptional() @IsString() @MaxLength(500)
  note?: string | null;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Version of the same key that the writer has seen; 0 when there was none' })
  @IsInt() @Min(0)
  version: number;
}

export class ParameterValueResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: 'integer', nullable: true }) year: number | null;
  @ApiProperty({ type: String, nullable: true }) division: string | null;
  @ApiProperty({ type: String, nullable: true }) basis: string | null;
  @ApiProperty({ type: String, nullable: true }) subject: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'null: not set' }) value: number | null;
  @ApiProperty({ type: String, nullable: true }) text: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) effectiveFrom: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) effectiveTo: string | null;
  @ApiProperty() source: string;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ format: 'date-time' }) recordedAt: string;
  @ApiProperty({ format: 'uuid' }) recordedBy: string;
  @ApiProperty({ type: 'integer' }) version: number;

  static from(row: ParameterRow): ParameterValueResponse {
    return Object.assign(new ParameterValueResponse(), {
      id: row.id, year: row.year, division: row.division_code, basis: row.basis, subject: row.subject, value: row.value, text: row.value_text,
      effectiveFrom: row.effective_from, effectiveTo: row.effective_to, source: row.source, note: row.note,
      recordedAt: row.recorded_at.toISOString(), recordedBy: row.recorded_by, version: row.sequence,
    });
  }
}

export class ParameterValuePage {
  @ApiProperty({ type: [ParameterValueResponse] }) items: ParameterValueResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class ParameterResponse {
  @ApiProperty() name: string;
  @ApiProperty({ description: 'Chinese name' }) zh: string;
  @ApiProperty({ description: 'English name' }) en: string;
  @ApiProperty({ enum: parameterTypes }) type: PolicyParameterType;
  @ApiProperty({ type: [String], description: 'Qualifiers that a value must carry' }) required: string[];
  @ApiProperty({ type: [String], description: 'Qualifiers that a value may carry' }) optional: string[];
  @ApiProperty({ type: [String] }) bases: string[];
  @ApiProperty({ type: [String], description: 'Allowed words of a text parameter' }) words: string[];
  @ApiProperty({ description: 'False: 未设置' }) set: boolean;
  @ApiProperty({ type: [ParameterValueResponse], description: 'Values in force' }) values: ParameterValueResponse[];

  static of(definition: PolicyParameter, rows: readonly ParameterRow[]): ParameterResponse {
    const { name, zh, en, type, required, optional, bases, words } = definition;
    const values = rows.filter((row) => row.name === name && (isTextParameter(type) ? row.value_text : row.value) !== null).map((row) => ParameterValueResponse.from(row));
    return Object.assign(new ParameterResponse(), {
      name, zh, en, type, required: [...required], optional: [...optional], bases: [...(bases ?? [])], words: [...(words ?? [])], set: values.length > 0, values,
    });
  }
}

export class ParameterListResponse {
  @ApiProperty({ type: [ParameterResponse] }) items: ParameterResponse[];
}

export class EffectiveParameterResponse {
  @ApiProperty() name: string;
  @ApiProperty({ description: 'False: 未设置, nothing is in force' }) set: boolean;
  @ApiProperty({ type: 'integer', nullable: true }) value: number | null;
  @ApiProperty({ type: String, nullable: true }) text: string | null;
  @ApiProperty({ type: String, nullable: true }) basis: string | null;
  @ApiProperty({ type: String, nullable: true }) source: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) effectiveFrom: string | null;

  static of(name: string, found: EffectiveParameter | null): EffectiveParameterResponse {
    return Object.assign(new EffectiveParameterResponse(), {
      name, set: found !== null, value: found?.value ?? null, text: found?.text ?? null, basis: found?.basis ?? null, source: found?.source ?? null,
      effectiveFrom: found?.effectiveFrom ?? null,
    });
  }
}
