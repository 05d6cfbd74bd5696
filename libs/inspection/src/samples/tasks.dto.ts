import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, Validate, ValidateIf, ValidateNested, ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';
import {
  assuranceStates, differenceCauseCodes, differenceCauses, failureReasonCodes, failureReasons, formatCaseId, isCalendarDate, knowledgeStates, sampleUnits, satisfactionStates, spotCheckPlaces,
  type AssuranceState, type DifferenceCause, type FailureReason, type SampleUnitKind, type SpotCheckAnswers,
} from '#domain';
import { PageQuery } from '#platform';
import type { AnswerInput, ShownAnswer, ShownTask } from './sample-tasks.service.js';
import type { AttemptRow } from './task.queries.js';

const MOST_FEN = 100_000_000_000;
const text = { type: 'string' } as const;
const textOrNull = { type: 'string', nullable: true } as const;
const flag = ({ value }: { value: unknown }): unknown => (value === 'true' ? true : value === 'false' ? false : value);
const given = (_: object, value: unknown): boolean => value !== null && value !== undefined;
const fen = { type: 'integer', nullable: true, minimum: 0, maximum: MOST_FEN } as const;
const state = { enum: assuranceStates } as const;
const knowledge = { enum: knowledgeStates, nullable: true, type: 'string' } as const;

@ValidatorConstraint({ name: 'isDay' })
class IsDay implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return typeof value === 'string' && isCalendarDate(value);
  }
}

export class SampleTaskQuery extends PageQuery {
  @ApiPropertyOptional({ type: 'boolean', default: false, description: 'Also those that are finished' })
  @IsOptional() @Transform(flag) @IsBoolean()
  done: boolean = false;
}

export class SampleAttemptRequest {
  @ApiProperty({ type: 'string', format: 'uuid', description: 'Minted by the device' })
  @IsUUID()
  id!: string;

  @ApiProperty({ type: 'string', format: 'date' })
  @Validate(IsDay)
  triedOn!: string;

  @ApiProperty({ enum: failureReasonCodes })
  @IsIn(failureReasonCodes)
  reason!: FailureReason;

  @ApiPropertyOptional({ ...textOrNull, maxLength: 300 })
  @IsOptional() @IsString() @MaxLength(300) @Matches(/^[^\0]*$/)
  note?: string | null;
}

export class SpotCheckAssurances {
  @ApiProperty(state) @IsIn(assuranceStates) FOOD!: AssuranceState;
  @ApiProperty(state) @IsIn(assuranceStates) CLOTHING!: AssuranceState;
  @ApiProperty(state) @IsIn(assuranceStates) EDUCATION!: AssuranceState;
  @ApiProperty(state) @IsIn(assuranceStates) MEDICAL!: AssuranceState;
  @ApiProperty(state) @IsIn(assuranceStates) HOUSING!: AssuranceState;
  @ApiProperty(state) @IsIn(assuranceStates) WATER!: AssuranceState;
  @ApiProperty(state) @IsIn(assuranceStates) INCOME!: AssuranceState;
}

export class SpotCheckIncome {
  @ApiProperty({ ...fen, description: '工资性收入' }) @ValidateIf(given) @IsInt() @Min(0) @Max(MOST_FEN) wage!: number | null;
  @ApiProperty({ ...fen, description: '生产经营性收入' }) @ValidateIf(given) @IsInt() @Min(0) @Max(MOST_FEN) business!: number | null;
  @ApiProperty({ ...fen, description: '财产性收入' }) @ValidateIf(given) @IsInt() @Min(0) @Max(MOST_FEN) property!: number | null;
  @ApiProperty({ ...fen, description: '转移性收入' }) @ValidateIf(given) @IsInt() @Min(0) @Max(MOST_FEN) transfer!: number | null;
  @ApiProperty({ ...fen, description: '生产经营性支出' }) @ValidateIf(given) @IsInt() @Min(0) @Max(MOST_FEN) cost!: number | null;
}

export class SpotCheckRequest {
  @ApiProperty({ type: 'string', format: 'uuid', description: 'Minted by the device; the same id and content again is the same answer' })
  @IsUUID()
  id!: string;

  @ApiProperty({ enum: spotCheckPlaces, description: 'At home, in the village, by telephone' })
  @IsIn(spotCheckPlaces)
  place!: SpotCheckAnswers['place'];

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 50 })
  @IsInt() @Min(1) @Max(50)
  memberCount!: number;

  @ApiProperty({ type: SpotCheckAssurances })
  @IsObject() @ValidateNested() @Type(() => SpotCheckAssurances)
  assurances!: SpotCheckAssurances;

  @ApiProperty({ type: SpotCheckIncome, description: 'Of the year, fen; null where there was no answer' })
  @IsObject() @ValidateNested() @Type(() => SpotCheckIncome)
  incomeFen!: SpotCheckIncome;

  @ApiPropertyOptional(knowledge) @IsOptional() @IsIn(knowledgeStates) knowsHelper?: (typeof knowledgeStates)[number] | null;
  @ApiPropertyOptional(knowledge) @IsOptional() @IsIn(knowledgeStates) knowsMeasures?: (typeof knowledgeStates)[number] | null;

  @ApiProperty({ enum: satisfactionStates })
  @IsIn(satisfactionStates)
  satisfaction!: SpotCheckAnswers['satisfaction'];

  @ApiPropertyOptional({ ...textOrNull, maxLength: 1_000 })
  @IsOptional() @IsString() @MaxLength(1_000) @Matches(/^[^\0]*$/)
  note?: string | null;

  @ApiPropertyOptional({ type: [String], items: { type: 'string', format: 'uuid' }, description: 'Signature or photographs, never required' })
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ArrayUnique() @IsUUID(undefined, { each: true })
  attachmentIds?: string[];

  @ApiPropertyOptional({ ...textOrNull, maxLength: 300, description: 'Why it is answered anew' })
  @IsOptional() @IsString() @Length(2, 300) @Matches(/^[^\0]*\S[^\0]*$/)
  reason?: string | null;
}

export class SampleCauseRequest {
  @ApiProperty({ type: 'string', maxLength: 40 })
  @IsString() @Length(1, 40)
  field!: string;

  @ApiProperty({ enum: differenceCauseCodes })
  @IsIn(differenceCauseCodes)
  cause!: DifferenceCause;

  @ApiPropertyOptional({ ...textOrNull, maxLength: 300 })
  @IsOptional() @IsString() @MaxLength(300) @Matches(/^[^\0]*$/)
  note?: string | null;
}

/** The request as it is kept: every field present, so that equal answers are equal content. */
export function answerInput({ id, place, memberCount, assurances, incomeFen, knowsHelper = null, knowsMeasures = null, satisfaction, note = null, attachmentIds = [], reason = null }: SpotCheckRequest): AnswerInput {
  const { FOOD, CLOTHING, EDUCATION, MEDICAL, HOUSING, WATER, INCOME } = assurances;
  const { wage = null, business = null, property = null, transfer = null, cost = null } = incomeFen;
  return {
    id, reason,
    answers: {
      place, memberCount, assurances: { FOOD, CLOTHING, EDUCATION, MEDICAL, HOUSING, WATER, INCOME }, incomeFen: { wage, business, property, transfer, cost }, knowsHelper, knowsMeasures,
      satisfaction, note, attachmentIds,
    },
  };
}

export class SampleAttemptResponse {
  @ApiProperty({ type: 'string', format: 'date' }) triedOn!: string;
  @ApiProperty({ enum: failureReasonCodes }) reason!: string;
  @ApiProperty(text) reasonText!: string;
  @ApiProperty(textOrNull) note!: string | null;

  static from({ tried_on: triedOn, reason, note }: AttemptRow): SampleAttemptResponse {
    return { triedOn, reason, reasonText: failureReasons[reason].zh, note };
  }
}

export class SampleTaskResponse {
  @ApiProperty(text) id!: string;
  @ApiProperty(text) sampleName!: string;
  @ApiProperty({ type: 'integer' }) ordinal!: number;
  @ApiProperty({ type: 'integer', description: 'Year that is asked about' }) year!: number;
  @ApiProperty({ enum: [...sampleUnits], description: 'What is visited' }) unit!: SampleUnitKind;
  @ApiProperty(text) villageCode!: string;
  @ApiProperty({ ...textOrNull, description: 'Where to go' }) place!: string | null;
  @ApiProperty(textOrNull) naturalVillage!: string | null;
  @ApiProperty({ ...textOrNull, description: 'Whom to ask for' }) headName!: string | null;
  @ApiProperty(textOrNull) householdCode!: string | null;
  @ApiProperty({ enum: ['OPEN', 'FAILED', 'ANSWERED', 'REPLACED'] }) state!: string;
  @ApiProperty({ type: 'string', format: 'date-time' }) opensAt!: string;
  @ApiProperty({ type: 'boolean' }) closed!: boolean;

  static from(task: ShownTask): SampleTaskResponse {
    return {
      id: formatCaseId(task.county_code, task.id), sampleName: task.sample_name, ordinal: task.ordinal, year: task.year, unit: task.household_id === null ? 'village' : 'household', villageCode: task.village_code, place: task.place,
      naturalVillage: task.natural_village, headName: task.head_name, householdCode: task.household_code, state: task.state, opensAt: task.opens_at.toISOString(),
      closed: task.closed_at !== null,
    };
  }
}

export class SampleTaskPage {
  @ApiProperty({ type: [SampleTaskResponse] }) items!: SampleTaskResponse[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
}

export class SampleTaskForm extends SampleTaskResponse {
  @ApiProperty({ type: [SampleAttemptResponse] }) attempts!: SampleAttemptResponse[];

  static of({ task, attempts }: { task: ShownTask; attempts: readonly AttemptRow[] }): SampleTaskForm {
    return { ...SampleTaskResponse.from(task), attempts: attempts.map((row) => SampleAttemptResponse.from(row)) };
  }
}

const value = { oneOf: [{ type: 'string' as const }, { type: 'integer' as const }], nullable: true };

export class SpotCheckDifference {
  @ApiProperty(text) field!: string;
  @ApiProperty(value) seen!: string | number;
  @ApiProperty({ ...value, description: 'Null: the record says nothing' }) recorded!: string | number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Seen minus recorded, fen' }) gapFen!: number | null;
  @ApiProperty(textOrNull) cause!: string | null;
  @ApiProperty(textOrNull) causeText!: string | null;
  @ApiProperty(textOrNull) note!: string | null;
}

export class SpotCheckResponse {
  @ApiProperty(text) id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty(textOrNull) reason!: string | null;
  @ApiProperty({ type: 'string', format: 'date-time', description: 'Time of the server' }) savedAt!: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) answers!: object;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The record as it was when the answers were saved' }) recorded!: object;
  @ApiProperty({ type: [SpotCheckDifference] }) differences!: SpotCheckDifference[];
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: 'Causes to choose from' }) causes!: Record<string, string>;

  static from({ answer, causes }: ShownAnswer): SpotCheckResponse {
    return {
      id: formatCaseId(answer.county_code, answer.id), version: answer.version, reason: answer.reason, savedAt: answer.saved_at.toISOString(), answers: answer.answers, recorded: answer.recorded,
      differences: answer.differences.map((difference) => {
        const cause = causes.find(({ field }) => field === difference.field);
        return { ...difference, cause: cause?.cause ?? null, causeText: cause ? differenceCauses[cause.cause].zh : null, note: cause?.note ?? null };
      }),
      causes: Object.fromEntries(differenceCauseCodes.map((code) => [code, differenceCauses[code].zh])),
    };
  }
}

export class SpotCheckVersions {
  @ApiProperty({ type: [SpotCheckResponse] }) items!: SpotCheckResponse[];
}
