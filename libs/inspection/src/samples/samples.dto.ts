import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsDateString, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { allocations, clusterChoices, sampleMethods, sampleUnits, type Allocation, type ClusterChoice, type SampleMethod, type SamplePlan, type SampleUnitKind } from '#domain';
import type { SampleInput } from './sample-draw.service.js';

const MOST_UNITS = 100_000;
const SEED = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u;
const VALUE_NAME = /^[A-Za-z][A-Za-z0-9_]{0,40}$/;
const count = (description: string, maximum = MOST_UNITS, minimum = 1) => ({ type: 'integer', minimum, maximum, description }) as const;

export class SamplePrecisionRequest {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 9_999, description: 'Expected share in basis points: 200 is 2 %' })
  @IsInt() @Min(1) @Max(9_999)
  expectedBp!: number;

  @ApiProperty({ type: 'integer', minimum: 10, maximum: 5_000, description: 'Half width of the 95 % interval in basis points' })
  @IsInt() @Min(10) @Max(5_000)
  errorBp!: number;
}

export class SampleStratumRequest {
  @ApiProperty({ type: 'string', maxLength: 60 })
  @IsString() @Matches(/^[\p{L}\p{N} ._-]{1,60}$/u)
  stratum!: string;

  @ApiProperty(count('Units to draw in it', MOST_UNITS, 0))
  @IsInt() @Min(0) @Max(MOST_UNITS)
  units!: number;
}

export class SampleRequest {
  @ApiProperty({ type: 'string', minLength: 1, maxLength: 100 })
  @IsString() @Length(1, 100) @Matches(/^[^\0]*\S[^\0]*$/)
  name!: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Definition of the question that answers with the frame' })
  @IsObject()
  question!: Record<string, unknown>;

  @ApiProperty({ enum: sampleUnits })
  @IsIn(sampleUnits)
  unit!: SampleUnitKind;

  @ApiProperty({ type: 'integer', minimum: 2000, maximum: 2100, description: 'Year of the record that answers are held against' })
  @IsInt() @Min(2000) @Max(2100)
  year!: number;

  @ApiProperty({ enum: sampleMethods })
  @IsIn(sampleMethods)
  method!: SampleMethod;

  @ApiPropertyOptional(count('Units to draw; or give a precision'))
  @IsOptional() @IsInt() @Min(1) @Max(MOST_UNITS)
  size?: number;

  @ApiPropertyOptional({ type: SamplePrecisionRequest })
  @IsOptional() @IsObject() @ValidateNested() @Type(() => SamplePrecisionRequest)
  precision?: SamplePrecisionRequest;

  @ApiPropertyOptional({ type: 'string', pattern: VALUE_NAME.source, description: 'prefecture, county, township, village, hardest, or a value of the frame' })
  @IsOptional() @IsString() @Matches(VALUE_NAME)
  stratifyBy?: string;

  @ApiPropertyOptional({ enum: allocations })
  @IsOptional() @IsIn(allocations)
  allocation?: Allocation;

  @ApiPropertyOptional({ type: [SampleStratumRequest], description: 'With allocation `given`; their sum is the size' })
  @IsOptional() @IsArray() @ArrayMaxSize(2_000) @ArrayUnique(({ stratum }: SampleStratumRequest) => stratum) @ValidateNested({ each: true }) @Type(() => SampleStratumRequest)
  given?: SampleStratumRequest[];

  @ApiPropertyOptional({ type: 'string', pattern: VALUE_NAME.source, description: 'Figure by which units are hard: incidenceBp (without it), poorHouseholds, openClues or size, all of the village, or, of households, a value of the question' })
  @IsOptional() @IsString() @Matches(VALUE_NAME)
  hardestBy?: string;

  @ApiPropertyOptional(count('Share taken from the hardest, basis points', 10_000))
  @IsOptional() @IsInt() @Min(1) @Max(10_000)
  hardestBp?: number;

  @ApiPropertyOptional(count('Villages of a cluster sample'))
  @IsOptional() @IsInt() @Min(1) @Max(MOST_UNITS)
  clusters?: number;

  @ApiPropertyOptional(count('Households in each of its villages'))
  @IsOptional() @IsInt() @Min(1) @Max(MOST_UNITS)
  perCluster?: number;

  @ApiPropertyOptional({ enum: clusterChoices })
  @IsOptional() @IsIn(clusterChoices)
  clusterChoice?: ClusterChoice;

  @ApiPropertyOptional({ type: 'string', pattern: VALUE_NAME.source, description: 'PPS: value that holds the size; of villages the number of households without it' })
  @IsOptional() @IsString() @Matches(VALUE_NAME)
  sizeBy?: string;

  @ApiPropertyOptional({ ...count('Reserves in each stratum, or in each village of a cluster sample', 10_000, 0), default: 0 })
  @IsOptional() @IsInt() @Min(0) @Max(10_000)
  replacements: number = 0;

  @ApiPropertyOptional({ type: 'string', maxLength: 64, description: 'Letters, digits, space, point, hyphen; random without one' })
  @IsOptional() @IsString() @Matches(SEED)
  seed?: string;
}

export class SampleStrataRequest extends PickType(SampleRequest, ['question', 'unit', 'year'] as const) {
  @ApiProperty({ type: 'string', pattern: VALUE_NAME.source, description: 'prefecture, county, township, village, or a value of the frame' })
  @IsString() @Matches(VALUE_NAME)
  stratifyBy!: string;
}

export class SampleVerifyRequest extends SampleRequest {
  @ApiPropertyOptional({ type: 'string', pattern: '^[0-9a-f]{32}$', description: 'Secret number of the sealing value, as shown when the sample is closed' })
  @IsOptional() @IsString() @Matches(/^[0-9a-f]{32}$/)
  nonce?: string;

  @ApiPropertyOptional({ type: 'string', pattern: '^[0-9a-f]{64}$', description: 'Sealing value as it was printed' })
  @IsOptional() @IsString() @Matches(/^[0-9a-f]{64}$/)
  seal?: string;
}

export class SampleReasonRequest {
  @ApiProperty({ type: 'string', minLength: 2, maxLength: 300 })
  @IsString() @Length(2, 300) @Matches(/^[^\0]*\S[^\0]*$/)
  reason!: string;
}

export class SampleAssignmentRequest {
  @ApiProperty({ type: 'string', format: 'uuid', description: 'An inspector whose territory holds the units' })
  @IsUUID()
  assigneeId!: string;

  @ApiProperty({ type: [Number], items: { type: 'integer', minimum: 1 } })
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(MOST_UNITS) @IsInt({ each: true }) @Min(1, { each: true })
  ordinals!: number[];
}

export class SampleIssueRequest {
  @ApiProperty({ type: [SampleAssignmentRequest] })
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(1_000) @ValidateNested({ each: true }) @Type(() => SampleAssignmentRequest)
  assignments!: SampleAssignmentRequest[];

  @ApiProperty({ type: 'string', format: 'date-time', description: 'From then on each inspector sees the own units' })
  @IsDateString({ strict: true }) @Length(20, 32) @Matches(/^20[0-9]{2}-[0-9]{2}-[0-9]{2}T.*(Z|[+-][0-9]{2}:[0-9]{2})$/)
  opensAt!: string;
}

export class SampleReplacementRequest {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: MOST_UNITS, description: 'Unit that was given up' })
  @IsInt() @Min(1) @Max(MOST_UNITS)
  ordinal!: number;

  @ApiPropertyOptional({ type: 'string', format: 'uuid', description: 'Who goes; whoever had the unit, without it' })
  @IsOptional() @IsUUID()
  assigneeId?: string;
}

export class SampleCloseRequest {
  @ApiPropertyOptional({ type: 'string', maxLength: 300, description: 'Needed while households are not finished' })
  @IsOptional() @IsString() @MaxLength(300) @Matches(/^[^\0]*$/)
  reason?: string;
}

/** The request as it is drawn from: absent settings are left out, so that the seal is over what was asked for. */
export function sampleInput({ name, question, unit, year, seed, given, ...request }: SampleRequest): SampleInput {
  const { method, size, precision, stratifyBy, allocation, hardestBy, hardestBp, clusters, perCluster, clusterChoice, sizeBy, replacements } = request;
  const plan: SamplePlan = {
    method, replacements, size, precision: precision && { expectedBp: precision.expectedBp, errorBp: precision.errorBp }, stratifyBy, allocation, hardestBy, hardestBp, clusters, perCluster,
    clusterChoice, sizeBy: sizeBy ?? (method === 'pps' ? (unit === 'village' ? 'size' : 'memberCount') : undefined),
    given: given && Object.fromEntries(given.map(({ stratum, units }) => [stratum, units])),
  };
  return { name, question, unit, year, seed, plan };
}
