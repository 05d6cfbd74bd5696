import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { codeListOf, formatCaseId, householdStatuses } from '#domain';
import { PageQuery } from '#platform';
import { VillageResponse } from '../household/household.response.js';
import type { ListedHousehold } from './household-list.js';

const types = codeListOf('poorHouseholdType').items.map((item) => item.code);
const causes = codeListOf('povertyCause').items.map((item) => item.code);
const verdicts = ['met', 'not_met', 'unproven'] as const;

export class HouseholdListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Division of 2, 4, 6, 9 or 12 digits; the own territory without it' })
  @IsOptional()
  @IsString()
  @Matches(/^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$/)
  division?: string;

  @ApiPropertyOptional({ type: String, description: 'One status, or several separated by commas', example: 'REGISTERED,PRE_EXIT,RETURNED' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value))
  @IsArray()
  @ArrayMaxSize(householdStatuses.length)
  @IsIn(householdStatuses, { each: true })
  status?: string[];

  @ApiPropertyOptional({ enum: types, description: 'poorHouseholdType' })
  @IsOptional()
  @IsIn(types)
  type?: string;

  @ApiPropertyOptional({ enum: causes, description: 'Main or other cause' })
  @IsOptional()
  @IsIn(causes)
  cause?: string;

  @ApiPropertyOptional({ maxLength: 40, description: 'Part of a name (one character is enough), pinyin initials (two letters or more), or household number' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  q?: string;

  @ApiPropertyOptional({ enum: verdicts, description: 'Computed verdict of `rule` in `year`' })
  @IsOptional()
  @IsIn(verdicts)
  verdict?: string;

  @ApiPropertyOptional({ default: 'household.exit', pattern: '^[a-z][a-z_.]{2,60}$' })
  @IsOptional()
  @IsString()
  @Matches(/^[a-z][a-z_.]{2,60}$/)
  rule?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 2000, maximum: 2100, description: 'Year of the verdict; the current one without it' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^\d{4}$/.test(value) ? Number(value) : value))
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number;
}

const textOrNull = { type: 'string', nullable: true } as const;

export class HouseholdListItem {
  @ApiProperty({ type: 'string' }) id!: string;
  @ApiProperty({ type: VillageResponse }) village!: VillageResponse;
  @ApiProperty(textOrNull) householdCode!: string | null;
  @ApiProperty({ type: 'string' }) headName!: string;
  @ApiProperty({ type: 'integer' }) memberCount!: number;
  @ApiProperty({ type: 'string' }) status!: string;
  @ApiProperty(textOrNull) poorHouseholdType!: string | null;
  @ApiProperty(textOrNull) mainCause!: string | null;
  @ApiProperty({ ...textOrNull, description: 'Masked' }) phone!: string | null;
  @ApiProperty({ ...textOrNull, description: 'The person whom the search found' }) matchedName!: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) latestYear!: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Net income per head in the latest recorded year, fen' }) perCapitaFen!: number | null;
  @ApiProperty({ ...textOrNull, description: 'Computed verdict of the rule in the year asked for' }) verdict!: string | null;
  @ApiProperty({ type: 'integer' }) version!: number;

  static from(row: ListedHousehold): HouseholdListItem {
    return {
      id: formatCaseId(row.county_code, row.id), village: VillageResponse.from(row.village_code, row.village), householdCode: row.household_code,
      headName: row.head_name, memberCount: row.member_count, status: row.status, poorHouseholdType: row.poor_household_type, mainCause: row.main_cause,
      phone: row.phone_masked, matchedName: row.matched_name, latestYear: row.latest_year, perCapitaFen: row.per_capita_income_fen, verdict: row.verdict, version: row.version,
    };
  }
}

export class HouseholdPage {
  @ApiProperty({ type: [HouseholdListItem] }) items!: HouseholdListItem[];
  @ApiProperty({ ...textOrNull, description: 'Cursor of the next page; null on the last' }) nextCursor!: string | null;
}
