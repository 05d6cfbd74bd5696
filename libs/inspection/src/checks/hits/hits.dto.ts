import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CHECK_VALUE_TYPES, codeListOf, formatCaseId, formatFen, type CheckValue } from '#domain';
import { CheckText } from '../checks.dto.js';
import { checkVerdicts, type HitRow, type VerdictRow } from './hit.queries.js';

const nullableText = { type: 'string', nullable: true } as const;

export class HitValueResponse {
  @ApiProperty() name: string;
  @ApiProperty({ type: () => CheckText }) label: CheckText;
  @ApiProperty({ enum: CHECK_VALUE_TYPES }) type: string;
  @ApiPropertyOptional({ oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }], description: 'As it is stored, money in fen; absent where nothing is recorded' }) value?: string | number | boolean;
  @ApiProperty({ ...nullableText, description: 'As a person reads it: the word of a code, money in yuan' }) text: string | null;

  static from({ name, label, type, codeList }: CheckValue, stored: unknown): HitValueResponse {
    const value = typeof stored === 'string' || typeof stored === 'number' || typeof stored === 'boolean' ? stored : null;
    return { name, label, type, ...(value === null ? {} : { value }), text: value === null ? null : textOf(value, { type, codeList }) };
  }
}

function textOf(value: string | number | boolean, { type, codeList }: Pick<CheckValue, 'type'> & { codeList: CheckValue['codeList'] | undefined }): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (type === 'money_fen' && Number.isSafeInteger(value)) return `${formatFen(Number(value))}元`;
  if (codeList !== undefined) return codeListOf(codeList).items.find(({ code }) => code === value)?.zh ?? String(value);
  return String(value);
}

export class HitResponse {
  @ApiProperty() id: string;
  @ApiProperty({ description: 'Code of the check' }) check: string;
  @ApiProperty({ type: () => CheckText }) checkName: CheckText;
  @ApiProperty({ enum: ['E', 'W'] }) severity: string;
  @ApiProperty({ type: 'integer', description: 'Version of the check that found it last' }) version: number;
  @ApiProperty({ description: 'Names the same fault in every run' }) key: string;
  @ApiProperty() village: string;
  @ApiProperty({ type: 'integer' }) year: number;
  @ApiProperty() subject: string;
  @ApiProperty({ ...nullableText, description: 'Id of the subject when it is neither household nor person' }) subjectId: string | null;
  @ApiProperty({ ...nullableText, description: 'Id of the household: its page is /households/{id}' }) householdId: string | null;
  @ApiProperty(nullableText) headName: string | null;
  @ApiProperty(nullableText) householdCode: string | null;
  @ApiProperty(nullableText) memberId: string | null;
  @ApiProperty(nullableText) memberName: string | null;
  @ApiProperty({ type: [HitValueResponse], description: 'The values that made it a hit' }) values: HitValueResponse[];
  @ApiProperty({ enum: checkVerdicts, description: 'The newest verdict; OPEN when nobody has judged' }) verdict: string;
  @ApiProperty(nullableText) reason: string | null;
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true }) judgedAt: string | null;
  @ApiProperty({ format: 'date-time' }) firstSeenAt: string;
  @ApiProperty({ format: 'date-time' }) lastSeenAt: string;
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'Since when runs no longer find it' }) goneAt: string | null;

  static from(row: HitRow): HitResponse {
    const id = (part: string | null): string | null => (part === null ? null : formatCaseId(row.county_code, part));
    return {
      id: formatCaseId(row.county_code, row.id), check: row.check_code, checkName: row.check_name, severity: row.severity, version: row.check_version, key: row.hit_key, village: row.village_code,
      year: row.year, subject: row.subject, subjectId: id(row.subject_id), householdId: id(row.household_id), headName: row.head_name, householdCode: row.household_code,
      memberId: id(row.member_id), memberName: row.member_name, values: row.shown.map((value) => HitValueResponse.from(value, row.vals[value.name])), verdict: row.verdict ?? 'OPEN',
      reason: row.reason, judgedAt: row.decided_at?.toISOString() ?? null, firstSeenAt: row.first_seen_at.toISOString(), lastSeenAt: row.last_seen_at.toISOString(), goneAt: row.gone_at?.toISOString() ?? null,
    };
  }
}

export class HitVerdictResponse {
  @ApiProperty({ enum: checkVerdicts }) verdict: string;
  @ApiProperty() reason: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty(nullableText) by: string | null;

  static from(row: VerdictRow): HitVerdictResponse {
    return { verdict: row.verdict, reason: row.reason, at: row.decided_at.toISOString(), by: row.decided_by_name };
  }
}

export class HitDetail extends HitResponse {
  @ApiProperty({ type: [HitVerdictResponse], description: 'Newest first' }) verdicts: HitVerdictResponse[];

  static of(row: HitRow, verdicts: readonly VerdictRow[]): HitDetail {
    return { ...HitResponse.from(row), verdicts: verdicts.map((verdict) => HitVerdictResponse.from(verdict)) };
  }
}

export class HitPage {
  @ApiProperty({ type: [HitResponse] }) items: HitResponse[];
  @ApiProperty(nullableText) nextCursor: string | null;
}
