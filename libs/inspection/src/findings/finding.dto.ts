import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsDateString, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import {
  findingAnswers, findingDecisions, findingOriginKinds, findingOutcomes, findingStates, findingUnitLevels,
  type FindingAnswer, type FindingDecision, type FindingOriginKind, type FindingOutcome, type FindingState, type FindingUnitLevel,
} from '#domain';
import { PageQuery } from '#platform';

const CASE_ID = /^[0-9]{6}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DIVISION = /^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$/;
const WORD = /^[a-z][a-z_]{1,40}$/;
const MAX_TEXT = 4000;
const flag = ({ value }: { value: unknown }): unknown => (value === 'true' ? true : value === 'false' ? false : value);

/** What a finding is raised from; which fields are needed depends on its kind. */
export class FindingOriginRequest {
  @ApiProperty({ enum: findingOriginKinds })
  @IsIn(findingOriginKinds)
  kind!: FindingOriginKind;

  @ApiPropertyOptional({ pattern: CASE_ID.source, description: 'HIT, COMPARISON, SAMPLE: id of the hit, the match, the answer' })
  @IsOptional() @IsString() @Matches(CASE_ID)
  id?: string;

  @ApiPropertyOptional({ pattern: WORD.source, description: 'SCREEN: its code' })
  @IsOptional() @IsString() @Matches(WORD)
  screen?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 2000, maximum: 2100, description: 'SCREEN: its year' })
  @IsOptional() @IsInt() @Min(2000) @Max(2100)
  year?: number;

  @ApiPropertyOptional({ pattern: WORD.source, description: 'SCREEN: what it was grouped by' })
  @IsOptional() @IsString() @Matches(WORD)
  by?: string;

  @ApiPropertyOptional({ minLength: 1, maxLength: 200, description: 'SCREEN: key of the group that is flagged' })
  @IsOptional() @IsString() @Length(1, 200)
  group?: string;

  @ApiPropertyOptional({ minLength: 1, maxLength: 100, description: 'LETTER: its number; HAND: a number of the caller, so that the same is not raised twice' })
  @IsOptional() @IsString() @Length(1, 100)
  reference?: string;

  @ApiPropertyOptional({ format: 'date', description: 'LETTER: day on which it came in' })
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10)
  receivedOn?: string;

  @ApiPropertyOptional({ minLength: 1, maxLength: MAX_TEXT, description: 'LETTER, HAND: what it says' })
  @IsOptional() @IsString() @Length(1, MAX_TEXT)
  text?: string;

  @ApiPropertyOptional({ pattern: DIVISION.source, description: 'SCREEN: division that was asked about; LETTER, HAND: place, when it is about no household' })
  @IsOptional() @IsString() @Matches(DIVISION)
  division?: string;

  @ApiPropertyOptional({ pattern: CASE_ID.source, description: 'LETTER, HAND: household that it is about' })
  @IsOptional() @IsString() @Matches(CASE_ID)
  householdId?: string;
}

export class RaiseFindingRequest {
  @ApiProperty({ type: [FindingOriginRequest], minItems: 1, maxItems: 500, description: 'All of one kind' })
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(500) @ValidateNested({ each: true }) @Type(() => FindingOriginRequest)
  origins!: FindingOriginRequest[];

  @ApiPropertyOptional({ pattern: DIVISION.source, description: 'County or township that answers for everything' })
  @IsOptional() @IsString() @Matches(DIVISION)
  unitDivision?: string;

  @ApiPropertyOptional({ enum: findingUnitLevels, description: 'Or one finding for each county, or township, in which origins lie' })
  @IsOptional() @IsIn(findingUnitLevels)
  unitLevel?: FindingUnitLevel;

  @ApiPropertyOptional({ format: 'date', description: 'Deadline' })
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10)
  dueOn?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 366, description: 'Or so many working days after today' })
  @IsOptional() @IsInt() @Min(1) @Max(366)
  dueWorkingDays?: number;

  @ApiPropertyOptional({ minLength: 2, maxLength: 200, description: 'The name of the check without it' })
  @IsOptional() @IsString() @Length(2, 200)
  title?: string;

  @ApiPropertyOptional({ minLength: 2, maxLength: MAX_TEXT, description: 'Told from the origins without it' })
  @IsOptional() @IsString() @Length(2, MAX_TEXT)
  facts?: string;

  @ApiPropertyOptional({ minLength: 2, maxLength: MAX_TEXT, description: 'Legal basis; that of the check without it' })
  @IsOptional() @IsString() @Length(2, MAX_TEXT)
  basis?: string;

  @ApiPropertyOptional({ minLength: 2, maxLength: MAX_TEXT, description: 'What is suggested' })
  @IsOptional() @IsString() @Length(2, MAX_TEXT)
  suggestion?: string;
}

export class FindingAnswerRequest {
  @ApiProperty({ enum: findingAnswers, description: 'RECEIVE, PLAN (note: measures), RECTIFY (note: what was done), SUBMIT' })
  @IsIn(findingAnswers)
  action!: FindingAnswer;

  @ApiPropertyOptional({ maxLength: MAX_TEXT })
  @IsOptional() @IsString() @MaxLength(MAX_TEXT)
  note?: string;

  @ApiPropertyOptional({ type: [String], maxItems: 50, description: 'Attachments of the place of the unit, or of a household of the finding' })
  @IsOptional() @IsArray() @ArrayMaxSize(50) @IsString({ each: true }) @Matches(CASE_ID, { each: true })
  attachments?: string[];

  @ApiProperty({ type: 'integer', minimum: 1, description: 'Version that was seen' })
  @IsInt() @Min(1) @Max(1_000_000)
  version!: number;
}

export class FindingDecisionRequest {
  @ApiProperty({ enum: findingDecisions, description: 'CLOSE, RETURN, REOPEN; HOLD and RELAPSE are results of a look-back' })
  @IsIn(findingDecisions)
  action!: FindingDecision;

  @ApiProperty({ minLength: 2, maxLength: MAX_TEXT, description: 'Opinion or reason' })
  @IsString() @Length(2, MAX_TEXT)
  note!: string;

  @ApiPropertyOptional({ enum: findingOutcomes, description: 'CLOSE: put right, or nothing was wrong' })
  @IsOptional() @IsIn(findingOutcomes)
  outcome?: FindingOutcome;

  @ApiPropertyOptional({ format: 'date', description: 'New deadline: needed to open again, possible on return' })
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10)
  dueOn?: string;

  @ApiPropertyOptional({ format: 'date', description: 'CLOSE: day of the look-back' })
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10)
  lookBackOn?: string;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'Version that was seen' })
  @IsInt() @Min(1) @Max(1_000_000)
  version!: number;
}

export class FindingExtensionRequest {
  @ApiProperty({ format: 'date' })
  @IsDateString({ strict: true }) @Length(10, 10)
  until!: string;

  @ApiProperty({ minLength: 2, maxLength: MAX_TEXT })
  @IsString() @Length(2, MAX_TEXT)
  reason!: string;
}

export class FindingExtensionDecisionRequest {
  @ApiProperty({ type: 'boolean' })
  @IsBoolean()
  grant!: boolean;

  @ApiPropertyOptional({ format: 'date', description: 'Day that is granted; the one asked for without it' })
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10)
  until?: string;

  @ApiProperty({ minLength: 2, maxLength: MAX_TEXT })
  @IsString() @Length(2, MAX_TEXT)
  opinion!: string;
}

export class FindingListQuery extends PageQuery {
  @ApiPropertyOptional({ pattern: DIVISION.source, description: 'The own territory without it' })
  @IsOptional() @IsString() @Matches(DIVISION)
  division?: string;

  @ApiPropertyOptional({ enum: findingStates })
  @IsOptional() @IsIn(findingStates)
  state?: FindingState;

  @ApiPropertyOptional({ enum: ['open', 'closed', 'all'], default: 'all' })
  @IsOptional() @IsIn(['open', 'closed', 'all'])
  box?: 'open' | 'closed' | 'all';

  @ApiPropertyOptional({ pattern: DIVISION.source, description: 'Responsible unit, with those below it' })
  @IsOptional() @IsString() @Matches(DIVISION)
  unit?: string;

  @ApiPropertyOptional({ enum: findingOriginKinds })
  @IsOptional() @IsIn(findingOriginKinds)
  originKind?: FindingOriginKind;

  @ApiPropertyOptional({ maxLength: 300, description: 'Reference of an origin: id of the hit, match or answer; number of the letter' })
  @IsOptional() @IsString() @MaxLength(300)
  origin?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Due by this day' })
  @IsOptional() @IsString() @MaxLength(10)
  dueBy?: string;

  @ApiPropertyOptional({ enum: ['BLUE', 'YELLOW', 'RED'], description: 'Colour by days left; nothing while the bounds are not set' })
  @IsOptional() @IsIn(['BLUE', 'YELLOW', 'RED'])
  colour?: 'BLUE' | 'YELLOW' | 'RED';

  @ApiPropertyOptional({ pattern: CASE_ID.source })
  @IsOptional() @IsString() @Matches(CASE_ID)
  household?: string;

  @ApiPropertyOptional({ type: 'boolean', description: 'Only with an extension that waits for its decision' })
  @IsOptional() @Transform(flag) @IsBoolean()
  extension?: boolean;

  @ApiPropertyOptional({ format: 'date', description: 'Only with a look-back due by this day' })
  @IsOptional() @IsString() @MaxLength(10)
  lookBackBy?: string;
}

export class FindingCountQuery {
  @ApiPropertyOptional({ pattern: DIVISION.source, description: 'The own territory without it' })
  @IsOptional() @IsString() @Matches(DIVISION)
  division?: string;
}

export class FindingDrawRequest {
  @ApiProperty({ pattern: DIVISION.source })
  @IsString() @Matches(DIVISION)
  division!: string;

  @ApiProperty({ format: 'date', description: 'Closed from this day' })
  @IsDateString({ strict: true }) @Length(10, 10)
  closedFrom!: string;

  @ApiProperty({ format: 'date', description: 'Closed until this day' })
  @IsDateString({ strict: true }) @Length(10, 10)
  closedTo!: string;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 1000 })
  @IsInt() @Min(1) @Max(1000)
  size!: number;

  @ApiPropertyOptional({ minLength: 1, maxLength: 64, description: 'Minted by the server without it' })
  @IsOptional() @IsString() @Length(1, 64)
  seed?: string;

  @ApiProperty({ format: 'date', description: 'Day of the look-back' })
  @IsDateString({ strict: true }) @Length(10, 10)
  lookBackOn!: string;
}

export class FindingColourRequest {
  @ApiProperty({ type: 'integer', minimum: -365, maximum: 365 })
  @IsInt() @Min(-365) @Max(365)
  blueDays!: number;

  @ApiProperty({ type: 'integer', minimum: -365, maximum: 365 })
  @IsInt() @Min(-365) @Max(365)
  yellowDays!: number;

  @ApiProperty({ type: 'integer', minimum: -365, maximum: 365 })
  @IsInt() @Min(-365) @Max(365)
  redDays!: number;

  @ApiProperty({ enum: ['calendar', 'working'] })
  @IsIn(['calendar', 'working'])
  unit!: 'calendar' | 'working';

  @ApiProperty({ minLength: 2, maxLength: 300, description: 'Document that says so' })
  @IsString() @Length(2, 300)
  source!: string;

  @ApiProperty({ format: 'date' })
  @IsDateString({ strict: true }) @Length(10, 10)
  validFrom!: string;
}
