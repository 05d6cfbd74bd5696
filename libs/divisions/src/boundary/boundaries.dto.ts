import { ApiProperty } from '@nestjs/swagger';
import { IsObject, IsString, Length, Matches } from 'class-validator';
import type { BoundaryRow } from './boundary.queries.js';

export class CountyBoundaryParams {
  @ApiProperty({ pattern: '^[0-9]{6}$' })
  @Matches(/^[0-9]{6}$/)
  county: string;
}

export class PutBoundaryRequest {
  @ApiProperty({ minLength: 6, maxLength: 40, description: 'Approval number of the map (审图号); drawn on every picture of it', example: '蒙S(2023)027号' })
  @IsString() @Length(6, 40)
  approvalNumber: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'GeoJSON FeatureCollection of townships or villages, `properties.code` each; at most 300,000 characters' })
  @IsObject()
  geojson: Record<string, unknown>;
}

export class BoundaryResponse {
  @ApiProperty() county: string;
  @ApiProperty() approvalNumber: string;
  @ApiProperty({ type: 'integer' }) areas: number;
  @ApiProperty() sha256: string;
  @ApiProperty() uploadedBy: string;
  @ApiProperty({ format: 'date-time' }) uploadedAt: string;

  static from(row: BoundaryRow): BoundaryResponse {
    return { county: row.code, approvalNumber: row.approval_number, areas: row.areas, sha256: row.sha256, uploadedBy: row.uploaded_by, uploadedAt: row.uploaded_at.toISOString() };
  }
}

export class BoundaryFileResponse extends BoundaryResponse {
  @ApiProperty({ type: 'object', additionalProperties: true }) geojson: Record<string, unknown>;
}
