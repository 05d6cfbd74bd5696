import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsObject, IsString, Length, Min } from 'class-validator';
import { formatCaseId, type LocalText } from '#domain';
import { DEFINITION, QuestionText } from '../asking/questions.dto.js';
import type { SavedQuestionRow } from './saved.queries.js';

const text = { type: 'string' } as const;

export class SaveQuestionRequest {
  @ApiProperty({ minLength: 1, maxLength: 120 })
  @IsString() @Length(1, 120)
  name!: string;

  @ApiProperty(DEFINITION)
  @IsObject()
  definition!: Record<string, unknown>;

  @ApiProperty({ type: 'boolean', description: 'Whether everybody who sees its division sees it' })
  @IsBoolean()
  shared!: boolean;
}

export class ChangeQuestionRequest extends SaveQuestionRequest {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'The version that was read' })
  @IsInt() @Min(1)
  version!: number;
}

export class SavedQuestionResponse {
  @ApiProperty(text) id!: string;
  @ApiProperty(text) division!: string;
  @ApiProperty(text) name!: string;
  @ApiProperty(text) dataset!: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) definition!: unknown;
  @ApiProperty(text) key!: string;
  @ApiProperty({ type: QuestionText }) sentence!: LocalText;
  @ApiProperty(text) ownerName!: string;
  @ApiProperty({ type: 'boolean' }) mine!: boolean;
  @ApiProperty({ type: 'boolean' }) shared!: boolean;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: 'string', format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: 'string', format: 'date-time' }) updatedAt!: string;

  static from(row: SavedQuestionRow, userId: string): SavedQuestionResponse {
    return {
      id: formatCaseId(row.county_code, row.id), division: row.division_code, name: row.name, dataset: row.dataset, definition: row.definition, key: row.link_key, sentence: row.sentence, ownerName: row.owner_name,
      mine: row.owner_id === userId, shared: row.shared, version: row.version, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(),
    };
  }
}

export class SavedQuestionPage {
  @ApiProperty({ type: [SavedQuestionResponse] }) items!: SavedQuestionResponse[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}
