import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsString, IsUUID, Matches, Max, Min, ValidateNested } from 'class-validator';
import { codeListVersion, MAX_OPERATIONS, operationKinds, parseCaseId, problem, SYNC_SCHEMA_VERSION, type CaseId, type OperationResult } from '#domain';
import { CASE_ID } from '../contested/contested.dto.js';
import { APP_VERSION } from '../device/device.dto.js';
import type { Answers, Sending } from './operations.service.js';

const kinds = Object.keys(operationKinds);

/** Documents the frame of an operation; each one is checked by itself, so that a broken one does not refuse the others. */
export class SyncOperationRequest {
  @ApiProperty({ format: 'uuid', description: 'UUID version 7, minted by the device' }) opId!: string;
  @ApiProperty({ pattern: CASE_ID }) deviceId!: string;
  @ApiProperty({ type: 'integer', minimum: 1, description: '1, 2, 3 … without holes' }) deviceSeq!: number;
  @ApiProperty({ enum: kinds }) kind!: string;
  @ApiProperty({ pattern: CASE_ID, description: 'Row that is made or changed' }) entityId!: string;
  @ApiPropertyOptional({ type: 'integer', minimum: 0, description: 'Version that the device had read; corrections only' }) baseVersion?: number;
  @ApiProperty({ format: 'date-time', description: 'Clock of the device: kept, never trusted' }) occurredAt!: string;
  @ApiProperty({ type: 'integer', minimum: 0 }) schemaVersion!: number;
  @ApiPropertyOptional() codeListVersion?: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) payload!: Record<string, unknown>;
}

export class DeviceReportRequest {
  @ApiProperty({ pattern: CASE_ID })
  @IsString()
  @Matches(new RegExp(CASE_ID))
  deviceId!: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 1_000_000_000, description: 'Lowest number that the device still holds; older ones will never come' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  heldFrom?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: 1_000_000, description: 'Operations that wait on the device' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  pendingOperations?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: 1_000_000, description: 'Photos that wait on the device' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  pendingFiles?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: 400_000_000, description: 'Age of the oldest waiting operation: a difference of two readings of the same clock' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(400_000_000)
  oldestPendingSeconds?: number;
}

export class SyncOperationsRequest {
  @ApiPropertyOptional({ pattern: APP_VERSION })
  @IsOptional()
  @IsString()
  @Matches(new RegExp(APP_VERSION))
  appVersion?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Epoch of the server that the device last spoke to' })
  @IsOptional()
  @IsUUID()
  epoch?: string;

  @ApiPropertyOptional({ type: () => DeviceReportRequest })
  @IsOptional()
  @ValidateNested()
  @Type(() => DeviceReportRequest)
  device?: DeviceReportRequest;

  @ApiProperty({ type: () => [SyncOperationRequest], maxItems: MAX_OPERATIONS })
  @IsArray()
  @ArrayMaxSize(MAX_OPERATIONS)
  operations!: unknown[];

  static toSending({ device, ...body }: SyncOperationsRequest): Sending {
    if (!device) return body;
    const { deviceId, ...report } = device;
    return { ...body, report: { ...report, deviceId: caseId(deviceId) } };
  }
}

function caseId(text: string): CaseId {
  const id = parseCaseId(text);
  if (!id) throw problem('not-found');
  return id;
}

export class OperationResultResponse {
  @ApiProperty({ type: String, nullable: true }) opId!: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) deviceSeq!: number | null;
  @ApiProperty({ enum: ['applied', 'duplicate', 'conflict', 'rejected', 'retry'], description: 'All but `retry` are for good' }) status!: OperationResult['status'];
  @ApiPropertyOptional({ enum: ['applied', 'conflict'], description: 'With `duplicate`: the answer to the first sending' }) first?: OperationResult['first'];
  @ApiPropertyOptional({ description: 'Problem code of a rejection, reason of a retry, or what became of work that came too late and was kept' }) code?: string;
  @ApiPropertyOptional() title?: string;
  @ApiPropertyOptional() titleEn?: string;
  @ApiPropertyOptional({ type: 'integer', description: 'Number that the server waits for' }) expectedSeq?: number;
  @ApiPropertyOptional({ type: 'integer' }) version?: number;
  @ApiPropertyOptional({ type: [String], description: 'Fields that wait for a choice' }) contested?: string[];
  @ApiPropertyOptional({ type: 'array', items: {}, description: 'Faulty fields' }) fields?: unknown[];
}

/** Receipts, one for each operation, in the order in which they were sent. */
export class OperationResultsResponse {
  @ApiProperty({ format: 'uuid' }) epoch!: string;
  @ApiProperty({ format: 'date-time', description: 'Only this time counts' }) serverTime!: string;
  @ApiProperty({ type: 'integer' }) schemaVersion!: number;
  @ApiProperty() codeListVersion!: string;
  @ApiProperty({ type: () => [OperationResultResponse] }) results!: OperationResult[];

  static from({ server, results }: Answers): OperationResultsResponse {
    return { epoch: server.epoch, serverTime: server.now.toISOString(), schemaVersion: SYNC_SCHEMA_VERSION, codeListVersion, results: [...results] };
  }
}
