import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { roles, type Role } from '#domain';
import type { CopyRow, ReaderRow } from './case-copies.queries.js';

/** A person under a role, or with no person whoever holds the role at the division. */
export class CopyRecipientRequest {
  @ApiProperty({ enum: roles })
  @IsIn(roles)
  role: Role;

  @ApiProperty({ pattern: '^[0-9]{2,12}$' })
  @Matches(/^[0-9]{2,12}$/)
  division: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The person; the office when absent' })
  @IsOptional()
  @IsUUID()
  userId?: string;
}

/** Somebody to whom a case can be copied. */
export class CopyReaderResponse {
  @ApiProperty({ format: 'uuid' }) userId: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: roles }) role: string;
  @ApiProperty() division: string;

  static from(row: ReaderRow): CopyReaderResponse {
    return { userId: row.id, name: row.display_name, role: row.role, division: row.division_code };
  }
}

/** One copy of a case. Who has opened it is nobody's business but the recipient's. */
export class CaseCopyResponse {
  @ApiProperty({ type: String, nullable: true, description: 'The person; null for an office' }) name: string | null;
  @ApiProperty({ enum: roles }) role: string;
  @ApiProperty() division: string;
  @ApiProperty({ description: 'Who took the action that it went with' }) by: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ description: 'Because the procedure says so (按程序包抄送), not by hand' }) byPack: boolean;
  @ApiProperty({ description: 'The step that was left, or stood, when it was sent' }) step: string;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Number of the entry in the log that it went with; null for copies of earlier releases' }) event: number | null;
  @ApiProperty({ description: 'To me or to my office, and I have not opened it yet' }) unread: boolean;

  static from(row: CopyRow, unread: boolean): CaseCopyResponse {
    return {
      name: row.user_name, role: row.role, division: row.division_code, by: row.sent_by_name, at: row.sent_at.toISOString(), byPack: row.by_pack, step: row.step,
      event: row.event_seq, unread,
    };
  }
}
