import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsDateString, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import {
  findComparisonRegister, formatCaseId, formatFen, matchDoubtLabels, matchDoubts, matchStrengthLabels, matchStrengths, matchVerdictLabels, matchVerdicts, type ListValue, type MatchVerdict,
  type RegisterColumn,
} from '#domain';
import { PageQuery } from '#platform';
import type { MatchRow } from './inbox.queries.js';

const DIVISION = /^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$/;
const text = { type: 'string' } as const;
const textOrNull = { type: 'string', nullable: true } as const;
const dayOrNull = { type: 'string', format: 'date', nullable: true } as const;

export class MatchQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['hit', 'doubtful'], default: 'hit', description: 'hit: same number, or name and birth date; doubtful: everything less' })
  @IsOptional() @IsIn(['hit', 'doubtful'])
  tab: 'hit' | 'doubtful' = 'hit';

  @ApiPropertyOptional({ enum: [...matchVerdicts, 'NONE'], description: 'NONE: nobody has decided, here or about an earlier list' })
  @IsOptional() @IsIn([...matchVerdicts, 'NONE'])
  verdict?: MatchVerdict | 'NONE';

  @ApiPropertyOptional({ pattern: DIVISION.source })
  @IsOptional() @Matches(DIVISION)
  division?: string;

  @ApiPropertyOptional({ type: 'boolean', default: false, description: 'Also persons who have left their household (death lists)' })
  @IsOptional() @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)) @IsBoolean()
  removed: boolean = false;
}

export class MatchVerdictRequest {
  @ApiProperty({ enum: matchVerdicts })
  @IsIn(matchVerdicts)
  verdict!: MatchVerdict;

  @ApiProperty({ minLength: 2, maxLength: 1000 })
  @IsString() @Length(2, 1000)
  reason!: string;

  @ApiPropertyOptional({ ...dayOrNull, description: 'Only with OPEN: when to look again' })
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10)
  recheckOn?: string | null;
}

export class ListValueResponse {
  @ApiProperty(text) name!: string;
  @ApiProperty(text) label!: string;
  @ApiProperty(text) text!: string;
}

export class MatchListSide {
  @ApiProperty({ type: 'integer', description: 'Row in the file' }) row!: number;
  @ApiProperty({ ...textOrNull, description: 'Null once the list is deleted, unless the match was found true' }) name!: string | null;
  @ApiProperty(dayOrNull) birthDate!: string | null;
  @ApiProperty({ ...textOrNull, description: 'Masked' }) idNo!: string | null;
  @ApiProperty({ type: [ListValueResponse] }) values!: ListValueResponse[];
  @ApiProperty({ type: 'boolean', description: 'The list was deleted on its day' }) deleted!: boolean;
}

export class MatchOurSide {
  @ApiProperty(text) householdId!: string;
  @ApiProperty(text) memberId!: string;
  @ApiProperty(text) villageCode!: string;
  @ApiProperty(text) headName!: string;
  @ApiProperty(text) householdStatus!: string;
  @ApiProperty(text) name!: string;
  @ApiProperty(dayOrNull) birthDate!: string | null;
  @ApiProperty({ ...textOrNull, description: 'Masked' }) idNo!: string | null;
  @ApiProperty(text) memberStatus!: string;
  @ApiProperty(dayOrNull) leftOn!: string | null;
}

export class MatchResponse {
  @ApiProperty(text) id!: string;
  @ApiProperty(text) register!: string;
  @ApiProperty(text) registerName!: string;
  @ApiProperty({ type: 'string', format: 'date' }) listOn!: string;
  @ApiProperty({ enum: matchStrengths }) strength!: string;
  @ApiProperty(text) strengthText!: string;
  @ApiProperty({ ...textOrNull, enum: matchDoubts }) doubt!: string | null;
  @ApiProperty(textOrNull) doubtText!: string | null;
  @ApiProperty({ type: MatchListSide }) list!: MatchListSide;
  @ApiProperty({ type: MatchOurSide }) ours!: MatchOurSide;
  @ApiProperty({ ...textOrNull, enum: matchVerdicts }) verdict!: string | null;
  @ApiProperty(textOrNull) verdictText!: string | null;
  @ApiProperty(textOrNull) reason!: string | null;
  @ApiProperty(dayOrNull) recheckOn!: string | null;
  @ApiProperty({ ...textOrNull, format: 'date-time' }) decidedAt!: string | null;
  @ApiProperty(textOrNull) decidedBy!: string | null;
  @ApiProperty({ type: 'boolean', description: 'Decided about the same statement of an earlier list' }) remembered!: boolean;

  static from(row: MatchRow): MatchResponse {
    const register = findComparisonRegister(row.register_code);
    const values = (register?.columns ?? []).flatMap((column) => {
      const value = row.detail[column.name];
      return value === undefined || value === null ? [] : [{ name: column.name, label: column.zh, text: shown(column, value) }];
    });
    return {
      id: formatCaseId(row.county_code, row.id), register: row.register_code, registerName: register?.zh ?? row.register_code, listOn: row.list_on,
      strength: row.strength, strengthText: matchStrengthLabels[row.strength], doubt: row.doubt, doubtText: row.doubt === null ? null : matchDoubtLabels[row.doubt],
      list: { row: row.line_n, name: row.list_name, birthDate: row.list_birth_date, idNo: row.list_id_no_masked, values, deleted: row.expired },
      ours: {
        householdId: formatCaseId(row.county_code, row.household_id), memberId: formatCaseId(row.county_code, row.member_id), villageCode: row.village_code, headName: row.head_name,
        householdStatus: row.household_status, name: row.member_name, birthDate: row.birth_date, idNo: row.id_no_masked, memberStatus: row.member_status, leftOn: row.left_on,
      },
      verdict: row.verdict, verdictText: row.verdict === null ? null : matchVerdictLabels[row.verdict], reason: row.reason, recheckOn: row.recheck_on,
      decidedAt: row.decided_at?.toISOString() ?? null, decidedBy: row.decided_by_name, remembered: row.remembered === true,
    };
  }
}

export class MatchPage {
  @ApiProperty({ type: [MatchResponse] }) items!: MatchResponse[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
}

function shown(column: RegisterColumn, value: Exclude<ListValue, null>): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (column.type === 'fen' && typeof value === 'number') return `${formatFen(value)}元`;
  return column.codes.find(({ code }) => code === value)?.zh ?? String(value);
}
