import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional, IsString, Matches } from 'class-validator';
import { formatCaseId, type LocalText } from '#domain';
import { DEFINITION, QuestionText } from '../asking/questions.dto.js';
import type { FreezeRow } from './freeze.queries.js';
import type { FreezeCheck } from './freezes.service.js';

const text = { type: 'string' } as const;
const anything = { type: 'object', additionalProperties: true } as const;

export class FreezeRequest {
  @ApiProperty(DEFINITION)
  @IsObject()
  definition!: Record<string, unknown>;

  @ApiPropertyOptional({ ...text, nullable: true, description: 'The saved question that it answers' })
  @IsOptional() @IsString() @Matches(/^[0-9]{6}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  questionId?: string | null;
}

export class FreezeResponse {
  @ApiProperty(text) id!: string;
  @ApiProperty(text) division!: string;
  @ApiProperty({ ...text, nullable: true }) questionId!: string | null;
  @ApiProperty(anything) definition!: unknown;
  @ApiProperty(text) key!: string;
  @ApiProperty({ type: QuestionText }) sentence!: LocalText;
  @ApiProperty({ ...anything, description: 'Number, total, sum and groups as they were answered' }) answer!: unknown;
  @ApiProperty({ ...text, description: 'The SQL of the rows' }) sqlText!: string;
  @ApiProperty({ ...anything, description: 'Values of the SQL, and of the policy parameters that it names' }) parameters!: unknown;
  @ApiProperty({ type: 'array', items: anything, description: 'Rule versions by which the verdicts in it were reached' }) ruleVersions!: unknown;
  @ApiProperty({ type: [String] }) columns!: string[];
  @ApiProperty({ type: 'integer' }) rows!: number;
  @ApiProperty({ ...text, description: 'SHA-256 over one line of canonical JSON a row: [county, id, village, …columns]' }) sha256!: string;
  @ApiProperty(anything) asOf!: unknown;
  @ApiProperty({ ...text, format: 'date-time' }) answeredAt!: string;
  @ApiProperty(text) answeredFor!: string;

  static from(row: FreezeRow): FreezeResponse {
    return {
      id: formatCaseId(row.county_code, row.id), division: row.division_code, questionId: row.question_id === null ? null : formatCaseId(row.county_code, row.question_id), definition: row.definition, key: row.link_key,
      sentence: row.sentence, answer: row.answer, sqlText: row.sql_text, parameters: row.parameters, ruleVersions: row.rule_versions, columns: row.columns, rows: row.rows, sha256: row.sha256, asOf: row.as_of,
      answeredAt: row.answered_at.toISOString(), answeredFor: row.created_by_name,
    };
  }
}

export class FreezePage {
  @ApiProperty({ type: [FreezeResponse] }) items!: FreezeResponse[];
  @ApiProperty({ ...text, nullable: true }) nextCursor!: string | null;
}

export class FreezeCheckResponse implements FreezeCheck {
  @ApiProperty({ type: 'boolean' }) same!: boolean;
  @ApiProperty({ type: 'integer' }) rows!: number;
  @ApiProperty(text) sha256!: string;
  @ApiProperty({ type: 'integer' }) frozenRows!: number;
  @ApiProperty(text) frozenSha256!: string;
}
