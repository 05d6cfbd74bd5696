import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsDateString, IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import type { HolidayRow } from './holidays.queries.js';

export const holidayKinds = ['HOLIDAY', 'WORKDAY'] as const;
const wholeNumber = ({ value }: { value: unknown }): unknown => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value);

export class HolidayQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 2000, maximum: 2100, description: 'Calendar year; the running one without it' })
  @IsOptional() @Transform(wholeNumber) @IsInt() @Min(2000) @Max(2100)
  year?: number;
}

export class HolidayParams {
  @ApiProperty({ format: 'date' })
  @IsDateString({ strict: true }) @Length(10, 10)
  day: string;
}

export class PutHolidayRequest {
  @ApiProperty({ enum: holidayKinds, description: 'HOLIDAY 放假: a day that is free; WORKDAY 调休上班: a Saturday or Sunday that is worked' })
  @IsIn(holidayKinds)
  kind: HolidayRow['kind'];

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 40, description: 'Name of the holiday' })
  @IsOptional() @IsString() @Length(1, 40)
  name?: string | null;

  @ApiProperty({ minLength: 1, maxLength: 200, description: 'Announcement on which it rests, with its number' })
  @IsString() @Length(1, 200)
  source: string;
}

export class HolidayResponse {
  @ApiProperty({ format: 'date' }) day: string;
  @ApiProperty({ enum: holidayKinds }) kind: HolidayRow['kind'];
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty() source: string;

  static from({ day, kind, name, source }: HolidayRow): HolidayResponse {
    return Object.assign(new HolidayResponse(), { day, kind, name, source });
  }
}

export class HolidayListResponse {
  @ApiProperty({ type: 'integer' }) year: number;
  @ApiProperty({ description: 'False: 未设置, only Saturdays and Sundays of the year are free' }) set: boolean;
  @ApiProperty({ type: [HolidayResponse] }) items: HolidayResponse[];
}
