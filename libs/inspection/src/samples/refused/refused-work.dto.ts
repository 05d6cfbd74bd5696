import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Length, Matches, ValidateIf } from 'class-validator';
import { formatCaseId, operationKinds, parseCaseId } from '#domain';
import { PageQuery } from '#platform';
import { CASE_ID } from '#sync';
import type { RefusalRow, SettledRow } from './refused.queries.js';
import type { RefusedFilter, Settlement } from './refused-work.service.js';

const kinds = ['sample.attempt', 'sample.answer', 'sample.cause', 'sample.replace'] as const;
const outcomes = ['LATE_NOTE', 'DISMISSED'] as const;
const text = { type: 'string' } as const;
const textOrNull = { type: 'string', nullable: true } as const;
const timeOrNull = { type: 'string', format: 'date-time', nullable: true } as const;
const flag = ({ value }: { value: unknown }): unknown => (value === 'true' ? true : value === 'false' ? false : value);

export class RefusedSpotCheckQuery extends PageQuery {
  @ApiPropertyOptional({ pattern: CASE_ID, description: 'Of this sample only' })
  @IsOptional() @IsString() @Matches(new RegExp(CASE_ID))
  sample?: string;

  @ApiPropertyOptional({ type: 'boolean', default: false, description: 'Also what was settled' })
  @IsOptional() @Transform(flag) @IsBoolean()
  all: boolean = false;

  static toFilter({ sample, all, cursor, limit }: RefusedSpotCheckQuery): RefusedFilter {
    return { sample: sample === undefined ? undefined : parseCaseId(sample), all, cursor, limit };
  }
}

export class SettleRefusedSpotCheckRequest {
  @ApiProperty({ enum: outcomes, description: '留作迟到说明 · 不予采用' })
  @IsIn(outcomes)
  outcome!: (typeof outcomes)[number];

  @ApiPropertyOptional({ ...textOrNull, minLength: 2, maxLength: 500, description: 'Required when it is dismissed' })
  @ValidateIf(({ outcome, note }: SettleRefusedSpotCheckRequest) => outcome !== 'LATE_NOTE' || (note !== null && note !== undefined))
  @IsString() @Length(2, 500) @Matches(/^[^\0]*\S[^\0]*$/)
  note?: string | null;

  static toSettlement({ outcome, note }: SettleRefusedSpotCheckRequest): Settlement {
    return { outcome, note: note?.trim() ?? null };
  }
}

/** Work of an inspector's phone that was refused; what was typed is shown one by one, on record. */
export class RefusedSpotCheckResponse {
  @ApiProperty(text) id!: string;
  @ApiProperty({ enum: kinds }) kind!: (typeof kinds)[number];
  @ApiProperty(text) kindName!: string;
  @ApiProperty(text) sampleId!: string;
  @ApiProperty(text) sampleName!: string;
  @ApiProperty({ type: 'integer' }) ordinal!: number;
  @ApiProperty(text) villageCode!: string;
  @ApiProperty(textOrNull) headName!: string | null;
  @ApiProperty(text) sentBy!: string;
  @ApiProperty({ ...timeOrNull, description: 'As the phone had it' }) occurredAt!: string | null;
  @ApiProperty({ type: 'string', format: 'date-time' }) receivedAt!: string;
  @ApiProperty(text) code!: string;
  @ApiProperty({ ...text, description: 'Why it was refused' }) title!: string;
  @ApiProperty(text) titleEn!: string;
  @ApiProperty({ type: 'string', enum: outcomes, nullable: true }) outcome!: (typeof outcomes)[number] | null;
  @ApiProperty(textOrNull) note!: string | null;
  @ApiProperty(textOrNull) settledBy!: string | null;
  @ApiProperty(timeOrNull) settledAt!: string | null;

  static from(row: RefusalRow): RefusedSpotCheckResponse {
    return {
      id: formatCaseId(row.county_code, row.id), kind: row.kind, kindName: operationKinds[row.kind].zh, sampleId: formatCaseId(row.sample_county, row.sample_id), sampleName: row.sample_name,
      ordinal: row.ordinal, villageCode: row.household_village, headName: row.head_name, sentBy: row.sent_by_name, occurredAt: row.occurred_at?.toISOString() ?? null,
      receivedAt: row.received_at.toISOString(), code: row.code, title: row.title, titleEn: row.title_en, outcome: row.outcome, note: row.note, settledBy: row.settled_by_name,
      settledAt: row.settled_at?.toISOString() ?? null,
    };
  }
}

export class RefusedSpotCheckDetail extends RefusedSpotCheckResponse {
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description: 'As it was typed; nothing on record beside it' }) content!: unknown;
}

export class RefusedSpotCheckCountQuery {
  @ApiPropertyOptional({ pattern: CASE_ID, description: 'Of this sample only' })
  @IsOptional() @IsString() @Matches(new RegExp(CASE_ID))
  sample?: string;
}

export class RefusedSpotCheckCount {
  @ApiProperty({ type: 'integer' }) count!: number;
}

/** What became of a piece of work that I sent and that was refused. */
export class SettledSpotCheck {
  @ApiProperty({ type: 'string', format: 'uuid', description: 'The operation, as the phone sent it' }) operationId!: string;
  @ApiProperty({ enum: [...outcomes] }) outcome!: (typeof outcomes)[number];
  @ApiProperty({ ...textOrNull, description: 'Why it was dismissed; with a late note, what was added' }) note!: string | null;
  @ApiProperty(text) settledBy!: string;
  @ApiProperty({ type: 'string', format: 'date-time' }) settledAt!: string;

  static from({ operation_id: operationId, outcome, note, settled_by_name: settledBy, settled_at: settledAt }: SettledRow): SettledSpotCheck {
    return { operationId, outcome, note, settledBy, settledAt: settledAt.toISOString() };
  }
}

export class RefusedSpotCheckPage {
  @ApiProperty({ type: [RefusedSpotCheckResponse] }) items!: RefusedSpotCheckResponse[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
}
