import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { CHECK_ROOM_LABELS, CHECK_ROOMS, CHECK_SEVERITIES, CHECK_VALUE_TYPES, checkCatalogue, describeRule, formatCaseId, type LocalText } from '#domain';
import { PageQuery } from '#platform';
import type { AreaCountRow, CheckCountRow, CheckVersionRow } from './catalogue/check-version.queries.js';
import { checkRunStates, type CheckResultRow, type CheckRunRow } from './run/run.queries.js';

const DIVISION = /^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$/;
const CODE = /^[A-Z][0-9]{2,3}$/;
const nullableText = { type: 'string', nullable: true } as const;
const nullableTime = { type: 'string', format: 'date-time', nullable: true } as const;
const time = (value: Date | null): string | null => value?.toISOString() ?? null;

export class CheckParams {
  @ApiProperty({ pattern: CODE.source, example: 'A05' })
  @Matches(CODE)
  code: string;
}

export class CheckDivisionQuery {
  @ApiPropertyOptional({ pattern: DIVISION.source, description: "One's own territory without it" })
  @IsOptional() @Matches(DIVISION)
  division?: string;
}

export class CheckRunQuery extends PageQuery {}

export class CheckRunRequest {
  @ApiProperty({ pattern: DIVISION.source, description: 'Region, league, county, township or village of one’s territory' })
  @Matches(DIVISION)
  division: string;

  @ApiPropertyOptional({ type: [String], maxItems: 200, description: 'Codes of the checks; none of them together with `all`' })
  @IsOptional() @IsArray() @ArrayMaxSize(200) @Matches(CODE, { each: true })
  codes?: string[];

  @ApiPropertyOptional({ default: false, description: 'Every check in force' })
  @IsOptional() @IsBoolean()
  all: boolean = false;

  @ApiPropertyOptional({ type: 'integer', minimum: 2000, maximum: 2100, description: 'The year that is checked; this year without it' })
  @IsOptional() @IsInt() @Min(2000) @Max(2100)
  year?: number;
}

export class HitQuery extends PageQuery {
  @ApiPropertyOptional({ pattern: DIVISION.source, description: "One's own territory without it" })
  @IsOptional() @Matches(DIVISION)
  division?: string;

  @ApiPropertyOptional({ enum: ['TRUE', 'FALSE_ALARM', 'OPEN'], description: 'OPEN also means: nobody has judged it' })
  @IsOptional() @IsIn(['TRUE', 'FALSE_ALARM', 'OPEN'])
  verdict?: 'TRUE' | 'FALSE_ALARM' | 'OPEN';

  @ApiPropertyOptional({ enum: ['open', 'gone'], description: 'Found by the last run, or no longer' })
  @IsOptional() @IsIn(['open', 'gone'])
  state?: 'open' | 'gone';
}

export class CheckVerdictRequest {
  @ApiProperty({ enum: ['TRUE', 'FALSE_ALARM', 'OPEN'] })
  @IsIn(['TRUE', 'FALSE_ALARM', 'OPEN'])
  verdict: 'TRUE' | 'FALSE_ALARM' | 'OPEN';

  @ApiProperty({ minLength: 2, maxLength: 1000 })
  @IsString() @MaxLength(1000) @Length(2, 1000) @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  reason: string;
}

export class CheckText {
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
}

export class CheckCounts {
  @ApiProperty({ type: 'integer', description: 'Found by the last run' }) open: number;
  @ApiProperty({ type: 'integer', description: 'Of these new with the last run' }) newHits: number;
  @ApiProperty({ type: 'integer', description: 'No longer found by the last run' }) goneHits: number;
  @ApiProperty({ type: 'integer' }) judgedTrue: number;
  @ApiProperty({ type: 'integer' }) judgedFalse: number;
  @ApiProperty(nullableTime) lastRunAt: string | null;

  static from(row: CheckCountRow): CheckCounts {
    return { open: row.open, newHits: row.new_hits, goneHits: row.gone_hits, judgedTrue: row.judged_true, judgedFalse: row.judged_false, lastRunAt: time(row.last_run_at) };
  }
}

export class CheckResponse {
  @ApiProperty() code: string;
  @ApiProperty({ type: 'integer' }) version: number;
  @ApiProperty({ enum: CHECK_SEVERITIES, description: 'E: wrong or unlawful; W: something to look at' }) severity: string;
  @ApiProperty({ enum: CHECK_ROOMS }) room: string;
  @ApiProperty({ type: () => CheckText }) roomName: CheckText;
  @ApiProperty({ type: () => CheckText }) name: CheckText;
  @ApiProperty({ type: () => CheckText }) meaning: CheckText;
  @ApiProperty({ enum: ['rule', 'statement'] }) form: string;
  @ApiProperty({ type: [String], description: 'Lists of other departments that it needs' }) registers: string[];
  @ApiProperty({ type: [String], description: 'Numbers of it that nobody has set' }) unset: string[];
  @ApiPropertyOptional({ type: () => CheckCounts, description: 'Absent before the first run' }) counts?: CheckCounts;

  static from(check: CheckVersionRow, counts: CheckCountRow | null): CheckResponse {
    return {
      code: check.code, version: check.version, severity: check.severity, room: check.room, roomName: CHECK_ROOM_LABELS[check.room], name: check.name, meaning: check.meaning,
      form: check.rule === null ? 'statement' : 'rule', registers: [...check.registers], unset: check.parameters.filter(({ value }) => value === null).map(({ name }) => name),
      ...(counts ? { counts: CheckCounts.from(counts) } : {}),
    };
  }
}

export class CheckParameterResponse {
  @ApiProperty() name: string;
  @ApiProperty({ type: () => CheckText }) label: CheckText;
  @ApiProperty() unit: string;
  @ApiPropertyOptional({ oneOf: [{ type: 'number' }, { type: 'string' }], description: 'A number, or words; absent: not set' }) value?: number | string;
  @ApiProperty() origin: string;
}

export class CheckBasisResponse {
  @ApiProperty() zh: string;
  @ApiProperty() tag: string;
}

export class CheckValueResponse {
  @ApiProperty() name: string;
  @ApiProperty({ type: () => CheckText }) label: CheckText;
  @ApiProperty({ enum: CHECK_VALUE_TYPES }) type: string;
  @ApiPropertyOptional({ description: 'Code list, for codes' }) codeList?: string;
}

export class CheckVersionResponse extends CheckResponse {
  @ApiProperty({ type: [CheckBasisResponse] }) basis: CheckBasisResponse[];
  @ApiProperty({ type: [CheckParameterResponse] }) parameters: CheckParameterResponse[];
  @ApiProperty({ type: [CheckValueResponse], description: 'What a hit shows' }) values: CheckValueResponse[];
  @ApiProperty({ enum: ['division', 'territory'] }) reach: string;
  @ApiPropertyOptional({ type: () => CheckText, description: 'The rule read out as one sentence; absent for a statement' }) sentence?: LocalText;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true }) rule: Record<string, unknown> | null;
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } }) examples: unknown[];
  @ApiProperty({ ...nullableText, description: 'The statement as it runs' }) sql: string | null;
  @ApiProperty(nullableText) sqlSha256: string | null;
  @ApiProperty({ format: 'date' }) validFrom: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) validTo: string | null;
  @ApiProperty({ format: 'date-time' }) publishedAt: string;

  static of(check: CheckVersionRow, counts: CheckCountRow | null = null): CheckVersionResponse {
    const sentence = check.rule !== null && check.rule_level !== null ? describeRule(check.rule, { catalogue: checkCatalogue(check.parameters), level: check.rule_level }) : null;
    return {
      ...CheckResponse.from(check, counts), basis: [...check.basis], parameters: check.parameters.map(({ value, ...rest }) => ({ ...rest, ...(value === null ? {} : { value }) })), values: [...check.shown], reach: check.reach, ...(sentence ? { sentence } : {}),
      rule: check.rule as Record<string, unknown> | null, examples: [...check.examples], sql: check.sql, sqlSha256: check.sql_sha256,
      validFrom: check.valid_from, validTo: check.valid_to, publishedAt: check.published_at.toISOString(),
    };
  }
}

export class CheckAreaResponse {
  @ApiProperty() division: string;
  @ApiProperty({ type: 'integer' }) open: number;

  static from(row: AreaCountRow): CheckAreaResponse {
    return { division: row.division, open: row.open };
  }
}

export class CheckDetailResponse {
  @ApiProperty({ type: () => CheckVersionResponse, description: 'The version in force' }) check: CheckVersionResponse;
  @ApiProperty({ type: [CheckVersionResponse], description: 'All versions, newest first' }) versions: CheckVersionResponse[];
  @ApiProperty({ type: [CheckAreaResponse], description: 'What is found now, by child division' }) areas: CheckAreaResponse[];
}

export class CheckFailure {
  @ApiProperty() code: string;
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
}

export class CheckTotals {
  @ApiProperty({ type: 'integer' }) checks: number;
  @ApiProperty({ type: 'integer' }) hits: number;
  @ApiProperty({ type: 'integer' }) newHits: number;
  @ApiProperty({ type: 'integer' }) goneHits: number;
  @ApiProperty({ type: 'integer' }) unproven: number;
  @ApiProperty({ type: 'integer', description: 'Checks that lack a list or a number' }) missing: number;
}

export class CheckRunResponse {
  @ApiProperty() id: string;
  @ApiProperty() division: string;
  @ApiProperty({ type: [String] }) codes: string[];
  @ApiProperty({ type: 'integer' }) year: number;
  @ApiProperty({ format: 'date' }) asOf: string;
  @ApiProperty({ enum: checkRunStates }) state: string;
  @ApiProperty({ type: 'integer', description: '0 to 100' }) progress: number;
  @ApiProperty({ description: 'Somebody gave it up; what works now ends soon' }) cancelRequested: boolean;
  @ApiPropertyOptional({ type: () => CheckTotals, description: 'Once it is over' }) totals?: CheckTotals;
  @ApiPropertyOptional({ type: () => CheckFailure }) failure?: CheckFailure;
  @ApiProperty({ description: 'Who asked' }) by: string;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty(nullableTime) startedAt: string | null;
  @ApiProperty(nullableTime) finishedAt: string | null;

  static from(row: CheckRunRow): CheckRunResponse {
    const { checks = 0, hits = 0, newHits = 0, goneHits = 0, unproven = 0, missing = 0 } = row.totals;
    return {
      id: formatCaseId(row.county_code, row.id), division: row.division_code, codes: [...row.codes], year: row.year, asOf: row.as_of, state: row.state, progress: row.progress,
      cancelRequested: row.cancel_requested, ...(row.finished_at ? { totals: { checks, hits, newHits, goneHits, unproven, missing } } : {}), ...(row.failure ? { failure: row.failure } : {}),
      by: row.actor.name, createdAt: row.created_at.toISOString(), startedAt: time(row.started_at), finishedAt: time(row.finished_at),
    };
  }
}

export class CheckMissing {
  @ApiProperty({ enum: ['parameter', 'register'] }) kind: string;
  @ApiProperty() name: string;
  @ApiPropertyOptional({ type: [String], description: 'Counties that were never compared with the list' }) counties?: string[];
}

export class CheckChildCounts {
  @ApiProperty({ description: 'Code of the child division' }) division: string;
  @ApiProperty({ type: 'integer' }) hits: number;
  @ApiProperty({ type: 'integer' }) newHits: number;
  @ApiProperty({ type: 'integer' }) goneHits: number;
  @ApiProperty({ type: 'integer' }) unproven: number;
}

export class CheckResultResponse {
  @ApiProperty() code: string;
  @ApiProperty({ type: 'integer' }) hits: number;
  @ApiProperty({ type: 'integer', description: 'Not found by the run before' }) newHits: number;
  @ApiProperty({ type: 'integer', description: 'Found before and no longer' }) goneHits: number;
  @ApiProperty({ type: 'integer', description: 'Rows of which a fact is missing' }) unproven: number;
  @ApiProperty({ type: [CheckMissing], description: 'Lists that were not compared and numbers that are not set: there the check finds nothing' }) missing: CheckMissing[];
  @ApiProperty({ type: 'integer' }) ms: number;
  @ApiProperty({ ...nullableText, description: 'Why it could not be run' }) failure: string | null;
  @ApiProperty({ type: [CheckChildCounts] }) children: CheckChildCounts[];
}

export class CheckRunDetail extends CheckRunResponse {
  @ApiProperty({ type: [CheckResultResponse], description: 'The checks that are counted' }) results: CheckResultResponse[];

  static of(run: CheckRunRow, rows: readonly CheckResultRow[]): CheckRunDetail {
    const whole = rows.filter((row) => row.division_code === run.division_code);
    return {
      ...CheckRunResponse.from(run),
      results: whole.map((row) => ({
        code: row.check_code, ...counts(row), missing: row.missing.map(({ kind, name, counties }) => ({ kind, name, ...(counties ? { counties: [...counties] } : {}) })), ms: row.ms,
        failure: row.failure?.message ?? null,
        children: rows.filter((child) => child.check_code === row.check_code && child.division_code !== run.division_code).map((child) => ({ division: child.division_code, ...counts(child) })),
      })),
    };
  }
}

function counts(row: CheckResultRow) {
  return { hits: row.hits, newHits: row.new_hits, goneHits: row.gone_hits, unproven: row.unproven };
}

export class CheckPage {
  @ApiProperty({ type: [CheckResponse] }) items: CheckResponse[];
}

export class CheckRunPage {
  @ApiProperty({ type: [CheckRunResponse] }) items: CheckRunResponse[];
  @ApiProperty(nullableText) nextCursor: string | null;
}
