import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import type { OperationResult } from '#domain';
import { CASE_ID } from '../contested/contested.dto.js';

/** Most envelopes in one request; a request is one megabyte at most. */
export const MAX_ENVELOPES = 50;
const URL_SAFE = '^[A-Za-z0-9_-]+$';

export class SealKeyResponse {
  @ApiProperty({ description: 'Changes from time to time; what was sealed to an older one still opens' }) keyId!: string;
  @ApiProperty({ description: 'P-256, uncompressed point, base64url' }) publicKey!: string;
}

/** One piece of work that only the server can open. */
export class SealedEnvelopeRequest {
  @ApiProperty({ format: 'uuid', description: 'Id of the operation or of the attachment' })
  @IsUUID()
  id!: string;

  @ApiProperty({ enum: ['operation', 'photo'] })
  @IsIn(['operation', 'photo'])
  kind!: 'operation' | 'photo';

  @ApiProperty({ pattern: CASE_ID, description: 'Device of the author' })
  @IsString()
  @Matches(new RegExp(CASE_ID))
  deviceId!: string;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 1_000_000_000, description: 'Place in the line of that device; 0 for a photograph' })
  @IsInt()
  @Min(0)
  @Max(1_000_000_000)
  deviceSeq!: number;

  @ApiProperty({ pattern: '^[0-9a-f]{8}-[0-9]{4}$' })
  @IsString()
  @Matches(/^[0-9a-f]{8}-[0-9]{4}$/)
  keyId!: string;

  @ApiProperty({ pattern: '^[A-Za-z0-9_-]{87}$' })
  @IsString()
  @Matches(/^[A-Za-z0-9_-]{87}$/)
  ephemeral!: string;

  @ApiProperty({ pattern: URL_SAFE, maxLength: 200 })
  @IsString()
  @MaxLength(200)
  @Matches(new RegExp(URL_SAFE))
  wrapped!: string;

  @ApiProperty({ pattern: URL_SAFE, maxLength: 1_000_000 })
  @IsString()
  @MaxLength(1_000_000)
  @Matches(new RegExp(URL_SAFE))
  body!: string;

  @ApiProperty({ pattern: '^[0-9a-f]{32}$', description: 'Key of the device that signed it' })
  @IsString()
  @Matches(/^[0-9a-f]{32}$/)
  signer!: string;

  @ApiProperty({ pattern: URL_SAFE, maxLength: 100 })
  @IsString()
  @MaxLength(100)
  @Matches(new RegExp(URL_SAFE))
  signature!: string;
}

export class SealedWorkRequest {
  @ApiProperty({ type: () => [SealedEnvelopeRequest], maxItems: MAX_ENVELOPES })
  @IsArray()
  @ArrayMaxSize(MAX_ENVELOPES)
  @ValidateNested({ each: true })
  @Type(() => SealedEnvelopeRequest)
  envelopes!: SealedEnvelopeRequest[];
}

export class SealedResultResponse {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ['applied', 'duplicate', 'conflict', 'rejected', 'retry'], description: 'As in POST /sync/operations; a photograph that has arrived is `applied`' }) status!: OperationResult['status'];
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Receipt as the author would get it' }) result!: OperationResult;
}

export class SealedResultsResponse {
  @ApiProperty({ type: () => [SealedResultResponse] }) results!: SealedResultResponse[];

  static from(results: readonly OperationResult[], ids: readonly string[]): SealedResultsResponse {
    return { results: results.map((result, index) => ({ id: ids[index] ?? '', status: result.status, result })) };
  }
}
