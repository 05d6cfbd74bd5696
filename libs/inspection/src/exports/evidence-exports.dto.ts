import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsObject, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { exportFormats, type ExportFormat } from '#domain';
import type { ExportSource } from '#households';

const encodings = ['utf8', 'utf8-bom', 'gbk'] as const;

export class EvidencePreviewRequest {
  @ApiProperty({ type: 'string', pattern: '^[a-z][a-z_]{2,40}$', description: 'What is exported, see GET /export-sources' })
  @Matches(/^[a-z][a-z_]{2,40}$/)
  source!: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'question: {definition}; check_hits: {division?, check?, state?, verdict?}; comparison_matches: {comparison}; findings: {division?, state?}; access_log: {division?, from?, to?}; sample_units: {sample}; record_history: {kind, record}' })
  @IsObject()
  params!: Record<string, unknown>;
}

export class EvidenceExportRequest extends EvidencePreviewRequest {
  @ApiPropertyOptional({ type: 'array', items: { type: 'string' }, description: 'Keys of columns in the order wanted; all without it' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  @ArrayUnique()
  @Matches(/^[a-zA-Z][a-zA-Z0-9_]{0,62}$/, { each: true })
  columns?: string[];

  @ApiProperty({ enum: exportFormats })
  @IsIn(exportFormats)
  format!: ExportFormat;

  @ApiPropertyOptional({ enum: encodings, default: 'utf8-bom', description: 'Of a CSV file' })
  @IsOptional()
  @IsIn(encodings)
  encoding?: (typeof encodings)[number];

  @ApiPropertyOptional({ type: 'boolean', default: false, description: 'Document numbers in clear: needs the permission and a purpose, and a second person above 1,000 rows' })
  @IsOptional()
  @IsBoolean()
  unmasked?: boolean;

  @ApiPropertyOptional({ type: 'string', maxLength: 200 })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  purpose?: string;
}

export class ExportSourceResponse {
  @ApiProperty({ type: 'string' }) source!: string;
  @ApiProperty({ type: 'string' }) zh!: string;
  @ApiProperty({ type: 'string' }) en!: string;
  @ApiProperty({ type: 'string', description: 'The verb that reading it needs' }) permission!: string;

  static from({ kind, name, permission }: ExportSource): ExportSourceResponse {
    return { source: kind, ...name, permission };
  }
}

export class ExportSourceList {
  @ApiProperty({ type: [ExportSourceResponse] }) items!: ExportSourceResponse[];
}
