import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { formatCaseId, parseCaseId, problem, visitLimits } from '#domain';
import { CASE_ID, codesOf, FieldWorkQuery, textOrNull, timeOrNull, UUID, VILLAGE } from '../shared.dto.js';
import type { ListedClue } from './clue-reader.js';
import type { ClueInput, ClueSettlement } from './clue.service.js';

const INSTANT = /^[12][0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})$/;
const statuses = ['OPEN', 'CHECKING', 'SETTLED'] as const;

export class ClueRequest {
  @ApiProperty({ format: 'uuid', pattern: UUID.source, description: 'Minted by the caller' })
  @Matches(UUID)
  id!: string;

  @ApiPropertyOptional({ description: 'The household, when it is known here', pattern: CASE_ID.source })
  @IsOptional()
  @IsString()
  @Matches(CASE_ID)
  householdId?: string;

  @ApiPropertyOptional({ pattern: VILLAGE.source, description: 'Village, when the household is not known here' })
  @IsOptional()
  @IsString()
  @Matches(VILLAGE)
  villageCode?: string;

  @ApiPropertyOptional({ maxLength: 100, description: 'Name of the person; stored encrypted' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  subjectName?: string;

  @ApiPropertyOptional({ maxLength: 30, description: 'Telephone; stored encrypted' })
  @IsOptional()
  @IsString()
  @MaxLength(30)
  subjectPhone?: string;

  @ApiPropertyOptional({ maxLength: visitLimits.shortText, description: 'Where they live, in words' })
  @IsOptional()
  @IsString()
  @MaxLength(visitLimits.shortText)
  place?: string;

  @ApiProperty({ enum: codesOf('clueChannel') })
  @IsIn(codesOf('clueChannel'))
  channel!: string;

  @ApiProperty({ enum: codesOf('monitoringRisk') })
  @IsIn(codesOf('monitoringRisk'))
  kind!: string;

  @ApiProperty({ enum: codesOf('clueSeverity') })
  @IsIn(codesOf('clueSeverity'))
  severity!: string;

  @ApiProperty({ minLength: 1, maxLength: visitLimits.notes })
  @IsString()
  @MinLength(1)
  @MaxLength(visitLimits.notes)
  description!: string;

  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(visitLimits.attachments)
  @Matches(UUID, { each: true })
  attachmentIds?: string[];

  @ApiProperty({ format: 'date-time', pattern: INSTANT.source, description: 'Time of the device, with its offset' })
  @IsString()
  @Matches(INSTANT)
  occurredAt!: string;

  @ApiPropertyOptional({ maxLength: visitLimits.shortText })
  @IsOptional()
  @IsString()
  @MaxLength(visitLimits.shortText)
  deviceId?: string;

  /** What {@link ClueService.record} takes. */
  static input({ householdId, ...rest }: ClueRequest): ClueInput {
    return { ...rest, householdId: householdOf(householdId) };
  }
}

export class ClueSettleRequest {
  @ApiProperty({ enum: codesOf('clueResult') })
  @IsIn(codesOf('clueResult'))
  result!: string;

  @ApiProperty({ minLength: 1, maxLength: visitLimits.notes })
  @IsString()
  @MinLength(1)
  @MaxLength(visitLimits.notes)
  finding!: string;

  @ApiPropertyOptional({ description: 'The household that it is, or that became a candidate', pattern: CASE_ID.source })
  @IsOptional()
  @IsString()
  @Matches(CASE_ID)
  householdId?: string;

  static input({ householdId, result, finding }: ClueSettleRequest): ClueSettlement {
    return { result, finding, householdId: householdOf(householdId) };
  }
}

export class CluePauseRequest {
  @ApiProperty({ minLength: 1, maxLength: visitLimits.shortText, description: 'What it waits for' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(visitLimits.shortText)
  reason!: string;
}

/** Days that do not count towards the term of a clue. */
export class CluePauseResponse {
  @ApiProperty() reason!: string;
  @ApiProperty() by!: string;
  @ApiProperty({ format: 'date' }) from!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'First day that counts again; null while it is paused' }) until!: string | null;
}

export class ClueListQuery extends FieldWorkQuery {
  @ApiPropertyOptional({ enum: ['open', 'all'], default: 'open', description: 'Not yet settled, or all' })
  @IsOptional()
  @IsIn(['open', 'all'])
  box?: 'open' | 'all';

  @ApiPropertyOptional({ description: 'Only clues about this household', pattern: CASE_ID.source })
  @IsOptional()
  @IsString()
  @Matches(CASE_ID)
  household?: string;
}

export class ClueResponse {
  @ApiProperty() id!: string;
  @ApiProperty(textOrNull) householdId!: string | null;
  @ApiProperty({ ...textOrNull, description: 'Head of the household, or the name that was reported' }) name!: string | null;
  @ApiProperty({ ...textOrNull, description: 'Masked' }) phone!: string | null;
  @ApiProperty(textOrNull) place!: string | null;
  @ApiProperty() villageCode!: string;
  @ApiProperty({ description: 'Names from the league down' }) villageName!: string;
  @ApiProperty() channel!: string;
  @ApiProperty() kind!: string;
  @ApiProperty() severity!: string;
  @ApiProperty() description!: string;
  @ApiProperty({ type: [String] }) attachmentIds!: string[];
  @ApiProperty({ enum: statuses }) status!: string;
  @ApiProperty() reportedBy!: string;
  @ApiProperty({ format: 'date-time' }) reportedAt!: string;
  @ApiProperty(textOrNull) checkedBy!: string | null;
  @ApiProperty(textOrNull) result!: string | null;
  @ApiProperty(textOrNull) finding!: string | null;
  @ApiProperty({ ...textOrNull, description: 'Household that it was settled to' }) settledHouseholdId!: string | null;
  @ApiProperty(textOrNull) settledHeadName!: string | null;
  @ApiProperty(textOrNull) settledBy!: string | null;
  @ApiProperty(timeOrNull) settledAt!: string | null;
  @ApiProperty({ type: [CluePauseResponse] }) pauses!: CluePauseResponse[];

  static from({ row, name, villageName, pauses }: ListedClue): ClueResponse {
    const idOf = (id: string | null) => (id === null ? null : formatCaseId(row.county_code, id));
    return {
      id: formatCaseId(row.county_code, row.id), householdId: idOf(row.household_id), name: row.head_name ?? name, phone: row.subject_phone_masked, place: row.place,
      villageCode: row.village_code, villageName, channel: row.channel, kind: row.kind, severity: row.severity, description: row.description,
      attachmentIds: row.attachment_ids, status: row.status, reportedBy: row.reported_by_name, reportedAt: row.reported_at.toISOString(), checkedBy: row.checked_by_name,
      result: row.result, finding: row.finding, settledHouseholdId: idOf(row.settled_household_id), settledHeadName: row.settled_head_name, settledBy: row.settled_by_name,
      settledAt: row.settled_at?.toISOString() ?? null,
      pauses: pauses.map((pause) => ({ reason: pause.reason, by: pause.paused_by_name, from: pause.paused_on, until: pause.resumed_on })),
    };
  }
}

export class CluePage {
  @ApiProperty({ type: [ClueResponse] }) items!: ClueResponse[];
  @ApiProperty({ ...textOrNull, description: 'Cursor of the next page; null on the last' }) nextCursor!: string | null;
}

function householdOf(id: string | undefined): ClueInput['householdId'] {
  if (id === undefined) return undefined;
  const found = parseCaseId(id);
  if (!found) throw problem('not-found');
  return found;
}
