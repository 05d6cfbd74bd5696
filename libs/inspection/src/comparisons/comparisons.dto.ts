import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional, IsString, Length, Matches } from 'class-validator';
import { comparisonRegisters, comparisonStateLabels, comparisonStates, findComparisonRegister, formatCaseId } from '#domain';
import { DepartmentList } from '#households';
import { PageQuery } from '#platform';
import type { ComparisonRow } from './comparison.queries.js';

const DIVISION = /^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$/;
const REGISTER = /^[a-z][a-z_]{1,40}$/;
const text = { type: 'string' } as const;
const textOrNull = { type: 'string', nullable: true } as const;
const count = { type: 'integer', nullable: true } as const;

/** What is said of a list besides its lines. */
export class ComparisonStatement extends DepartmentList {
  @ApiProperty({ pattern: REGISTER.source, example: 'death', description: 'Code of GET /comparison-registers' })
  @Matches(REGISTER)
  register!: string;

  @ApiProperty({ pattern: DIVISION.source, description: 'Whose members are compared, from the region to a village' })
  @Matches(DIVISION)
  division!: string;

  @ApiPropertyOptional({ maxLength: 60, description: 'Sheet of the workbook; the first visible one without it' })
  @IsOptional() @IsString() @Length(1, 60)
  sheet?: string;
}

export class ComparisonListRequest extends ComparisonStatement {
  @ApiProperty({ type: 'string', format: 'binary', description: '.xlsx or .csv (UTF-8, GBK), up to 200,000 rows' })
  file!: unknown;
}

export class ComparisonMappingRequest {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: 'Heading as shown → name, idNo, birthDate, a column of the register, or ignore', example: { 死者姓名: 'name', 公民号码: 'idNo' } })
  @IsObject()
  mapping!: Record<string, string>;
}

export class ComparisonQuery extends PageQuery {
  @ApiPropertyOptional({ pattern: REGISTER.source })
  @IsOptional() @Matches(REGISTER)
  register?: string;
}

export class RegisterColumnResponse {
  @ApiProperty(text) name!: string;
  @ApiProperty(text) zh!: string;
  @ApiProperty(text) en!: string;
  @ApiProperty({ enum: ['text', 'date', 'month', 'year', 'integer', 'fen', 'boolean', 'code'] }) type!: string;
  @ApiProperty({ type: 'boolean', description: 'Only its ends are kept' }) masked!: boolean;
}

export class ComparisonRegisterResponse {
  @ApiProperty(text) code!: string;
  @ApiProperty(text) zh!: string;
  @ApiProperty(text) en!: string;
  @ApiProperty(text) keeper!: string;
  @ApiProperty({ type: [RegisterColumnResponse] }) columns!: RegisterColumnResponse[];
}

export class ComparisonRegisterList {
  @ApiProperty({ type: [ComparisonRegisterResponse] }) items!: ComparisonRegisterResponse[];

  static all(): ComparisonRegisterList {
    const items = comparisonRegisters.map(({ code, zh, en, keeper, columns }) => ({
      code, zh, en, keeper: keeper.zh, columns: columns.map(({ name, zh: nameZh, en: nameEn, type, masked }) => ({ name, zh: nameZh, en: nameEn, type, masked })),
    }));
    return { items };
  }
}

export class ComparisonColumnResponse {
  @ApiProperty(text) heading!: string;
  @ApiProperty({ ...textOrNull, description: 'What it stands for; null: not used and not stored' }) target!: string | null;
  @ApiProperty({ ...textOrNull, enum: ['heading', 'content', 'person'] }) by!: string | null;
  @ApiProperty({ type: [String], description: 'A few of its cells, masked; empty once the list is matched' }) samples!: string[];
}

export class ComparisonNote {
  @ApiProperty(text) note!: string;
  @ApiProperty(text) zh!: string;
  @ApiProperty(text) en!: string;
}

export class ComparisonFailure {
  @ApiProperty(text) code!: string;
  @ApiProperty(text) zh!: string;
  @ApiProperty(text) en!: string;
}

export class ComparisonResponse {
  @ApiProperty(text) id!: string;
  @ApiProperty(text) register!: string;
  @ApiProperty(text) registerName!: string;
  @ApiProperty(text) division!: string;
  @ApiProperty(text) department!: string;
  @ApiProperty(text) purposeCode!: string;
  @ApiProperty(text) purpose!: string;
  @ApiProperty({ type: 'string', format: 'date' }) listOn!: string;
  @ApiProperty({ enum: comparisonStates }) state!: string;
  @ApiProperty(text) stateText!: string;
  @ApiProperty(text) fileName!: string;
  @ApiProperty(text) fileSha256!: string;
  @ApiProperty({ type: [ComparisonColumnResponse] }) columns!: ComparisonColumnResponse[];
  @ApiProperty({ type: [ComparisonNote] }) notes!: ComparisonNote[];
  @ApiProperty({ type: 'integer' }) progress!: number;
  @ApiProperty({ ...count, description: 'Lines; each is in exactly one of the six counts that follow' }) rows!: number | null;
  @ApiProperty({ ...count, description: 'Neither a readable number nor a name with a birth date' }) unusable!: number | null;
  @ApiProperty({ ...count, description: 'Same document number' }) matchedById!: number | null;
  @ApiProperty({ ...count, description: 'Same name and birth date, where one side has no number' }) matchedByName!: number | null;
  @ApiProperty(count) doubtful!: number | null;
  @ApiProperty({ ...count, description: 'Nearly the same as more persons than one would look through; none of them is named' }) tooCommon!: number | null;
  @ApiProperty({ ...count, description: 'In no household of the division' }) notOurs!: number | null;
  @ApiProperty({ type: ComparisonFailure, nullable: true }) failure!: ComparisonFailure | null;
  @ApiProperty({ type: 'string', format: 'date', description: 'Last day on which the file, its lines and what they say are kept' }) keepUntil!: string;
  @ApiProperty({ ...textOrNull, format: 'date-time' }) listDeletedAt!: string | null;
  @ApiProperty({ type: 'string', format: 'date-time' }) createdAt!: string;
  @ApiProperty(text) createdBy!: string;
  @ApiProperty({ ...textOrNull, format: 'date-time' }) finishedAt!: string | null;

  static from(row: ComparisonRow, samples: ReadonlyMap<number, readonly string[]> = new Map()): ComparisonResponse {
    return {
      id: formatCaseId(row.county_code, row.id), register: row.register_code, registerName: findComparisonRegister(row.register_code)?.zh ?? row.register_code, division: row.division_code,
      department: row.department, purposeCode: row.purpose_code, purpose: row.purpose, listOn: row.list_on, state: row.state, stateText: comparisonStateLabels[row.state],
      fileName: row.file_name, fileSha256: row.file_sha256,
      columns: row.columns.columns.map(({ index, heading, target, by }) => ({ heading, target, by, samples: [...(samples.get(index) ?? [])] })),
      notes: row.notes.map(({ note, zh, en }) => ({ note, zh, en })), progress: row.progress,
      rows: row.rows, unusable: row.rows_unusable, matchedById: row.matched_by_id, matchedByName: row.matched_by_name, doubtful: row.doubtful, tooCommon: row.too_common, notOurs: row.not_ours,
      failure: row.failure === null ? null : { code: row.failure.code, zh: row.failure.zh, en: row.failure.en },
      keepUntil: row.keep_until, listDeletedAt: row.list_deleted_at?.toISOString() ?? null, createdAt: row.created_at.toISOString(), createdBy: row.actor.name, finishedAt: row.finished_at?.toISOString() ?? null,
    };
  }
}

export class ComparisonPage {
  @ApiProperty({ type: [ComparisonResponse] }) items!: ComparisonResponse[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
}

export class MatchCounts {
  @ApiProperty({ enum: ['hit', 'doubtful'] }) tab!: string;
  @ApiProperty({ type: 'integer', description: 'Matches in the territory of the reader' }) matches!: number;
  @ApiProperty({ type: 'integer', description: 'Nobody has decided about them, here or in an earlier comparison' }) undecided!: number;
  @ApiProperty({ type: 'integer' }) foundTrue!: number;
  @ApiProperty({ type: 'integer' }) falseAlarms!: number;
  @ApiProperty({ type: 'integer' }) open!: number;
}

export class ComparisonDetail extends ComparisonResponse {
  @ApiProperty({ type: [MatchCounts] }) matches!: MatchCounts[];
}
