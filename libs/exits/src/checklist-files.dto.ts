import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { formatCaseId, villageChecklist, type ChecklistItem } from '#domain';
import type { ChecklistFileRow } from './checklist-files.queries.js';

const CASE_ID = '^[0-9]{6}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
const wholeNumber = ({ value }: { value: unknown }): unknown => (typeof value === 'string' && /^\d{4}$/.test(value) ? Number(value) : value);

export class ChecklistVillageParams {
  @ApiProperty({ pattern: '^[0-9]{12}$' })
  @Matches(/^[0-9]{12}$/)
  code: string;
}

export class ChecklistYearQuery {
  @ApiProperty({ type: 'integer', minimum: 2000, maximum: 2100 })
  @Transform(wholeNumber) @IsInt() @Min(2000) @Max(2100)
  year: number;
}

export class ChecklistFileRequest {
  @ApiProperty({ type: 'integer', minimum: 2000, maximum: 2100 })
  @IsInt() @Min(2000) @Max(2100)
  year: number;

  @ApiProperty({ enum: villageChecklist, description: 'The row that the file belongs to' })
  @IsIn(villageChecklist)
  item: ChecklistItem;

  @ApiProperty({ pattern: CASE_ID, description: 'An upload of this village that is READY' })
  @Matches(new RegExp(CASE_ID))
  attachmentId: string;
}

/** A file beside a row of the checklist; its content comes from `/attachments/{attachmentId}/content`. */
export class ChecklistFileResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: villageChecklist }) item: string;
  @ApiProperty() attachmentId: string;
  @ApiProperty({ type: String, nullable: true }) fileName: string | null;
  @ApiProperty() mime: string;
  @ApiProperty({ description: 'SHA-256 of what is kept; the seal of the decision names it' }) sha256: string;
  @ApiProperty() addedBy: string;
  @ApiProperty({ format: 'date-time' }) addedAt: string;

  static from(row: ChecklistFileRow): ChecklistFileResponse {
    return {
      id: row.id, item: row.item, attachmentId: formatCaseId(row.county_code, row.attachment_id), fileName: row.file_name, mime: row.mime, sha256: row.file_hash,
      addedBy: row.added_by_name, addedAt: row.added_at.toISOString(),
    };
  }
}
