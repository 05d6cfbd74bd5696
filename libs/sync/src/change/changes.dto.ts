import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { parseCaseId, problem } from '#domain';
import { CASE_ID } from '../contested/contested.dto.js';
import { APP_VERSION } from '../device/device.dto.js';
import type { PackQuestion } from './pack-reader.js';

export class VillagePackQuery {
  @ApiProperty({ pattern: CASE_ID })
  @IsString()
  @Matches(new RegExp(CASE_ID))
  device!: string;

  @ApiProperty({ pattern: '^[0-9]{12}$' })
  @IsString()
  @Matches(/^[0-9]{12}$/)
  village!: string;

  @ApiPropertyOptional({ pattern: APP_VERSION })
  @IsOptional()
  @IsString()
  @Matches(new RegExp(APP_VERSION))
  appVersion?: string;

  static toQuestion({ device, village, appVersion }: VillagePackQuery): PackQuestion {
    const id = parseCaseId(device);
    if (!id) throw problem('not-found');
    return { device: id, village, appVersion };
  }
}

export class ChangesQuery extends VillagePackQuery {
  @ApiProperty({ maxLength: 200, description: 'Cursor of the pack or of the last changes' })
  @IsString()
  @MaxLength(200)
  cursor!: string;
}

/** Frame of a pack; its rows are listed in docs/how-to/operation-kind.md. */
export class VillagePackResponse {
  @ApiPropertyOptional({ description: 'Only this is there when the device must fetch the whole village: why' }) resync?: string;
  @ApiPropertyOptional({ description: 'To be sent with the next request' }) cursor?: string;
  @ApiPropertyOptional({ format: 'uuid' }) epoch?: string;
  @ApiPropertyOptional() village?: string;
  @ApiPropertyOptional({ description: 'The whole village, not what changed' }) whole?: boolean;
  @ApiPropertyOptional({ format: 'date-time' }) serverTime?: string;
  @ApiPropertyOptional({ type: 'integer' }) schemaVersion?: number;
  @ApiPropertyOptional() minAppVersion?: string;
  @ApiPropertyOptional({ type: [Number] }) years?: number[];
  @ApiPropertyOptional({ type: 'object', additionalProperties: true, nullable: true, description: 'Rules, parameters, measures and code lists; null when none of them changed' })
  reference?: Record<string, unknown> | null;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true, description: 'Rows by kind; `verdicts` is null unless the village was computed again, `gone` are tombstones' })
  rows?: Record<string, unknown>;
}
