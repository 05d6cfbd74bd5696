import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { codeListOf, exportFormats, exportStateLabels, exportStates, fileFormats, formatCaseId, householdStatuses, UNMASKED_ROWS_ALONE, type ExportState } from '#domain';
import { currentContext, PageQuery } from '#platform';
import type { ExportPreview } from './export.service.js';
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

  @ApiProperty({ enum: exportFormats })
  @IsIn(exportFormats)
  format!: (typeof exportFormats)[number];

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

export class ExportQuery extends PageQuery {
  @ApiPropertyOptional({ enum: exportStates })
  @IsOptional()
  @IsIn(exportStates)
  state?: ExportState;
}

export class ExportDecision {
  @ApiProperty({ type: 'boolean', description: 'Whether the file may be written' })
  @IsBoolean()
  agreed!: boolean;

  @ApiProperty({ type: 'string', minLength: 2, maxLength: 200, description: 'Why' })
  @IsString()
  @Matches(/\S.*\S/s)
  @MaxLength(200)
  note!: string;
}

export class ExportResponse {
  @ApiProperty({ type: 'string' }) id!: string;
  @ApiProperty({ enum: exportStates }) state!: string;
  @ApiProperty({ type: 'string' }) stateZh!: string;
  @ApiProperty({ type: 'integer' }) progress!: number;
  @ApiProperty({ type: 'string', description: 'What is exported; `households` for lists in the national order' }) source!: string;
  @ApiProperty({ type: 'array', items: { type: 'string' }, nullable: true, description: 'Columns that were chosen; null for all' }) columns!: string[] | null;
  @ApiProperty({ enum: layoutIds, nullable: true, type: 'string' }) layout!: string | null;
  @ApiProperty({ enum: ['household', 'person'], nullable: true, type: 'string' }) sheet!: string | null;
  @ApiProperty(countOrNull) year!: number | null;
  @ApiProperty({ enum: fileFormats }) format!: string;
  @ApiProperty({ type: 'string', description: 'Division of the lists, or of whoever asked' }) division!: string;
  @ApiProperty({ type: 'boolean' }) unmasked!: boolean;
  @ApiProperty(textOrNull) purpose!: string | null;
  @ApiProperty({ type: 'string' }) by!: string;
  @ApiProperty({ type: 'boolean', description: 'Asked for by whoever reads this' }) mine!: boolean;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'What was asked for; of a question its sentence' }) query!: Record<string, unknown>;
  @ApiProperty({ ...textOrNull, description: 'The second person' }) decidedBy!: string | null;
  @ApiProperty(textOrNull) decisionNote!: string | null;
  @ApiProperty({ ...textOrNull, description: 'Stands in every row or on every page of the file' }) watermark!: string | null;
  @ApiProperty(countOrNull) rowsExpected!: number | null;
  @ApiProperty(countOrNull) rows!: number | null;
  @ApiProperty(countOrNull) bytes!: number | null;
  @ApiProperty({ ...textOrNull, description: 'SHA-256 of the file' }) sha256!: string | null;
  @ApiProperty({ type: 'integer' }) downloads!: number;
  @ApiProperty({ ...textOrNull, description: 'Why it failed, in words' }) failure!: string | null;
  @ApiProperty({ type: 'string', format: 'date-time' }) createdAt!: string;
  @ApiProperty({ ...textOrNull, format: 'date-time' }) expiresAt!: string | null;

  static from(row: ExportJobRow): ExportResponse {
    return {
      id: formatCaseId(row.county_code, row.id), state: row.state, stateZh: exportStateLabels[row.state].zh, progress: row.progress, source: row.source, columns: row.columns, layout: row.layout, sheet: row.sheet,
      year: row.year, format: row.format, division: row.source === 'households' ? row.filter.division : row.division_code, unmasked: row.unmasked, purpose: row.purpose, by: row.actor.name, mine: row.actor.userId === currentContext().actor.userId, query: queryOf(row),
      decidedBy: row.decided_by_name, decisionNote: row.decision_note, watermark: row.watermark, rowsExpected: row.rows_expected, rows: row.rows, bytes: row.bytes, sha256: row.sha256, downloads: row.downloads,
      failure: row.failure?.zh ?? null, createdAt: row.created_at.toISOString(), expiresAt: row.expires_at?.toISOString() ?? null,
    };
  }
}

export class ExportColumnResponse {
  @ApiProperty({ type: 'string' }) key!: string;
  @ApiProperty({ type: 'string' }) zh!: string;
  @ApiProperty({ type: 'string' }) en!: string;
  @ApiProperty({ type: 'boolean', description: 'Masked unless the file is asked for in clear' }) sensitive!: boolean;
}

export class ExportPreviewResponse {
  @ApiProperty({ type: 'integer', description: 'Rows as of now' }) rows!: number;
  @ApiProperty({ type: 'integer', description: 'Rows in clear that one person may take out alone' }) alone!: number;
  @ApiProperty({ type: [ExportColumnResponse] }) columns!: ExportColumnResponse[];

  static from({ rows, columns }: ExportPreview): ExportPreviewResponse {
    return { rows, alone: UNMASKED_ROWS_ALONE, columns: columns.map(({ key, heading, sensitive }) => ({ key, ...heading, sensitive: sensitive === true })) };
  }
}

export class ExportPage {
  @ApiProperty({ type: [ExportResponse] }) items!: ExportResponse[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
}

/** The conditions, without the statements that answer them. */
function queryOf({ source, filter, params }: ExportJobRow): Record<string, unknown> {
  if (source === 'households') return { ...filter };
  return source === 'question' ? { sentence: params['sentence'] } : params;
}
