import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsDateString, IsHexadecimal, IsIn, IsInt, IsNumber, IsObject, IsOptional, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import { CHECK_VALUE_TYPES, type CheckValueType, type CodeListName, type LocalText } from '#domain';
import type { ChangeRow } from './check-publish.queries.js';
import type { CheckSimulation } from './check-publisher.js';

export class CheckTextRequest implements LocalText {
  @ApiProperty({ maxLength: 2000 }) @IsString() @Length(1, 2000) zh: string;
  @ApiProperty({ maxLength: 2000 }) @IsString() @Length(1, 2000) en: string;
}

export class CheckParameterRequest {
  @ApiProperty({ pattern: '^[a-z][a-z0-9_]{1,60}$' }) @Matches(/^[a-z][a-z0-9_]{1,60}$/) name: string;
  @ApiProperty({ type: () => CheckTextRequest }) @ValidateNested() @Type(() => CheckTextRequest) label: CheckTextRequest;
  @ApiProperty({ maxLength: 40 }) @IsString() @Length(1, 40) unit: string;

  @ApiPropertyOptional({ type: Number, nullable: true, description: 'Null: not set' })
  @IsOptional() @IsNumber()
  value: number | null = null;

  @ApiProperty({ maxLength: 300 }) @IsString() @Length(1, 300) origin: string;
}

export class CheckValueRequest {
  @ApiProperty({ pattern: '^[a-z][A-Za-z0-9]{0,60}$', description: 'A fact of the level in camel case' }) @Matches(/^[a-z][A-Za-z0-9]{0,60}$/) name: string;
  @ApiProperty({ type: () => CheckTextRequest }) @ValidateNested() @Type(() => CheckTextRequest) label: CheckTextRequest;
  @ApiProperty({ enum: CHECK_VALUE_TYPES }) @IsIn(CHECK_VALUE_TYPES) type: CheckValueType;
  @ApiPropertyOptional({ maxLength: 60 }) @IsOptional() @IsString() @Length(1, 60) codeList?: CodeListName;
}

export class CheckBasisRequest {
  @ApiProperty({ maxLength: 1000 }) @IsString() @Length(1, 1000) zh: string;
  @ApiProperty({ maxLength: 100 }) @IsString() @Length(1, 100) tag: string;
}

export class CheckSimulationRequest {
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The rule; a hit is a row of which it is met' })
  @IsObject()
  rule: Record<string, unknown>;

  @ApiPropertyOptional({ type: () => [CheckParameterRequest], maxItems: 30, description: 'Those of the version before without them' })
  @IsOptional() @IsArray() @ArrayMaxSize(30) @ValidateNested({ each: true }) @Type(() => CheckParameterRequest)
  parameters?: CheckParameterRequest[];

  @ApiProperty({ type: 'integer', minimum: 2000, maximum: 2100 })
  @IsInt() @Min(2000) @Max(2100)
  year: number;
}

export class PublishCheckRequest extends CheckSimulationRequest {
  @ApiPropertyOptional({ type: () => CheckTextRequest }) @IsOptional() @ValidateNested() @Type(() => CheckTextRequest) name?: CheckTextRequest;
  @ApiPropertyOptional({ type: () => CheckTextRequest }) @IsOptional() @ValidateNested() @Type(() => CheckTextRequest) meaning?: CheckTextRequest;

  @ApiPropertyOptional({ type: () => [CheckValueRequest], maxItems: 30 })
  @IsOptional() @IsArray() @ArrayMaxSize(30) @ValidateNested({ each: true }) @Type(() => CheckValueRequest)
  values?: CheckValueRequest[];

  @ApiProperty({ type: () => [CheckBasisRequest], minItems: 1, maxItems: 20, description: 'Document or decision for the change' })
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => CheckBasisRequest)
  basis: CheckBasisRequest[];

  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true }, maxItems: 100, description: 'Cases that the rule must answer as stated: at least one met, one not met and one unproven' })
  @IsArray() @ArrayMaxSize(100) @IsObject({ each: true })
  examples: Record<string, unknown>[];

  @ApiProperty({ format: 'date' })
  @IsDateString({ strict: true }) @Length(10, 10)
  effectiveFrom: string;

  @ApiProperty({ description: '`seal` of the simulation over that year' })
  @IsHexadecimal() @Length(64, 64)
  seal: string;
}

export class CheckParametersRequest {
  @ApiProperty({ type: 'object', additionalProperties: { oneOf: [{ type: 'number', minimum: 0 }, { type: 'string', maxLength: 2000 }], nullable: true }, description: 'Values by name; null takes one away' })
  @IsObject()
  values: Record<string, unknown>;

  @ApiProperty({ type: () => CheckBasisRequest, description: 'Document or decision that sets them' })
  @ValidateNested() @Type(() => CheckBasisRequest)
  basis: CheckBasisRequest;

  @ApiProperty({ format: 'date' })
  @IsDateString({ strict: true }) @Length(10, 10)
  effectiveFrom: string;
}

export class CheckChangeResponse {
  @ApiProperty() county: string;
  @ApiProperty({ type: 'integer', description: 'Hits found now' }) now: number;
  @ApiProperty({ type: 'integer', description: 'Hits of the candidate' }) then: number;
  @ApiProperty({ type: 'integer' }) come: number;
  @ApiProperty({ type: 'integer' }) go: number;

  static from({ county_code: county, now, then, come, go }: ChangeRow): CheckChangeResponse {
    return { county, now, then, come, go };
  }
}

export class CheckSimulationResponse {
  @ApiProperty({ type: [CheckChangeResponse] }) counties: CheckChangeResponse[];
  @ApiProperty({ type: 'integer' }) come: number;
  @ApiProperty({ type: 'integer' }) go: number;
  @ApiProperty({ description: 'What was seen, in one word: publishing asks for it' }) seal: string;

  static from({ counties, come, go, seal }: CheckSimulation): CheckSimulationResponse {
    return { counties: counties.map((row) => CheckChangeResponse.from(row)), come, go, seal };
  }
}
