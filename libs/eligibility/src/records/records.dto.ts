import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsDateString, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { formatCaseId, snakeCase } from '#domain';
import { FIRST_YEAR, LAST_YEAR, RecordChangeRequest } from '../shared.dto.js';
import type { AssessmentRow, RecordRow } from './record.queries.js';
import type { RecordChange } from './versioned-records.js';

const MOST_PERSONS = 10_000_000;
const yes = (description: string) => ({ type: Boolean, nullable: true, description }) as const;

export class VillageYearRequest extends RecordChangeRequest {
  @ApiPropertyOptional({ type: String, nullable: true, enum: ['01', '02', '03', '04', '05'], description: '村属性; 02 is no poor village' })
  @IsOptional() @IsIn(['01', '02', '03', '04', '05'])
  villageType?: string | null;

  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 0, maximum: MOST_PERSONS, description: '农牧业户籍常住人口, persons' })
  @IsOptional() @IsInt() @Min(0) @Max(MOST_PERSONS)
  ruralResidentPopulation?: number | null;

  @ApiPropertyOptional(yes('硬化路')) @IsOptional() @IsBoolean() hardenedRoad?: boolean | null;
  @ApiPropertyOptional(yes('生产用电')) @IsOptional() @IsBoolean() productionPower?: boolean | null;
  @ApiPropertyOptional(yes('安全饮水覆盖')) @IsOptional() @IsBoolean() safeWaterCovered?: boolean | null;
  @ApiPropertyOptional(yes('标准化卫生室')) @IsOptional() @IsBoolean() clinic?: boolean | null;
  @ApiPropertyOptional(yes('合格村医')) @IsOptional() @IsBoolean() villageDoctor?: boolean | null;
  @ApiPropertyOptional(yes('文化活动室')) @IsOptional() @IsBoolean() cultureRoom?: boolean | null;
  @ApiPropertyOptional(yes('广播电视')) @IsOptional() @IsBoolean() broadcasting?: boolean | null;
  @ApiPropertyOptional(yes('宽带网络')) @IsOptional() @IsBoolean() broadband?: boolean | null;

  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 0, description: '集体经济收入, fen' })
  @IsOptional() @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER)
  collectiveIncomeFen?: number | null;

  @ApiPropertyOptional(yes('合作社')) @IsOptional() @IsBoolean() cooperative?: boolean | null;
}

export class CountyYearRequest extends RecordChangeRequest {
  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 0, maximum: MOST_PERSONS, description: '农牧业户籍常住人口, persons; the villages are added up without it' })
  @IsOptional() @IsInt() @Min(0) @Max(MOST_PERSONS)
  ruralResidentPopulation?: number | null;

  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 0, description: '农村牧区常住居民人均可支配收入, fen' })
  @IsOptional() @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER)
  ruralDisposableIncomeFen?: number | null;
}

export class ComparisonRequest extends RecordChangeRequest {
  @ApiPropertyOptional({ type: String, format: 'date', nullable: true })
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10)
  comparedOn?: string | null;

  @ApiPropertyOptional(yes('有财政供养人员')) @IsOptional() @IsBoolean() hasPublicPayrollMember?: boolean | null;
  @ApiPropertyOptional(yes('有嘎查村主要干部')) @IsOptional() @IsBoolean() hasVillageCadre?: boolean | null;
  @ApiPropertyOptional(yes('有小汽车或大型机械')) @IsOptional() @IsBoolean() ownsCar?: boolean | null;
  @ApiPropertyOptional(yes('有商品房或商铺')) @IsOptional() @IsBoolean() ownsCommercialProperty?: boolean | null;
  @ApiPropertyOptional(yes('有登记企业')) @IsOptional() @IsBoolean() ownsRegisteredFirm?: boolean | null;
}

/** Splits a request into what is recorded and what describes the record. */
export function changeOf(body: RecordChangeRequest): RecordChange {
  const { version, reason, source, ...figures } = body;
  const values = Object.entries(figures).filter(([, value]) => value !== undefined).map(([key, value]): [string, unknown] => [snakeCase(key), value]);
  return { version, reason, source, values: Object.fromEntries(values) };
}

const NOT_FIGURES = ['county_code', 'id', 'village_code', 'household_id', 'year', 'version', 'recorded_at', 'recorded_by', 'superseded_at', 'correction_reason', 'source'];

export class YearRecordResponse {
  @ApiProperty({ description: 'Code of the village (12 digits) or county (12 digits, padded with zeros)' }) villageCode: string;
  @ApiProperty({ type: 'integer' }) year: number;
  @ApiProperty({ type: 'integer' }) version: number;
  @ApiProperty({ format: 'date-time' }) recordedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When the next version took its place' }) supersededAt: string | null;
  @ApiProperty({ type: String, nullable: true }) correctionReason: string | null;
  @ApiProperty({ type: String, nullable: true }) source: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The figures by the keys of the request' }) values: Record<string, unknown>;

  static from(row: RecordRow): YearRecordResponse {
    const values = Object.entries(row).filter(([name]) => !NOT_FIGURES.includes(name)).map(([name, value]): [string, unknown] => [name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()), value]);
    return Object.assign(new YearRecordResponse(), {
      villageCode: row.village_code, year: row.year, version: row.version, recordedAt: row.recorded_at.toISOString(),
      supersededAt: row['superseded_at'] instanceof Date ? row['superseded_at'].toISOString() : null,
      correctionReason: row['correction_reason'] ?? null, source: row['source'] ?? null, values: Object.fromEntries(values),
    });
  }
}

export class AssessmentRequest {
  @ApiPropertyOptional({ format: 'uuid', description: 'Minted by the caller' })
  @IsOptional() @IsUUID()
  id?: string;

  @ApiProperty({ type: 'integer', minimum: FIRST_YEAR, maximum: LAST_YEAR })
  @IsInt() @Min(FIRST_YEAR) @Max(LAST_YEAR)
  year: number;

  @ApiProperty({ enum: ['MISSED', 'WRONG_EXIT', 'APPROVAL'], description: '漏评, 错退, 群众认可度' })
  @IsIn(['MISSED', 'WRONG_EXIT', 'APPROVAL'])
  kind: 'MISSED' | 'WRONG_EXIT' | 'APPROVAL';

  @ApiProperty({ type: 'integer', minimum: 1, description: 'Persons sampled' })
  @IsInt() @Min(1) @Max(MOST_PERSONS)
  sampled: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Persons found missed or wrongly exited, or persons who approve' })
  @IsInt() @Min(0) @Max(MOST_PERSONS)
  found: number;

  @ApiProperty({ format: 'date' })
  @IsDateString({ strict: true }) @Length(10, 10)
  assessedOn: string;

  @ApiProperty({ maxLength: 100, description: 'Unit that assessed' })
  @IsString() @Length(1, 100)
  assessor: string;

  @ApiPropertyOptional({ maxLength: 200 })
  @IsOptional() @IsString() @Length(1, 200)
  document?: string;
}

export class AssessmentResponse {
  @ApiProperty() id: string;
  @ApiProperty({ type: 'integer' }) year: number;
  @ApiProperty({ enum: ['MISSED', 'WRONG_EXIT', 'APPROVAL'] }) kind: string;
  @ApiProperty({ type: 'integer' }) sampled: number;
  @ApiProperty({ type: 'integer' }) found: number;
  @ApiProperty({ format: 'date' }) assessedOn: string;
  @ApiProperty() assessor: string;
  @ApiProperty({ type: String, nullable: true }) document: string | null;

  static from(row: AssessmentRow): AssessmentResponse {
    return Object.assign(new AssessmentResponse(), {
      id: formatCaseId(row.county_code, row.id), year: row.year, kind: row.kind, sampled: row.sampled, found: row.found, assessedOn: row.assessed_on,
      assessor: row.assessor, document: row.document,
    });
  }
}
