import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { codeListOf, formatCaseId, householdStatuses } from '#domain';
import type { ExportJobRow } from './export-job.queries.js';

const layoutIds = ['H-A', 'H-B', 'H-D', 'H-E'] as const;
const divisionPattern = /^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$/;
const codes = (list: 'poorHouseholdType' | 'povertyCause') => codeListOf(list).items.map((item) => item.code);

export class ExportRequest {
  @ApiProperty({ enum: layoutIds })
  @IsIn(layoutIds)
  layout!: (typeof layoutIds)[number];

  @ApiPropertyOptional({ enum: ['household', 'person'], description: 'H-E has two sheets' })
  @IsOptional()
  @IsIn(['household', 'person'])
  sheet?: 'household' | 'person';

  @ApiPropertyOptional({ type: 'integer', minimum: 2000, maximum: 2100, description: 'Year of the yearly columns; this year without it' })
  @IsOptional()
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number;

  @ApiProperty({ enum: ['xlsx', 'csv'] })
  @IsIn(['xlsx', 'csv'])
  format!: 'xlsx' | 'csv';

  @ApiPropertyOptional({ enum: ['utf8', 'utf8-bom', 'gbk'], default: 'utf8-bom', description: 'Of a CSV file' })
  @IsOptional()
  @IsIn(['utf8', 'utf8-bom', 'gbk'])
  encoding?: 'utf8' | 'utf8-bom' | 'gbk';

  @ApiPropertyOptional({ type: 'string', pattern: divisionPattern.source, description: 'Inside the territory; the whole of it without' })
  @IsOptional()
  @Matches(divisionPattern)
  division?: string;

  @ApiPropertyOptional({ type: 'array', items: { type: 'string', enum: [...householdStatuses] } })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(8)
  @IsIn(householdStatuses, { each: true })
  status?: string[];

  @ApiPropertyOptional({ enum: codes('poorHouseholdType') })
  @IsOptional()
  @IsIn(codes('poorHouseholdType'))
  poorHouseholdType?: string;

  @ApiPropertyOptional({ enum: codes('povertyCause') })
  @IsOptional()
  @IsIn(codes('povertyCause'))
  mainCause?: string;

  @ApiPropertyOptional({ type: 'boolean', default: false, description: 'Sensitive values in clear: needs the permission and a purpose' })
  @IsOptional()
  @IsBoolean()
  unmasked?: boolean;

  @ApiPropertyOptional({ type: 'string', maxLength: 200 })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  purpose?: string;
}

const textOrNull = { type: 'string', nullable: true } as const;
const countOrNull = { type: 'integer', nullable: true } as const;

export class ExportResponse {
  @ApiProperty({ type: 'string' }) id!: string;
  @ApiProperty({ enum: ['queued', 'running', 'done', 'failed', 'expired'] }) state!: string;
  @ApiProperty({ type: 'integer' }) progress!: number;
  @ApiProperty({ enum: layoutIds }) layout!: string;
  @ApiProperty({ enum: ['household', 'person'] }) sheet!: string;
  @ApiProperty({ type: 'integer' }) year!: number;
  @ApiProperty({ enum: ['xlsx', 'csv'] }) format!: string;
  @ApiProperty({ type: 'string' }) division!: string;
  @ApiProperty({ type: 'boolean' }) unmasked!: boolean;
  @ApiProperty(textOrNull) purpose!: string | null;
  @ApiProperty({ type: 'string' }) by!: string;
  @ApiProperty(countOrNull) rows!: number | null;
  @ApiProperty(countOrNull) bytes!: number | null;
  @ApiProperty({ ...textOrNull, description: 'SHA-256 of the file' }) sha256!: string | null;
  @ApiProperty({ ...textOrNull, description: 'Why it failed, in words' }) failure!: string | null;
  @ApiProperty({ type: 'string', format: 'date-time' }) createdAt!: string;
  @ApiProperty({ ...textOrNull, format: 'date-time' }) expiresAt!: string | null;

  static from(row: ExportJobRow): ExportResponse {
    return {
      id: formatCaseId(row.county_code, row.id), state: row.state, progress: row.progress, layout: row.layout, sheet: row.sheet, year: row.year, format: row.format,
      division: row.filter.division, unmasked: row.unmasked, purpose: row.purpose, by: row.actor.name, rows: row.rows, bytes: row.bytes, sha256: row.sha256,
      failure: row.failure?.zh ?? null, createdAt: row.created_at.toISOString(), expiresAt: row.expires_at?.toISOString() ?? null,
    };
  }
}

export class ExportPage {
  @ApiProperty({ type: [ExportResponse] }) items!: ExportResponse[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
}
