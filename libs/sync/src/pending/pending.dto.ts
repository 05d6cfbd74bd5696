import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBooleanString, IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { formatCaseId, isOperationKind, operationKinds } from '#domain';
import { PageQuery } from '#platform';
import type { KeptRow, PendingRow } from './pending.queries.js';
import type { PendingFilter } from './pending.service.js';

const DIVISION = /^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$/;
const textOrNull = { type: String, nullable: true } as const;
const timeOrNull = { type: String, format: 'date-time', nullable: true } as const;

export class PendingQuery extends PageQuery {
  @ApiPropertyOptional({ pattern: DIVISION.source })
  @IsOptional()
  @Matches(DIVISION)
  division?: string;

  @ApiPropertyOptional({ enum: ['true', 'false'], default: 'false', description: 'Also devices with nothing pending, or work that was settled' })
  @IsOptional()
  @IsBooleanString()
  all?: string;

  static toFilter({ division, all, cursor, limit }: PendingQuery): PendingFilter {
    return { division, cursor, limit, all: all === 'true' || all === '1' };
  }
}

/** A device with work that has not arrived. */
export class PendingDeviceResponse {
  @ApiProperty() deviceId!: string;
  @ApiProperty() villageCode!: string;
  @ApiProperty(textOrNull) villageName!: string | null;
  @ApiProperty() userName!: string;
  @ApiProperty(textOrNull) label!: string | null;
  @ApiProperty() revoked!: boolean;
  @ApiProperty(textOrNull) appVersion!: string | null;
  @ApiProperty({ ...timeOrNull, description: 'Last contact only; nobody’s times are followed' }) lastContactAt!: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'As the device said at its last contact' }) pendingOperations!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) pendingFiles!: number | null;
  @ApiProperty({ ...timeOrNull, description: 'Since when the oldest of them waits' }) oldestPendingAt!: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Number that the server waits for while later ones have come' }) gapFrom!: number | null;
  @ApiProperty({ type: 'integer', description: 'Numbers that the device no longer holds' }) lost!: number;
  @ApiProperty({ type: 'integer', description: 'Refused work that nobody has settled' }) kept!: number;

  static from(row: PendingRow): PendingDeviceResponse {
    return {
      deviceId: formatCaseId(row.county_code, row.id), villageCode: row.village_code, villageName: row.village_name, userName: row.user_name, label: row.label,
      revoked: row.revoked_at !== null, appVersion: row.app_version, lastContactAt: row.last_contact_at?.toISOString() ?? null, pendingOperations: row.pending_operations,
      pendingFiles: row.pending_files, oldestPendingAt: row.oldest_pending_at?.toISOString() ?? null, gapFrom: row.highest_seq > row.last_seq ? row.last_seq + 1 : null,
      lost: row.lost, kept: row.kept,
    };
  }
}

export class PendingDevicePage {
  @ApiProperty({ type: () => [PendingDeviceResponse] }) items!: PendingDeviceResponse[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
}

export class SettleKeptRequest {
  @ApiProperty({ enum: ['TAKEN_UP', 'LAID_ASIDE'], description: '已补录 · 不予采用' })
  @IsIn(['TAKEN_UP', 'LAID_ASIDE'])
  outcome!: 'TAKEN_UP' | 'LAID_ASIDE';

  @ApiProperty({ minLength: 2, maxLength: 500 })
  @IsString()
  @MinLength(2)
  @MaxLength(500)
  note!: string;
}

/** Work that arrived and was refused; what was typed is shown one by one, on record. */
export class KeptWorkResponse {
  @ApiProperty() id!: string;
  @ApiProperty() deviceId!: string;
  @ApiProperty() villageCode!: string;
  @ApiProperty() userName!: string;
  @ApiProperty() kind!: string;
  @ApiProperty() kindName!: string;
  @ApiProperty(textOrNull) entityId!: string | null;
  @ApiProperty(timeOrNull) occurredAt!: string | null;
  @ApiProperty({ description: 'The clock of the device was more than a day wrong' }) clockSuspect!: boolean;
  @ApiProperty({ format: 'date-time' }) receivedAt!: string;
  @ApiProperty() code!: string;
  @ApiProperty(textOrNull) title!: string | null;
  @ApiProperty({ type: String, enum: ['TAKEN_UP', 'LAID_ASIDE'], nullable: true }) outcome!: string | null;
  @ApiProperty(textOrNull) note!: string | null;
  @ApiProperty(textOrNull) settledBy!: string | null;
  @ApiProperty(timeOrNull) settledAt!: string | null;

  static from(row: KeptRow): KeptWorkResponse {
    return {
      id: formatCaseId(row.county_code, row.id), deviceId: formatCaseId(row.county_code, row.device_id), villageCode: row.village_code, userName: row.user_name, kind: row.kind,
      kindName: isOperationKind(row.kind) ? operationKinds[row.kind].zh : row.kind, entityId: row.entity_id === null ? null : formatCaseId(row.county_code, row.entity_id),
      occurredAt: row.occurred_at?.toISOString() ?? null, clockSuspect: row.clock_suspect, receivedAt: row.received_at.toISOString(), code: row.code,
      title: row.result.title ?? null, outcome: row.outcome, note: row.note, settledBy: row.settled_by_name, settledAt: row.settled_at?.toISOString() ?? null,
    };
  }
}

export class KeptWorkDetailResponse extends KeptWorkResponse {
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description: 'As it was typed, sensitive fields masked' }) payload!: unknown;
}

export class KeptWorkPage {
  @ApiProperty({ type: () => [KeptWorkResponse] }) items!: KeptWorkResponse[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
}
