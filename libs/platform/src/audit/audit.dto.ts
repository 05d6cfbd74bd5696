import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDateString, IsOptional, IsUUID, Length, Matches } from 'class-validator';
import { PageQuery } from '../http/page.dto.js';
import type { AuditRow } from './audit-log.queries.js';

export class AuditQuery extends PageQuery {
  @ApiPropertyOptional({ pattern: '^[0-9]{6}$', description: 'County (chain); the own division without it' })
  @IsOptional()
  @Matches(/^[0-9]{6}$/)
  county?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Only what this person did' })
  @IsOptional()
  @IsUUID()
  actor?: string;

  @ApiPropertyOptional({ pattern: '^[A-Z_]{2,20}$', description: 'INSERT, UPDATE, DELETE, READ, UNMASK, REFUSED, LOGIN …' })
  @IsOptional()
  @Matches(/^[A-Z_]{2,20}$/)
  op?: string;

  @ApiPropertyOptional({ format: 'date', description: 'From this day on' })
  @IsOptional()
  @IsDateString({ strict: true })
  @Length(10, 10)
  from?: string;
}

/** Who did what to which record, without its contents: those belong to the record's own history. */
export class AuditEntryResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty() county: string;
  @ApiProperty() division: string;
  @ApiProperty({ format: 'uuid' }) actorId: string;
  @ApiProperty({ type: String, nullable: true }) actorName: string | null;
  @ApiProperty() actorRole: string;
  @ApiProperty() op: string;
  @ApiProperty() subject: string;
  @ApiProperty() rowId: string;
  @ApiProperty({ type: [String], description: 'Names of the fields that changed' }) fields: string[];
  @ApiProperty({ type: 'integer', nullable: true, description: 'Place in the sealed chain; null until sealed' }) seq: number | null;

  static from(row: AuditRow): AuditEntryResponse {
    return Object.assign(new AuditEntryResponse(), {
      id: row.id, at: row.at.toISOString(), county: row.county_code, division: row.village_code, actorId: row.actor_id, actorName: row.actor_name,
      actorRole: row.actor_role, op: row.op, subject: row.table_name, rowId: row.row_id, fields: row.fields ?? [], seq: row.seq,
    });
  }
}

export class AuditPage {
  @ApiProperty({ type: [AuditEntryResponse] }) items: AuditEntryResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class ChainFaultResponse {
  @ApiProperty() countyCode: string;
  @ApiProperty({ type: 'integer', nullable: true }) seq: number | null;
  @ApiProperty() kind: string;
  @ApiProperty({ type: String, nullable: true }) rowId: string | null;
}

export class AuditReportResponse {
  @ApiProperty({ type: 'integer' }) counties: number;
  @ApiProperty({ type: 'integer' }) rows: number;
  @ApiProperty({ type: 'integer' }) anchors: number;
  @ApiProperty({ type: [ChainFaultResponse] }) faults: ChainFaultResponse[];
}
