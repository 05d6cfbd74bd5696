import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { codeListVersion, formatCaseId, SYNC_SCHEMA_VERSION } from '#domain';
import type { DeviceRow, ServerRow } from './device.queries.js';

export const APP_VERSION = '^[0-9]{1,4}(\\.[0-9]{1,4}){2}$';

export class RegisterDeviceRequest {
  @ApiProperty({ format: 'uuid', description: 'Minted once by the application when it is set up' })
  @IsUUID()
  installationId!: string;

  @ApiPropertyOptional({ maxLength: 60, description: 'What its owner calls it' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  label?: string;

  @ApiProperty({ pattern: APP_VERSION, example: '1.4.0' })
  @IsString()
  @Matches(new RegExp(APP_VERSION))
  appVersion!: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 1_000_000_000, description: 'First number that the device still holds (after a restore)' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  firstSeq?: number;

  @ApiPropertyOptional({ pattern: '^[A-Za-z0-9_-]{87}$', description: 'Public key with which this installation signs its work: P-256, uncompressed point, base64url' })
  @IsOptional()
  @IsString()
  @Matches(/^[A-Za-z0-9_-]{87}$/)
  signingKey?: string;
}

export class RevokeDeviceRequest {
  @ApiProperty({ minLength: 2, maxLength: 200 })
  @IsString()
  @MinLength(2)
  @MaxLength(200)
  reason!: string;
}

export class DeviceResponse {
  @ApiProperty() id!: string;
  @ApiProperty({ type: String, nullable: true }) label!: string | null;
  @ApiProperty({ description: 'Division of the grant under which it works' }) divisionCode!: string;
  @ApiProperty() userName!: string;
  @ApiProperty({ format: 'date-time' }) registeredAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) revokedAt!: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Number up to which everything has been answered' }) lastSeq!: number | null;

  static from(row: DeviceRow): DeviceResponse {
    return {
      id: formatCaseId(row.county_code, row.id), label: row.label, divisionCode: row.division_code, userName: row.user_name,
      registeredAt: row.registered_at.toISOString(), revokedAt: row.revoked_at?.toISOString() ?? null, lastSeq: row.last_seq,
    };
  }
}

/** What a device must know of the server before it works offline. */
export class RegisteredDeviceResponse extends DeviceResponse {
  @ApiProperty({ format: 'uuid', description: 'Changes when the server is restored from a backup' }) epoch!: string;
  @ApiProperty() minAppVersion!: string;
  @ApiProperty({ type: 'integer' }) schemaVersion!: number;
  @ApiProperty() codeListVersion!: string;
  @ApiProperty({ format: 'date-time', description: 'Only this time counts' }) serverTime!: string;

  static of(row: DeviceRow, server: ServerRow): RegisteredDeviceResponse {
    return { ...DeviceResponse.from(row), epoch: server.epoch, minAppVersion: server.min_app_version, schemaVersion: SYNC_SCHEMA_VERSION, codeListVersion, serverTime: server.now.toISOString() };
  }
}
