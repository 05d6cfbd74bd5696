import { ApiProperty } from '@nestjs/swagger';
import { IsObject, Matches } from 'class-validator';
import { LocalTextResponse } from '../case/case-list.dto.js';
import type { PackRow } from './pack.queries.js';

export class PackParams {
  @ApiProperty({ pattern: '^[a-z][a-z0-9_]{1,40}$' })
  @Matches(/^[a-z][a-z0-9_]{1,40}$/)
  code: string;
}

export class PublishPackRequest {
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The pack, as `GET /packs` gives it; its version number is assigned' })
  @IsObject()
  content: Record<string, unknown>;
}

export class PublishedPackResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: 'integer' }) version: number;
}

export class PackResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() code: string;
  @ApiProperty({ type: 'integer' }) version: number;
  @ApiProperty({ type: LocalTextResponse }) name: LocalTextResponse;
  @ApiProperty({ enum: ['household', 'village', 'county'] }) subject: string;
  @ApiProperty() source: string;
  @ApiProperty({ format: 'date' }) validFrom: string;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) validTo: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Steps, hands, papers, notices, rules' }) content: object;

  static from(row: PackRow): PackResponse {
    const { name, subject, source } = row.content;
    return { id: row.id, code: row.code, version: row.version, name, subject, source, validFrom: row.valid_from, validTo: row.valid_to, content: row.content };
  }
}
