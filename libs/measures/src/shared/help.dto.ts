import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength, ValidateIf } from 'class-validator';
import { PageQuery } from '#platform';
import type { HelpEventRow } from './help-events.queries.js';

export const CASE_ID = /^[0-9]{6}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY = /^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/;
const DIVISION = /^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$/;
const MEASURE = /^[A-Z]{3}-[0-9]{2}$/;
/** One thousand million yuan; sums of many stay safe integers. */
const MOST_FEN = 100_000_000_000;

export const textOrNull = { type: 'string', nullable: true } as const;
export const intOrNull = { type: 'integer', nullable: true } as const;
export const dayOrNull = { type: 'string', format: 'date', nullable: true } as const;
export const timeOrNull = { type: 'string', format: 'date-time', nullable: true } as const;

/** `cleared`: null takes away what is on record. Others may be left out, too, but never taken away. */
type Option = { readonly optional?: boolean | 'cleared' | 'kept'; readonly description?: string };
const field = (options: ApiPropertyOptions, { optional = false, description }: Option, ...checks: PropertyDecorator[]) =>
  applyDecorators((optional ? ApiPropertyOptional : ApiProperty)({ ...options, ...(optional === 'cleared' ? { nullable: true } : {}), ...(description === undefined ? {} : { description }) } as ApiPropertyOptions), ...(optional === 'kept' ? [ValidateIf((_, value) => value !== undefined)] : optional ? [IsOptional()] : []), ...checks);

/** "county-uuid" of a row of a county. */
export const CaseIdField = (option: Option = {}) => field({ type: 'string', pattern: CASE_ID.source }, option, IsString(), Matches(CASE_ID));
/** UUID that the caller minted: sent twice, done once. */
export const ClientIdField = () => field({ type: 'string', format: 'uuid' }, { optional: true, description: 'Minted by the caller: the same id and content again give the same answer' }, IsUUID());
export const DayField = (option: Option = {}) => field({ type: 'string', format: 'date', pattern: DAY.source }, option, IsString(), Matches(DAY));
export const DivisionField = (option: Option = {}) => field({ type: 'string', pattern: DIVISION.source }, option, IsString(), Matches(DIVISION));
export const MeasureField = (option: Option = {}) => field({ type: 'string', pattern: MEASURE.source, example: 'EDU-07' }, option, IsString(), Matches(MEASURE));
/** Integer fen. */
export const FenField = ({ min = 1, ...option }: Option & { min?: number } = {}) => field({ type: 'integer', minimum: min, maximum: MOST_FEN }, { description: 'fen', ...option }, IsInt(), Min(min), Max(MOST_FEN));
export const TextField = ({ max = 500, min = 1, ...option }: Option & { max?: number; min?: number } = {}) =>
  field({ type: 'string', minLength: min, maxLength: max }, option, IsString(), MinLength(min), MaxLength(max), Matches(/^[^\0]*$/));
export const VersionField = (option: Option = {}) => field({ type: 'integer', minimum: 1, maximum: 1_000_000 }, { optional: true, description: 'Version that was read; or as If-Match', ...option }, IsInt(), Min(1), Max(1_000_000));
export const YearField = (option: Option = {}) => field({ type: 'integer', minimum: 2000, maximum: 2100 }, option, IsInt(), Min(2000), Max(2100));

/** A year in a query string. */
export const YearQuery = () =>
  applyDecorators(
    ApiPropertyOptional({ type: 'integer', minimum: 2000, maximum: 2100 }), IsOptional(),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^\d{4}$/.test(value) ? Number(value) : value)), IsInt(), Min(2000), Max(2100),
  );

/** A list of a division, page by page. */
export class HelpListQuery extends PageQuery {
  @DivisionField({ optional: true, description: 'Division of 2, 4, 6, 9 or 12 digits; the own territory without it' })
  division?: string;
}

/** One step in the log of a plan, assignment, project, batch or asset. */
export class HelpEventResponse {
  @ApiProperty({ type: 'integer' }) seq!: number;
  @ApiProperty({ type: 'string' }) action!: string;
  @ApiProperty(textOrNull) from!: string | null;
  @ApiProperty({ type: 'string' }) to!: string;
  @ApiProperty(textOrNull) reason!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true }) payload!: Record<string, unknown> | null;
  @ApiProperty({ type: 'string' }) by!: string;
  @ApiProperty({ type: 'string' }) role!: string;
  @ApiProperty({ type: 'string', format: 'date-time' }) at!: string;

  static from(row: HelpEventRow): HelpEventResponse {
    return { seq: row.seq, action: row.action, from: row.from_status, to: row.to_status, reason: row.reason, payload: row.payload, by: row.actor_name, role: row.actor_role, at: row.at.toISOString() };
  }
}
