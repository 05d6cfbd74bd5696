import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsObject, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';

const CASE_ID = /^[0-9]{6}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export class MemberYearRequest {
  @ApiProperty({ description: 'Id of the member' })
  @IsString()
  @Matches(CASE_ID)
  memberId!: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Fields of memberYear in GET /fields' })
  @IsObject()
  values!: Record<string, unknown>;
}

export class YearRequest {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'Version that was read; required once the year has a record (or as If-Match)' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version?: number;

  @ApiPropertyOptional({ maxLength: 500, description: 'Why a recorded year is corrected; required once the year has a record' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Fields of householdYear in GET /fields; amounts in fen' })
  @IsObject()
  values!: Record<string, unknown>;

  @ApiPropertyOptional({ type: () => [MemberYearRequest], maxItems: 50 })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => MemberYearRequest)
  members?: MemberYearRequest[];
}
