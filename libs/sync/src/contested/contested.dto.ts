import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { findField, formatCaseId } from '#domain';
import { shownColumn } from '#households';
import { PageQuery } from '#platform';
import type { ContestedRow } from './contested.queries.js';

const DIVISION = /^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$/;
export const CASE_ID = '^[0-9]{6}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

export class ContestedQuery extends PageQuery {
  @ApiPropertyOptional({ pattern: DIVISION.source })
  @IsOptional()
  @Matches(DIVISION)
  division?: string;

  @ApiPropertyOptional({ pattern: CASE_ID })
  @IsOptional()
  @IsString()
  @Matches(new RegExp(CASE_ID))
  householdId?: string;

  @ApiPropertyOptional({ enum: ['OPEN', 'CHOSEN'], default: 'OPEN' })
  @IsOptional()
  @IsIn(['OPEN', 'CHOSEN'])
  status?: 'OPEN' | 'CHOSEN';
}

export class ChooseRequest {
  @ApiProperty({ enum: ['recorded', 'proposed'], description: '`recorded` keeps what stands now, `proposed` writes the other value' })
  @IsIn(['recorded', 'proposed'])
  choice!: 'recorded' | 'proposed';

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 1_000_000 })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version!: number;
}

const anyValue = { nullable: true, description: 'As in the field catalogue; sensitive ones masked' };

export class ContestedFieldResponse {
  @ApiProperty() id!: string;
  @ApiProperty() householdId!: string;
  @ApiProperty() headName!: string;
  @ApiProperty({ enum: ['household', 'member', 'householdYear', 'memberYear'] }) entity!: string;
  @ApiProperty({ type: String, nullable: true }) memberName!: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) year!: number | null;
  @ApiProperty() field!: string;
  @ApiProperty({ description: 'Name of the field' }) label!: string;
  @ApiProperty({ ...anyValue }) baseValue!: unknown;
  @ApiProperty({ ...anyValue }) recordedValue!: unknown;
  @ApiProperty({ ...anyValue }) recordedNow!: unknown;
  @ApiProperty({ ...anyValue }) proposedValue!: unknown;
  @ApiProperty() proposedBy!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'By the clock of the device' }) occurredAt!: string | null;
  @ApiProperty({ format: 'date-time' }) receivedAt!: string;
  @ApiProperty({ enum: ['OPEN', 'CHOSEN'] }) status!: string;
  @ApiProperty({ type: String, enum: ['recorded', 'proposed'], nullable: true }) choice!: string | null;
  @ApiProperty({ type: String, nullable: true }) chosenBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) chosenAt!: string | null;
  @ApiProperty({ type: 'integer' }) version!: number;

  static from(row: ContestedRow): ContestedFieldResponse {
    const field = findField(row.entity, row.field);
    return {
      id: formatCaseId(row.county_code, row.id), householdId: formatCaseId(row.county_code, row.household_id), headName: row.head_name, entity: row.entity,
      memberName: row.member_name, year: row.year, field: row.field, label: field?.zh ?? row.field, baseValue: row.base_value, recordedValue: row.recorded_value,
      recordedNow: field ? (row.row_now?.[shownColumn(field)] ?? null) : null, proposedValue: row.proposed_value, proposedBy: row.proposed_by_name,
      occurredAt: row.occurred_at?.toISOString() ?? null, receivedAt: row.received_at.toISOString(), status: row.status, choice: row.choice,
      chosenBy: row.chosen_by_name, chosenAt: row.chosen_at?.toISOString() ?? null, version: row.version,
    };
  }
}

export class ContestedPage {
  @ApiProperty({ type: () => [ContestedFieldResponse] }) items!: ContestedFieldResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}
