import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateNested,
} from 'class-validator';
import { CopyRecipientRequest } from '../copy/case-copies.dto.js';
import type { AssigneeRow } from './case.queries.js';

const OPINION = 2_000;
/** More than any village has; keeps figures far from the limits of the column. */
const MOST_PERSONS = 100_000;
const postedActions = ['submit', 'agree', 'return', 'refuse', 'withdraw', 'transfer', 'record_review', 'publish_notice', 'close_notice', 'announce'] as const;

export class StartCaseRequest {
  @ApiProperty({ description: 'Code of the procedure', pattern: '^[a-z][a-z0-9_]{1,40}$' })
  @Matches(/^[a-z][a-z0-9_]{1,40}$/)
  pack: string;

  @ApiProperty({ description: 'Household id, or code of the village or county', maxLength: 60 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  subjectId: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Minted by the caller: the same request sent twice opens one case' })
  @IsOptional()
  @IsUUID()
  id?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 2000, maximum: 2100, description: 'Year whose facts are judged. When absent, of a household the latest year with a record and a poverty line, else the running year' })
  @IsOptional()
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number;

  @ApiPropertyOptional({ maxLength: OPINION })
  @IsOptional()
  @IsString()
  @MaxLength(OPINION)
  reason?: string;
}

const CASE_ID = '^[0-9]{6}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

export class EvidenceRequest {
  @ApiProperty({ description: 'Kind, as the step names it', pattern: '^[a-z][a-z0-9_]{1,40}$' })
  @Matches(/^[a-z][a-z0-9_]{1,40}$/)
  kind: string;

  @ApiPropertyOptional({ maxLength: 200 })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  title?: string;

  @ApiPropertyOptional({ maxLength: 200 })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  fileName?: string;

  @ApiPropertyOptional({ description: 'SHA-256 of the file', pattern: '^[0-9a-f]{64}$' })
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  fileHash?: string;

  @ApiPropertyOptional({ pattern: CASE_ID, description: 'An uploaded file of this household or place that is READY; its hash goes into the dossier' })
  @IsOptional()
  @Matches(new RegExp(CASE_ID))
  attachmentId?: string;

  @ApiPropertyOptional({ maxLength: 500, description: 'Number of a document or place of a paper file' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reference?: string;

  @ApiPropertyOptional({ maxLength: 5_000 })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(5_000)
  text?: string;
}

export class ReviewMeetingRequest {
  @ApiProperty({ format: 'date' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  heldOn: string;

  @ApiProperty({ maxLength: 200 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  place: string;

  @ApiProperty({ maxLength: 100 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  convener: string;

  @ApiProperty({ type: 'integer', minimum: 1, description: '应到' })
  @IsInt()
  @Min(1)
  @Max(MOST_PERSONS)
  entitled: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: '实到' })
  @IsInt()
  @Min(0)
  @Max(MOST_PERSONS)
  present: number;

  @ApiProperty({ type: 'integer', minimum: 0 })
  @IsInt()
  @Min(0)
  @Max(MOST_PERSONS)
  inFavour: number;

  @ApiProperty({ type: 'integer', minimum: 0 })
  @IsInt()
  @Min(0)
  @Max(MOST_PERSONS)
  against: number;

  @ApiProperty({ type: 'integer', minimum: 0 })
  @IsInt()
  @Min(0)
  @Max(MOST_PERSONS)
  abstained: number;

  @ApiProperty()
  @IsBoolean()
  passed: boolean;

  @ApiProperty({ maxLength: 5_000 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(5_000)
  summary: string;
}

export class CaseActionRequest {
  @ApiProperty({ enum: postedActions })
  @IsIn(postedActions)
  action: (typeof postedActions)[number];

  @ApiProperty({ type: 'integer', minimum: 1, description: 'Version of the case that was on the screen' })
  @IsInt()
  @Min(1)
  expectedVersion: number;

  @ApiPropertyOptional({ maxLength: OPINION })
  @IsOptional()
  @IsString()
  @MaxLength(OPINION)
  opinion?: string;

  @ApiPropertyOptional({ type: [String], maxItems: 50, description: 'What a return asks to correct' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(80, { each: true })
  fields?: string[];

  @ApiPropertyOptional({ description: 'Step that a return goes to; the usual one when absent', maxLength: 41 })
  @IsOptional()
  @IsString()
  @MaxLength(41)
  toStep?: string;

  @ApiPropertyOptional({ description: '直达退回人: the answer to a return goes straight to whoever returned the case' })
  @IsOptional()
  @IsBoolean()
  direct?: boolean;

  @ApiPropertyOptional({ type: [CopyRecipientRequest], maxItems: 20, description: '抄送: persons and offices that get a copy' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => CopyRecipientRequest)
  copyTo?: CopyRecipientRequest[];

  @ApiPropertyOptional({ type: [EvidenceRequest], maxItems: 30 })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => EvidenceRequest)
  evidence?: EvidenceRequest[];

  @ApiPropertyOptional({ type: ReviewMeetingRequest })
  @IsOptional()
  @ValidateNested()
  @Type(() => ReviewMeetingRequest)
  review?: ReviewMeetingRequest;

  @ApiPropertyOptional({ format: 'uuid', description: 'Colleague who takes over (transfer)' })
  @IsOptional()
  @IsUUID()
  assigneeId?: string;

  @ApiPropertyOptional({ maxLength: 200, description: 'Where exactly the notice hangs' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  placeDetail?: string;
}

export class BatchItemRequest {
  @ApiProperty({ maxLength: 60 })
  @IsString()
  @MaxLength(60)
  id: string;

  @ApiProperty({ type: 'integer', minimum: 1 })
  @IsInt()
  @Min(1)
  expectedVersion: number;
}

const batchActions = ['agree', 'publish_notice', 'close_notice'] as const;

export class BatchAgreeRequest {
  @ApiProperty({ type: [BatchItemRequest], minItems: 1, maxItems: 100 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => BatchItemRequest)
  items: BatchItemRequest[];

  @ApiPropertyOptional({ maxLength: OPINION })
  @IsOptional()
  @IsString()
  @MaxLength(OPINION)
  opinion?: string;

  @ApiPropertyOptional({ enum: batchActions, default: 'agree', description: 'Agreeing needs the sample opened first; posting notices does not' })
  @IsOptional()
  @IsIn(batchActions)
  action?: (typeof batchActions)[number];

  @ApiPropertyOptional({ maxLength: 200, description: 'Where exactly the notices hang' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  placeDetail?: string;
}

export class BatchSampleRequest {
  @ApiProperty({ type: [BatchItemRequest], minItems: 1, maxItems: 100 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => BatchItemRequest)
  items: BatchItemRequest[];
}

export class BatchSampleResponse {
  @ApiProperty({ type: [String], description: 'Cases that must be opened before all are agreed to: one in ten, chosen by the server' }) sampled: string[];
  @ApiProperty({ type: [String], description: 'Those of them that I have opened' }) opened: string[];
}

export class BatchResultResponse {
  @ApiProperty() id: string;
  @ApiProperty({ enum: ['applied', 'refused'] }) result: 'applied' | 'refused';
  @ApiProperty({ type: 'integer', nullable: true, description: 'New version' }) version: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'Code of the problem' }) code: string | null;
  @ApiProperty({ type: String, nullable: true }) message: string | null;
}

export class BatchResponse {
  @ApiProperty({ type: 'integer' }) applied: number;
  @ApiProperty({ type: 'integer' }) refused: number;
  @ApiProperty({ type: [BatchResultResponse] }) results: BatchResultResponse[];
}

export class AssigneeResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty() role: string;
  @ApiProperty() division: string;

  static from(row: AssigneeRow): AssigneeResponse {
    return { id: row.id, name: row.display_name, role: row.role, division: row.division_code };
  }
}

export class ObjectionRequest {
  @ApiProperty({ maxLength: OPINION })
  @IsString()
  @IsNotEmpty()
  @MaxLength(OPINION)
  statement: string;

  @ApiPropertyOptional({ maxLength: 100, description: 'Who objects, if it was said' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  objector?: string;
}

const settlements = ['NOT_UPHELD', 'UPHELD_RETURN', 'UPHELD_REFUSE'] as const;

export class SettleObjectionRequest {
  @ApiProperty({ enum: settlements, description: '不成立 · 成立，退回 · 成立，终止' })
  @IsIn(settlements)
  result: (typeof settlements)[number];

  @ApiProperty({ maxLength: OPINION, description: '调查结论' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(OPINION)
  finding: string;
}
