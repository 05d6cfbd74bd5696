import { ApiProperty } from '@nestjs/swagger';
import { attachmentKinds, attachmentStates, formatCaseId, type AttachmentState } from '#domain';
import type { AttachmentRow } from './attachment.queries.js';
import { refusalOf } from './refusal.js';

export class AttachmentRefusalResponse {
  @ApiProperty() code: string;
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
}

/** What is kept: of an image its pixels only, of a PDF file the file. */
export class KeptFileResponse {
  @ApiProperty() mime: string;
  @ApiProperty({ type: 'integer' }) bytes: number;
  @ApiProperty() sha256: string;
  @ApiProperty({ type: 'integer', nullable: true }) width: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) height: number | null;
}

export class AttachmentResponse {
  @ApiProperty() id: string;
  @ApiProperty({ enum: attachmentStates }) state: AttachmentState;
  @ApiProperty({ type: 'integer', description: 'The next chunk begins here' }) receivedBytes: number;
  @ApiProperty({ type: 'integer' }) bytes: number;
  @ApiProperty({ description: 'SHA-256 of the file as it was sent' }) sha256: string;
  @ApiProperty({ enum: attachmentKinds }) kind: string;
  @ApiProperty() mime: string;
  @ApiProperty() villageCode: string;
  @ApiProperty({ type: String, nullable: true }) householdId: string | null;
  @ApiProperty({ type: String, nullable: true }) fileName: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) takenAt: string | null;
  @ApiProperty({ type: KeptFileResponse, nullable: true }) kept: KeptFileResponse | null;
  @ApiProperty({ type: AttachmentRefusalResponse, nullable: true }) refusal: AttachmentRefusalResponse | null;
  @ApiProperty({ format: 'date-time' }) announcedAt: string;

  static from(row: AttachmentRow): AttachmentResponse {
    const refusal = refusalOf(row);
    return {
      id: formatCaseId(row.county_code, row.id), state: row.state, receivedBytes: row.received_bytes, bytes: row.bytes, sha256: row.sha256, kind: row.kind, mime: row.mime,
      villageCode: row.village_code, householdId: row.household_id === null ? null : formatCaseId(row.county_code, row.household_id), fileName: row.file_name,
      takenAt: row.taken_at?.toISOString() ?? null, kept: keptOf(row), announcedAt: row.announced_at.toISOString(),
      refusal: refusal && { code: refusal.code, zh: refusal.zh, en: refusal.en },
    };
  }
}

function keptOf(row: AttachmentRow): KeptFileResponse | null {
  if (row.kept_mime === null || row.kept_bytes === null || row.kept_sha256 === null) return null;
  return { mime: row.kept_mime, bytes: row.kept_bytes, sha256: row.kept_sha256, width: row.width, height: row.height };
}

export class AttachmentPage {
  @ApiProperty({ type: [AttachmentResponse] }) items: AttachmentResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
