import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { visitLimits } from '#domain';
import { codesOf, DAY, UUID, VILLAGE } from '../shared.dto.js';

const nameDoc = { minLength: 1, maxLength: 100 };

export class TeamMemberRequest {
  @ApiProperty({ format: 'uuid', pattern: UUID.source, description: 'Minted by the caller' })
  @Matches(UUID)
  id!: string;

  @ApiProperty(nameDoc)
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  name!: string;

  @ApiProperty({ enum: codesOf('teamRole') })
  @IsIn(codesOf('teamRole'))
  role!: string;

  @ApiPropertyOptional({ format: 'uuid', pattern: UUID.source, description: 'Account of the person' })
  @IsOptional()
  @Matches(UUID)
  userId?: string;

  @ApiPropertyOptional({ maxLength: 100 })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  unit?: string;

  @ApiPropertyOptional({ enum: codesOf('affiliation') })
  @IsOptional()
  @IsIn(codesOf('affiliation'))
  affiliation?: string;

  @ApiPropertyOptional({ enum: codesOf('rank') })
  @IsOptional()
  @IsIn(codesOf('rank'))
  rank?: string;

  @ApiPropertyOptional({ maxLength: 30, description: 'Stored encrypted, shown masked' })
  @IsOptional()
  @IsString()
  @MaxLength(30)
  phone?: string;

  @ApiPropertyOptional({ format: 'date', pattern: DAY.source, description: 'Beginning of the term, or today, without it' })
  @IsOptional()
  @Matches(DAY)
  joinedOn?: string;
}

export class TeamRequest {
  @ApiProperty({ format: 'uuid', pattern: UUID.source, description: 'Minted by the caller' })
  @Matches(UUID)
  id!: string;

  @ApiProperty({ type: [String], description: 'Villages of one county; the team lives in the first' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @Matches(VILLAGE, { each: true })
  villages!: string[];

  @ApiProperty(nameDoc)
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  name!: string;

  @ApiProperty({ ...nameDoc, description: 'Unit that sends the team' })
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  sendingUnit!: string;

  @ApiPropertyOptional({ enum: codesOf('affiliation') })
  @IsOptional()
  @IsIn(codesOf('affiliation'))
  sendingAffiliation?: string;

  @ApiProperty({ format: 'date', pattern: DAY.source })
  @Matches(DAY)
  termFrom!: string;

  @ApiProperty({ format: 'date', pattern: DAY.source })
  @Matches(DAY)
  termTo!: string;

  @ApiPropertyOptional({ maxLength: visitLimits.shortText, description: 'Why the term is shorter than the parameter asks for' })
  @IsOptional()
  @IsString()
  @MaxLength(visitLimits.shortText)
  shortTermReason?: string;

  @ApiProperty({ type: [TeamMemberRequest], description: 'Exactly one first secretary' })
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => TeamMemberRequest)
  members!: TeamMemberRequest[];
}

export class TeamJoinRequest extends TeamMemberRequest {
  @ApiPropertyOptional({ format: 'uuid', pattern: UUID.source, description: 'Member whose work the new one takes over; leaves on the same day' })
  @IsOptional()
  @Matches(UUID)
  replaces?: string;

  @ApiPropertyOptional({ maxLength: visitLimits.shortText, description: 'Why the other one leaves' })
  @IsOptional()
  @IsString()
  @MaxLength(visitLimits.shortText)
  reason?: string;
}

/** Something comes to its end. */
export class EndRequest {
  @ApiProperty({ format: 'date', pattern: DAY.source })
  @Matches(DAY)
  on!: string;

  @ApiProperty({ minLength: 1, maxLength: visitLimits.shortText })
  @IsString()
  @MinLength(1)
  @MaxLength(visitLimits.shortText)
  reason!: string;
}

export class MemberDaysRequest {
  @ApiProperty({ format: 'uuid', pattern: UUID.source })
  @Matches(UUID)
  memberId!: string;

  @ApiProperty({ type: 'array', items: { type: 'integer' }, description: 'Days of the month in the village' })
  @IsArray()
  @ArrayMaxSize(31)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(31, { each: true })
  days!: number[];
}

export class TeamDaysRequest {
  @ApiProperty({ type: 'integer', minimum: 2013, maximum: 2100 })
  @IsInt()
  @Min(2013)
  @Max(2100)
  year!: number;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 12 })
  @IsInt()
  @Min(1)
  @Max(12)
  month!: number;

  @ApiProperty({ type: [MemberDaysRequest] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => MemberDaysRequest)
  entries!: MemberDaysRequest[];

  @ApiPropertyOptional({ maxLength: visitLimits.shortText, description: 'Required when recorded days change' })
  @IsOptional()
  @IsString()
  @MaxLength(visitLimits.shortText)
  reason?: string;
}

export class TeamYearQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 2013, maximum: 2100, description: 'The current year without it' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^\d{4}$/.test(value) ? Number(value) : value))
  @IsInt()
  @Min(2013)
  @Max(2100)
  year?: number;
}
