import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, Matches, ValidateNested } from 'class-validator';
import { formatCaseId, termPattern } from '#domain';
import { CaseIdField, ClientIdField, DayField, dayOrNull, FenField, HelpListQuery, MeasureField, TextField, textOrNull } from '../shared/help.dto.js';
import type { ShownPayment } from './payment.queries.js';

const settlements = ['PAYABLE', 'SENT', 'PAID'] as const;
const channels = ['BANK', 'DIRECT'] as const;
const TERM_SAYS = "'once', a year ('2026') or a month ('2026-03'): what it is for, not when it is paid";

export class PaymentListQuery extends HelpListQuery {
  @ApiPropertyOptional({ enum: settlements })
  @IsOptional()
  @IsIn(settlements)
  settlement?: string;

  @MeasureField({ optional: true }) measureCode?: string;

  @ApiPropertyOptional({ type: 'string', pattern: termPattern.source })
  @IsOptional()
  @IsString()
  @Matches(termPattern)
  term?: string;

  @CaseIdField({ optional: true }) fundId?: string;
  @CaseIdField({ optional: true }) projectId?: string;
}

export class NewPaymentRequest {
  @ClientIdField() id?: string;
  @CaseIdField() assignmentId!: string;
  @FenField() amountFen!: number;

  @ApiProperty({ type: 'string', pattern: termPattern.source, description: TERM_SAYS })
  @IsString()
  @Matches(termPattern)
  term!: string;

  @DayField({ description: 'Day for which entitlement is judged' }) paidOn!: string;
  @CaseIdField({ optional: true, description: 'Fund of the county that it is booked against' }) fundId?: string;

  @ApiPropertyOptional({ enum: channels, default: 'BANK', description: 'BANK: waits for a file to the bank; DIRECT: already paid by a department' })
  @IsOptional()
  @IsIn(channels)
  channel?: (typeof channels)[number];

  @TextField({ optional: true, description: 'Required for a measure that no document limits' }) reason?: string;
}

export class BookedRowRequest {
  @ClientIdField() id?: string;
  @CaseIdField() assignmentId!: string;
  @FenField() amountFen!: number;
  @TextField({ optional: true }) reason?: string;
}

export class BookingsRequest {
  @ApiProperty({ type: 'string', pattern: termPattern.source, description: TERM_SAYS })
  @IsString()
  @Matches(termPattern)
  term!: string;

  @DayField() paidOn!: string;
  @CaseIdField({ optional: true }) fundId?: string;

  @ApiPropertyOptional({ enum: channels, default: 'BANK' })
  @IsOptional()
  @IsIn(channels)
  channel?: (typeof channels)[number];

  @TextField({ optional: true, description: 'For every row without a reason of its own' }) reason?: string;

  @ApiPropertyOptional({ type: 'boolean', default: false, description: 'One refused row refuses all' })
  @IsOptional()
  @IsBoolean()
  allOrNothing?: boolean;

  @ApiProperty({ type: () => [BookedRowRequest], minItems: 1, maxItems: 500 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => BookedRowRequest)
  rows!: BookedRowRequest[];
}

export class PaymentReversalRequest {
  @ClientIdField() id?: string;
  @TextField({ max: 300, description: 'Why it is taken back' }) reason!: string;
}

export class PaymentResponse {
  @ApiProperty({ type: 'string' }) id!: string;
  @ApiProperty({ type: 'string' }) village!: string;
  @ApiProperty({ type: 'string' }) householdId!: string;
  @ApiProperty(textOrNull) headName!: string | null;
  @ApiProperty(textOrNull) memberId!: string | null;
  @ApiProperty(textOrNull) memberName!: string | null;
  @ApiProperty({ type: 'string' }) measureCode!: string;
  @ApiProperty({ type: 'string' }) assignmentId!: string;
  @ApiProperty(textOrNull) projectId!: string | null;
  @ApiProperty(textOrNull) fundId!: string | null;
  @ApiProperty({ type: 'string' }) term!: string;
  @ApiProperty({ type: 'integer', description: 'fen; negative: a reversal' }) amountFen!: number;
  @ApiProperty({ type: 'string', format: 'date' }) paidOn!: string;
  @ApiProperty({ enum: channels }) channel!: string;
  @ApiProperty({ ...textOrNull, description: 'PAYABLE, SENT (at the bank) or PAID; null for a reversal' }) settlement!: string | null;
  @ApiProperty(dayOrNull) settledOn!: string | null;
  @ApiProperty({ ...textOrNull, description: 'What the bank said when it last refused' }) failureReason!: string | null;
  @ApiProperty(textOrNull) reason!: string | null;
  @ApiProperty(textOrNull) reversesId!: string | null;
  @ApiProperty(textOrNull) reversedById!: string | null;
  @ApiProperty({ type: 'string' }) bookedBy!: string;

  static from(row: ShownPayment): PaymentResponse {
    const id = (uuid: string | null) => (uuid === null ? null : formatCaseId(row.county_code, uuid));
    return {
      id: formatCaseId(row.county_code, row.id), village: row.village_code, householdId: formatCaseId(row.county_code, row.household_id), headName: row.head_name, memberId: id(row.member_id),
      memberName: row.member_name, measureCode: row.measure_code, assignmentId: formatCaseId(row.county_code, row.assignment_id), projectId: id(row.project_id), fundId: id(row.fund_id), term: row.term,
      amountFen: row.amount_fen, paidOn: row.paid_on, channel: row.channel, settlement: row.settlement, settledOn: row.settled_on, failureReason: row.failure_reason, reason: row.reason,
      reversesId: id(row.reverses_id), reversedById: id(row.reversed_by_id), bookedBy: row.booked_by_name,
    };
  }
}

export class PaymentPageResponse {
  @ApiProperty({ type: [PaymentResponse] }) items!: PaymentResponse[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
}
