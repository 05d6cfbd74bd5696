import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { attachmentKinds, attachmentTypes, parseCaseId, problem, type AttachmentKind, type AttachmentType, type CaseId } from '#domain';
import { PageQuery } from '#platform';
import type { Announcement } from './attachment-input.js';

const UUID = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
const CASE_ID = '^[0-9]{6}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
const MOST_BYTES = 104_857_600;

export class AttachmentSubjectRequest {
  @ApiProperty({ description: 'visit, case, notice, task, clue …', pattern: '^[a-z][a-z_]{1,40}$' })
  @Matches(/^[a-z][a-z_]{1,40}$/)
  kind: string;

  @ApiProperty({ format: 'uuid' })
  @Matches(new RegExp(UUID))
  id: string;
}

export class AttachmentRequest {
  @ApiProperty({ format: 'uuid', description: 'Minted by the client; the same id and content again is the same attachment' })
  @Matches(new RegExp(UUID))
  id: string;

  @ApiPropertyOptional({ pattern: CASE_ID, description: 'The household it belongs to; otherwise divisionCode' })
  @IsOptional()
  @Matches(new RegExp(CASE_ID))
  householdId?: string;

  @ApiPropertyOptional({ pattern: '^[0-9]{6,12}$', description: 'The village, township or county it belongs to, when it is of no single household' })
  @IsOptional()
  @Matches(/^[0-9]{6,12}$/)
  divisionCode?: string;

  @ApiProperty({ enum: attachmentKinds })
  @IsIn(attachmentKinds)
  kind: AttachmentKind;

  @ApiProperty({ enum: attachmentTypes, description: 'What the content is; the content itself decides' })
  @IsIn(attachmentTypes)
  mime: AttachmentType;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: MOST_BYTES })
  @IsInt()
  @Min(1)
  @Max(MOST_BYTES)
  bytes: number;

  @ApiProperty({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the whole file' })
  @Matches(/^[0-9a-f]{64}$/)
  sha256: string;

  @ApiPropertyOptional({ maxLength: 200 })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  fileName?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'When it was taken, by the clock of the phone; optional' })
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(/^2[0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})$/)
  takenAt?: string;

  @ApiPropertyOptional({ type: AttachmentSubjectRequest, description: 'What it is about; the reference that counts is made by the visit or the case itself' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AttachmentSubjectRequest)
  subject?: AttachmentSubjectRequest;
}

export class AttachmentQuery extends PageQuery {
  @ApiPropertyOptional({ pattern: CASE_ID })
  @IsOptional()
  @Matches(new RegExp(CASE_ID))
  householdId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Id of the visit, case or notice that it was announced for' })
  @IsOptional()
  @Matches(new RegExp(UUID))
  subjectId?: string;
}

/** The request as the service takes it. */
export function announcementOf({ householdId, fileName, ...rest }: AttachmentRequest): Announcement {
  const name = fileName === undefined ? undefined : cleanName(fileName);
  return { ...rest, ...(householdId === undefined ? {} : { household: caseIdOf(householdId) }), ...(name === undefined ? {} : { fileName: name }) };
}

export function caseIdOf(text: string): CaseId {
  const id = parseCaseId(text);
  if (!id) throw problem('not-found');
  return id;
}

/** File names are shown, never used as paths. */
function cleanName(name: string): string | undefined {
  return (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').trim().slice(0, 200) || undefined;
}
