import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { formatCaseId, visitLimits } from '#domain';
import { CASE_ID, codesOf, DAY, dayOrNull, FieldWorkQuery, textOrNull, UUID } from '../shared.dto.js';
import type { HelperRow, PairingRow } from './pairing.queries.js';

const COUNTY = /^[0-9]{6}$/;

export class HelperRequest {
  @ApiProperty({ format: 'uuid', pattern: UUID.source, description: 'Minted by the caller' })
  @Matches(UUID)
  id!: string;

  @ApiProperty({ pattern: COUNTY.source })
  @IsString()
  @Matches(COUNTY)
  countyCode!: string;

  @ApiProperty({ minLength: 1, maxLength: 100 })
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  name!: string;

  @ApiProperty({ minLength: 1, maxLength: 100 })
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  unit!: string;

  @ApiPropertyOptional({ enum: codesOf('affiliation') })
  @IsOptional()
  @IsIn(codesOf('affiliation'))
  affiliation?: string;

  @ApiPropertyOptional({ enum: codesOf('rank') })
  @IsOptional()
  @IsIn(codesOf('rank'))
  rank?: string;

  @ApiPropertyOptional({ format: 'uuid', pattern: UUID.source, description: 'Account of the person' })
  @IsOptional()
  @Matches(UUID)
  userId?: string;

  @ApiPropertyOptional({ maxLength: 30, description: 'Stored encrypted, shown masked' })
  @IsOptional()
  @IsString()
  @MaxLength(30)
  phone?: string;
}

export class PairingRequest {
  @ApiProperty({ format: 'uuid', pattern: UUID.source, description: 'Minted by the caller' })
  @Matches(UUID)
  id!: string;

  @ApiProperty({ pattern: CASE_ID.source })
  @IsString()
  @Matches(CASE_ID)
  householdId!: string;

  @ApiProperty({ pattern: CASE_ID.source, description: 'Helper of the same county' })
  @IsString()
  @Matches(CASE_ID)
  helperId!: string;

  @ApiProperty({ format: 'date', pattern: DAY.source })
  @Matches(DAY)
  startedOn!: string;
}

export class HandOverAllRequest {
  @ApiProperty({ pattern: CASE_ID.source, description: 'Helper who takes over' })
  @IsString()
  @Matches(CASE_ID)
  toHelperId!: string;

  @ApiProperty({ format: 'date', pattern: DAY.source })
  @Matches(DAY)
  on!: string;

  @ApiProperty({ minLength: 1, maxLength: visitLimits.shortText })
  @IsString()
  @MinLength(1)
  @MaxLength(visitLimits.shortText)
  reason!: string;
}

export class HandOverRequest extends HandOverAllRequest {
  @ApiProperty({ format: 'uuid', pattern: UUID.source, description: 'Id of the new pairing, minted by the caller' })
  @Matches(UUID)
  id!: string;
}

export class PairingListQuery extends FieldWorkQuery {
  @ApiPropertyOptional({ description: 'Pairings of this household, those that ended too', pattern: CASE_ID.source })
  @IsOptional()
  @IsString()
  @Matches(CASE_ID)
  household?: string;
}

export class HelperResponse {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() unit!: string;
  @ApiProperty(textOrNull) affiliation!: string | null;
  @ApiProperty(textOrNull) rank!: string | null;
  @ApiProperty({ ...textOrNull, description: 'Masked' }) phone!: string | null;
  @ApiProperty({ type: 'integer', description: 'Households now' }) households!: number;

  static from(row: HelperRow): HelperResponse {
    return { id: formatCaseId(row.county_code, row.id), name: row.name, unit: row.unit, affiliation: row.affiliation, rank: row.rank, phone: row.phone_masked, households: row.households };
  }
}

export class HelperPage {
  @ApiProperty({ type: [HelperResponse] }) items!: HelperResponse[];
  @ApiProperty({ ...textOrNull, description: 'Cursor of the next page; null on the last' }) nextCursor!: string | null;
}

export class PairingResponse {
  @ApiProperty() id!: string;
  @ApiProperty() householdId!: string;
  @ApiProperty(textOrNull) headName!: string | null;
  @ApiProperty() villageCode!: string;
  @ApiProperty() helperId!: string;
  @ApiProperty() helperName!: string;
  @ApiProperty() helperUnit!: string;
  @ApiProperty(textOrNull) helperRank!: string | null;
  @ApiProperty({ ...textOrNull, description: 'Masked' }) helperPhone!: string | null;
  @ApiProperty({ format: 'date' }) startedOn!: string;
  @ApiProperty(dayOrNull) endedOn!: string | null;
  @ApiProperty(textOrNull) endReason!: string | null;
  @ApiProperty({ ...textOrNull, description: 'Pairing that was handed over to this one' }) predecessorId!: string | null;

  static from(row: PairingRow): PairingResponse {
    const idOf = (id: string | null) => (id === null ? null : formatCaseId(row.county_code, id));
    return {
      id: formatCaseId(row.county_code, row.id), householdId: formatCaseId(row.county_code, row.household_id), headName: row.head_name, villageCode: row.village_code,
      helperId: formatCaseId(row.county_code, row.helper_id), helperName: row.helper_name, helperUnit: row.helper_unit, helperRank: row.helper_rank,
      helperPhone: row.helper_phone_masked, startedOn: row.started_on, endedOn: row.ended_on, endReason: row.end_reason, predecessorId: idOf(row.predecessor_id),
    };
  }
}

export class PairingPage {
  @ApiProperty({ type: [PairingResponse] }) items!: PairingResponse[];
  @ApiProperty({ ...textOrNull, description: 'Cursor of the next page; null on the last' }) nextCursor!: string | null;
}

export class HandOverResponse {
  @ApiProperty({ type: 'integer', description: 'Households that were handed over' }) households!: number;
}
