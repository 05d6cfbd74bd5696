import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';

export const wholeNumber = ({ value }: { value: unknown }): unknown => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value);
export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2100;

/** Two languages, Simplified Chinese first. */
export class TextResponse {
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
}

export class YearQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: FIRST_YEAR, maximum: LAST_YEAR, description: 'Newest year with data without it' })
  @IsOptional() @Transform(wholeNumber) @IsInt() @Min(FIRST_YEAR) @Max(LAST_YEAR)
  year?: number;
}

export class VillageParams {
  @ApiProperty({ pattern: '^[0-9]{12}$' })
  @Matches(/^[0-9]{12}$/)
  code: string;
}

export class CountyParams {
  @ApiProperty({ pattern: '^[0-9]{6}$' })
  @Matches(/^[0-9]{6}$/)
  code: string;
}

export class VillageYearParams extends VillageParams {
  @ApiProperty({ type: 'integer', minimum: FIRST_YEAR, maximum: LAST_YEAR })
  @Transform(wholeNumber) @IsInt() @Min(FIRST_YEAR) @Max(LAST_YEAR)
  year: number;
}

export class CountyYearParams extends CountyParams {
  @ApiProperty({ type: 'integer', minimum: FIRST_YEAR, maximum: LAST_YEAR })
  @Transform(wholeNumber) @IsInt() @Min(FIRST_YEAR) @Max(LAST_YEAR)
  year: number;
}

/** What every yearly record carries beside its figures. */
export class RecordChangeRequest {
  @ApiPropertyOptional({ type: 'integer', minimum: 0, description: 'Version that was read; 0 when the year has no record yet' })
  @IsOptional() @IsInt() @Min(0) @Max(2_147_483_647)
  version?: number;

  @ApiPropertyOptional({ maxLength: 500, description: 'Why a recorded year is corrected; required from the second version on' })
  @IsOptional() @IsString() @Length(1, 500)
  reason?: string;

  @ApiPropertyOptional({ maxLength: 200, description: 'Document or department that the figures come from' })
  @IsOptional() @IsString() @Length(1, 200)
  source?: string;
}
