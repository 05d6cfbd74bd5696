import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { formatCaseId } from '#domain';
import { DIVISION, dayOrNull, FieldWorkQuery, textOrNull } from '../shared.dto.js';
import type { FieldWork, FieldWorkReport } from './field-work-reader.js';
import type { MissingRow } from './field-work.queries.js';

const countOrNull = { type: 'integer', nullable: true } as const;
const count = { type: 'integer' } as const;

export class FieldWorkYearQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 2013, maximum: 2100, description: 'The current year without it' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^\d{4}$/.test(value) ? Number(value) : value))
  @IsInt()
  @Min(2013)
  @Max(2100)
  year?: number;
}

export class FieldWorkReportQuery extends FieldWorkYearQuery {
  @ApiPropertyOptional({ description: 'Division of 2, 4, 6, 9 or 12 digits; the own territory without it', pattern: DIVISION.source })
  @IsOptional()
  @IsString()
  @Matches(DIVISION)
  division?: string;
}

export class MissingQuery extends FieldWorkQuery {
  @ApiProperty({ enum: ['helper', 'visit'], description: 'Without a helper, or without a visit in the current year' })
  @IsIn(['helper', 'visit'])
  missing!: 'helper' | 'visit';
}

export class FieldWorkFigures {
  @ApiProperty() division!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ ...count, description: 'Villages with poor households' }) villages!: number;
  @ApiProperty({ ...count, description: 'Poor households' }) households!: number;
  @ApiProperty(count) withoutHelper!: number;
  @ApiProperty(count) notVisitedThisYear!: number;
  @ApiProperty({ ...countOrNull, description: 'Without a visit in the period that the parameter gives for their status; null = not set' }) visitDue!: number | null;
  @ApiProperty({ ...count, description: 'Villages with a team' }) villagesServed!: number;
  @ApiProperty({ ...count, description: 'Villages with poor households and without a team' }) villagesWithoutTeam!: number;
  @ApiProperty({ ...countOrNull, description: 'Null = the least size is not set' }) teamsTooSmall!: number | null;
  @ApiProperty({ ...count, description: 'Members for whom days were recorded' }) membersWithDays!: number;
  @ApiProperty({ ...count, description: 'Days in the village of all members, as the teams recorded them' }) daysRecorded!: number;
  @ApiProperty(count) helpers!: number;
  @ApiProperty({ ...countOrNull, description: 'Null = no limit is set, or pairings elsewhere cannot be seen from here' }) helpersAboveLimit!: number | null;

  static from(row: FieldWork): FieldWorkFigures {
    return { ...row };
  }
}

export class FieldWorkResponse {
  @ApiProperty(count) year!: number;
  @ApiProperty({ format: 'date-time' }) asOf!: string;
  @ApiProperty({ type: FieldWorkFigures }) total!: FieldWorkFigures;
  @ApiProperty({ type: [FieldWorkFigures], description: 'Divisions right below, by code; empty for a village' }) children!: FieldWorkFigures[];
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer', nullable: true }, description: 'Visits a year by status of the household; null = not set' })
  visitsPerYear!: Record<string, number | null>;
  @ApiProperty({ ...countOrNull, description: 'Null = not set' }) leastSize!: number | null;
  @ApiProperty({ ...countOrNull, description: 'Days a year asked of a team; null = not set' }) daysAsked!: number | null;

  static from(report: FieldWorkReport): FieldWorkResponse {
    return { ...report, asOf: report.asOf.toISOString(), total: FieldWorkFigures.from(report.total), children: report.children.map((row) => FieldWorkFigures.from(row)), visitsPerYear: { ...report.visitsPerYear } };
  }
}

export class MissingHousehold {
  @ApiProperty() id!: string;
  @ApiProperty() headName!: string;
  @ApiProperty() villageCode!: string;
  @ApiProperty() status!: string;
  @ApiProperty(count) memberCount!: number;
  @ApiProperty({ ...dayOrNull, description: 'Day of the last visit' }) lastVisitOn!: string | null;

  static from(row: MissingRow): MissingHousehold {
    return { id: formatCaseId(row.county_code, row.id), headName: row.head_name, villageCode: row.village_code, status: row.status, memberCount: row.member_count, lastVisitOn: row.last_on };
  }
}

export class MissingPage {
  @ApiProperty({ type: [MissingHousehold] }) items!: MissingHousehold[];
  @ApiProperty({ ...textOrNull, description: 'Cursor of the next page; null on the last' }) nextCursor!: string | null;
}
