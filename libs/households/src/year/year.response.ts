import { ApiProperty } from '@nestjs/swagger';
import { formatCaseId } from '#domain';
import { valuesOf } from '../store/columns.js';
import { IncomeResponse } from './income.response.js';
import type { RecordedYear } from './year-reader.js';
import type { MemberYearRow, YearRow } from './year.queries.js';

const valuesDoc = { type: 'object', additionalProperties: true, description: 'Recorded fields; absent means not recorded' } as const;
const isoOf = (time: Date | string): string => new Date(time).toISOString();

export class MemberYearResponse {
  @ApiProperty({ type: 'string' }) memberId!: string;
  @ApiProperty({ type: 'string' }) name!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty(valuesDoc) values!: Record<string, unknown>;

  static from(row: MemberYearRow): MemberYearResponse {
    return { memberId: formatCaseId(row.county_code, row.member_id), name: row.member_name, version: row.version, values: valuesOf('memberYear', row) };
  }
}

/** One version of a year's record. */
export class YearVersionResponse {
  @ApiProperty({ type: 'string' }) id!: string;
  @ApiProperty({ type: 'integer' }) year!: number;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: 'string', format: 'date-time' }) recordedAt!: string;
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true }) supersededAt!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) correctionReason!: string | null;
  @ApiProperty(valuesDoc) values!: Record<string, unknown>;
  @ApiProperty({ type: IncomeResponse }) income!: IncomeResponse;

  static from(row: YearRow): YearVersionResponse {
    const values = valuesOf('householdYear', row);
    return {
      id: formatCaseId(row.county_code, row.id), year: row.year, version: row.version, recordedAt: isoOf(row.recorded_at),
      supersededAt: row.superseded_at === null || row.superseded_at === undefined ? null : isoOf(row.superseded_at),
      correctionReason: row.correction_reason ?? null, values, income: IncomeResponse.from(values, row.member_count),
    };
  }
}

export class YearResponse extends YearVersionResponse {
  @ApiProperty({ type: [MemberYearResponse] }) members!: MemberYearResponse[];

  static of(recorded: RecordedYear): YearResponse {
    return { ...YearVersionResponse.from(recorded.row), members: recorded.members.map((row) => MemberYearResponse.from(row)) };
  }
}
