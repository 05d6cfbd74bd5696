import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { formatCaseId } from '#domain';
import { PageQuery } from '#platform';
import type { ParkedRow, RunRow } from './run.queries.js';

const codes = /^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$/;
const kinds = ['CHANGES', 'WHOLE', 'PROOF'];

export class RunListQuery extends PageQuery {
  @ApiPropertyOptional({ pattern: codes.source })
  @IsOptional() @Matches(codes)
  division?: string;

  @ApiPropertyOptional({ enum: kinds })
  @IsOptional() @IsIn(kinds)
  kind?: string;
}

export class RecalculateRequest {
  @ApiPropertyOptional({ pattern: codes.source, description: 'The whole territory without it' })
  @IsOptional() @Matches(codes)
  division?: string;
}

export class RecalculateResponse {
  @ApiProperty({ type: [String], description: 'Counties that were marked; each is computed by a job of its own' }) counties: string[];
}

export class RunResponse {
  @ApiProperty() id: string;
  @ApiProperty() countyCode: string;
  @ApiProperty({ enum: kinds }) kind: string;
  @ApiProperty() cause: string;
  @ApiProperty({ format: 'date-time' }) startedAt: string;
  @ApiProperty({ type: 'integer' }) durationMs: number;
  @ApiProperty({ type: 'integer' }) villages: number;
  @ApiProperty({ type: 'integer' }) households: number;
  @ApiProperty({ type: [Number] }) years: number[];
  @ApiProperty({ type: [String] }) ruleVersions: string[];
  @ApiProperty({ type: 'integer' }) factsChanged: number;
  @ApiProperty({ type: 'integer' }) factsUnchanged: number;
  @ApiProperty({ type: 'integer' }) verdictsChanged: number;
  @ApiProperty({ type: 'integer', description: 'Villages whose data could not be computed' }) parked: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Of a proof: rows that differ; there must be none' }) differences: number | null;

  static from(row: RunRow): RunResponse {
    return Object.assign(new RunResponse(), {
      id: formatCaseId(row.county_code, row.id), countyCode: row.county_code, kind: row.kind, cause: row.cause, startedAt: row.started_at.toISOString(), durationMs: row.duration_ms,
      villages: row.villages, households: row.households, years: row.years, ruleVersions: row.rule_versions, factsChanged: row.facts_changed, factsUnchanged: row.facts_unchanged,
      verdictsChanged: row.verdicts_changed, parked: row.parked, differences: row.differences,
    });
  }
}

export class RunPage {
  @ApiProperty({ type: () => [RunResponse] }) items: RunResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class ParkedVillageResponse {
  @ApiProperty() villageCode: string;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty({ description: 'SQLSTATE of the fault' }) sqlstate: string;
  @ApiProperty() message: string;
  @ApiProperty({ format: 'date-time' }) parkedAt: string;

  static from(row: ParkedRow): ParkedVillageResponse {
    return Object.assign(new ParkedVillageResponse(), {
      villageCode: row.village_code, name: row.name, sqlstate: row.sqlstate, message: row.message, parkedAt: row.parked_at.toISOString(),
    });
  }
}
