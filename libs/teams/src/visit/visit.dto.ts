import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { assuranceItems, assuranceStates, incomeItems, problem, visitLimits, visitWays, parseCaseId, type AssuranceItem, type AssuranceState, type VisitDraft, type VisitWay } from '#domain';
import { CASE_ID, codesOf, DAY, FieldWorkQuery, UUID } from '../shared.dto.js';
import type { VisitInput } from './visit.service.js';

const incomeKeys = incomeItems.map((item) => item.key);
const idDoc = { format: 'uuid', pattern: UUID.source };

export class AssuranceRequest {
  @ApiProperty({ enum: assuranceItems })
  @IsIn(assuranceItems)
  item!: AssuranceItem;

  @ApiProperty({ enum: assuranceStates, description: '有保障 · 有问题 · 不清楚' })
  @IsIn(assuranceStates)
  state!: AssuranceState;

  @ApiProperty({ type: 'boolean', description: 'Confirmed as unchanged since the visit before; at most three times in a row' })
  @IsBoolean()
  carried!: boolean;

  @ApiPropertyOptional({ maxLength: visitLimits.shortText })
  @IsOptional()
  @IsString()
  @MaxLength(visitLimits.shortText)
  note?: string;
}

export class VisitIncomeRequest {
  @ApiProperty({ enum: incomeKeys })
  @IsIn(incomeKeys)
  item!: string;

  @ApiProperty({ type: 'integer', minimum: -visitLimits.changeFen, maximum: visitLimits.changeFen, description: 'Change in fen, not zero' })
  @IsInt()
  @Min(-visitLimits.changeFen)
  @Max(visitLimits.changeFen)
  changeFen!: number;

  @ApiPropertyOptional({ maxLength: visitLimits.shortText })
  @IsOptional()
  @IsString()
  @MaxLength(visitLimits.shortText)
  note?: string;
}

export class VisitProblemRequest {
  @ApiProperty({ ...idDoc, description: 'Minted by the caller; the task has the same id' })
  @Matches(UUID)
  id!: string;

  @ApiProperty({ enum: codesOf('monitoringRisk') })
  @IsIn(codesOf('monitoringRisk'))
  kind!: string;

  @ApiProperty({ maxLength: visitLimits.notes })
  @IsString()
  @MaxLength(visitLimits.notes)
  description!: string;

  @ApiProperty({ format: 'date', pattern: DAY.source })
  @Matches(DAY)
  dueOn!: string;

  @ApiPropertyOptional({ ...idDoc, description: 'User who is to solve it' })
  @IsOptional()
  @Matches(UUID)
  ownerId?: string;

  @ApiPropertyOptional({ maxLength: visitLimits.shortText, description: 'Somebody without an account' })
  @IsOptional()
  @IsString()
  @MaxLength(visitLimits.shortText)
  ownerName?: string;
}

export class VisitPositionRequest {
  @ApiProperty({ type: 'integer', minimum: -90_000_000, maximum: 90_000_000, description: 'Millionths of a degree' })
  @IsInt()
  @Min(-90_000_000)
  @Max(90_000_000)
  latitudeE6!: number;

  @ApiProperty({ type: 'integer', minimum: -180_000_000, maximum: 180_000_000 })
  @IsInt()
  @Min(-180_000_000)
  @Max(180_000_000)
  longitudeE6!: number;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 1_000_000 })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  accuracyM!: number;
}

/** What was seen and said. Everything but way, time and the seven answers may be left out. */
export class VisitContent {
  @ApiProperty({ ...idDoc, description: 'Minted by the caller: sending it again does not make a second visit' })
  @Matches(UUID)
  id!: string;

  @ApiProperty({ enum: visitWays, description: '入户 · 电话 · 村部 · 不在家' })
  @IsIn(visitWays)
  way!: VisitWay;

  @ApiPropertyOptional({ type: [String], enum: codesOf('visitType') })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsIn(codesOf('visitType'), { each: true })
  types?: string[];

  @ApiProperty({ format: 'date-time', maxLength: 40, description: 'Time of the device, with its offset' })
  @IsString()
  @MaxLength(40)
  visitedAt!: string;

  @ApiPropertyOptional({ type: 'integer', minimum: -2_000_000_000, maximum: 2_000_000_000, description: 'Seconds by which the server was ahead of the device when they last spoke' })
  @IsOptional()
  @IsInt()
  @Min(-2_000_000_000)
  @Max(2_000_000_000)
  clockOffsetSeconds?: number;

  @ApiPropertyOptional({ maxLength: visitLimits.shortText, description: 'Required when nobody was home' })
  @IsOptional()
  @IsString()
  @MaxLength(visitLimits.shortText)
  notHomeReason?: string;

  @ApiPropertyOptional({ type: [String], description: 'Members (uuid)' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(visitLimits.personsMet)
  @Matches(UUID, { each: true })
  personsMet?: string[];

  @ApiPropertyOptional({ maxLength: visitLimits.shortText })
  @IsOptional()
  @IsString()
  @MaxLength(visitLimits.shortText)
  othersMet?: string;

  @ApiPropertyOptional({ type: [AssuranceRequest], description: 'All seven, unless nobody was home' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(7)
  @ValidateNested({ each: true })
  @Type(() => AssuranceRequest)
  assurances?: AssuranceRequest[];

  @ApiPropertyOptional({ ...idDoc, description: 'Visit that the answers were carried from; the last recorded one without it' })
  @IsOptional()
  @Matches(UUID)
  baseVisitId?: string;

  @ApiPropertyOptional({ type: [VisitIncomeRequest] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(visitLimits.incomeChanges)
  @ValidateNested({ each: true })
  @Type(() => VisitIncomeRequest)
  incomeChanges?: VisitIncomeRequest[];

  @ApiPropertyOptional({ type: [String], enum: codesOf('visitNeed') })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsIn(codesOf('visitNeed'), { each: true })
  needs?: string[];

  @ApiPropertyOptional({ maxLength: visitLimits.shortText })
  @IsOptional()
  @IsString()
  @MaxLength(visitLimits.shortText)
  needsNote?: string;

  @ApiPropertyOptional({ type: [VisitProblemRequest], description: 'Each becomes a task' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(visitLimits.problems)
  @ValidateNested({ each: true })
  @Type(() => VisitProblemRequest)
  problems?: VisitProblemRequest[];

  @ApiPropertyOptional({ maxLength: visitLimits.notes })
  @IsOptional()
  @IsString()
  @MaxLength(visitLimits.notes)
  notes?: string;

  @ApiPropertyOptional({ type: [String], description: 'Ids of attachments (uuid); they may arrive later' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(visitLimits.attachments)
  @Matches(UUID, { each: true })
  attachmentIds?: string[];

  @ApiPropertyOptional({ type: VisitPositionRequest, description: 'Optional; stored encrypted' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => VisitPositionRequest)
  position?: VisitPositionRequest;

  @ApiPropertyOptional({ maxLength: visitLimits.shortText })
  @IsOptional()
  @IsString()
  @MaxLength(visitLimits.shortText)
  deviceId?: string;
}

export class VisitRequest extends VisitContent {
  @ApiProperty({ description: '<county>-<uuid>', pattern: CASE_ID.source })
  @IsString()
  @Matches(CASE_ID)
  householdId!: string;

  /** What {@link VisitService.record} takes. */
  static input(request: VisitRequest): VisitInput {
    const { householdId, ...draft } = request;
    return { householdId: householdOf(householdId), draft: plain(draft) };
  }
}

export class VisitCorrectionRequest extends VisitContent {
  @ApiProperty({ minLength: 1, maxLength: visitLimits.shortText })
  @IsString()
  @MaxLength(visitLimits.shortText)
  reason!: string;

  /** A correction of the visit `of` of a household. */
  static input(request: VisitCorrectionRequest, { householdId, of }: { householdId: VisitInput['householdId']; of: string }): VisitInput {
    const { reason, ...draft } = request;
    return { householdId, draft: plain(draft), correction: { of, reason } };
  }
}

export class VisitListQuery extends FieldWorkQuery {
  @ApiPropertyOptional({ description: 'Only visits of this household', pattern: CASE_ID.source })
  @IsOptional()
  @IsString()
  @Matches(CASE_ID)
  household?: string;

  @ApiPropertyOptional({ format: 'date', pattern: DAY.source })
  @IsOptional()
  @Matches(DAY)
  from?: string;

  @ApiPropertyOptional({ format: 'date', pattern: DAY.source })
  @IsOptional()
  @Matches(DAY)
  to?: string;
}

function householdOf(id: string): VisitInput['householdId'] {
  const found = parseCaseId(id);
  if (!found) throw problem('not-found');
  return found;
}

/** The instance of a class as plain data. */
const plain = (draft: VisitDraft): VisitDraft => JSON.parse(JSON.stringify(draft)) as VisitDraft;
