import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { formatCaseId } from '#domain';
import { CaseIdField, ClientIdField, dayOrNull, DivisionField, intOrNull, TextField, textOrNull, timeOrNull } from '../shared/help.dto.js';
import type { BatchLine, BatchRow, ResultFileRow, ResultLine } from './batch.queries.js';

const formats = ['csv', 'xlsx'] as const;

export class NewPaymentBatchRequest {
  @ClientIdField() id?: string;
  @DivisionField({ optional: true, description: 'County, township or village; the own division without it' }) division?: string;
  @CaseIdField({ optional: true, description: 'Only payments from this fund' }) fundId?: string;
  @TextField({ max: 60 }) title!: string;

  @ApiProperty({ enum: formats })
  @IsIn(formats)
  format!: (typeof formats)[number];

  @ApiProperty({ type: 'string', minLength: 5, maxLength: 200, description: 'What the accounts are needed for; recorded with the name of who asked' })
  @IsString()
  @MaxLength(200)
  purpose!: string;

  @ApiPropertyOptional({ type: 'boolean', default: false, description: 'Leave out households without an account instead of refusing' })
  @IsOptional()
  @IsBoolean()
  skipWithoutAccount?: boolean;
}

export class PaymentBatchResponse {
  @ApiProperty({ type: 'string' }) id!: string;
  @ApiProperty({ type: 'string' }) division!: string;
  @ApiProperty({ type: 'string' }) title!: string;
  @ApiProperty({ enum: ['QUEUED', 'EXPORTED', 'FAILED', 'SETTLED'] }) state!: string;
  @ApiProperty({ enum: formats }) format!: string;
  @ApiProperty(textOrNull) fundId!: string | null;
  @ApiProperty({ type: 'string' }) purpose!: string;
  @ApiProperty({ type: 'string' }) by!: string;
  @ApiProperty({ type: 'integer', description: 'rows = paid + failed + unknown' }) rows!: number;
  @ApiProperty({ type: 'integer' }) totalFen!: number;
  @ApiProperty({ type: 'integer' }) paid!: number;
  @ApiProperty({ type: 'integer' }) failed!: number;
  @ApiProperty({ type: 'integer', description: 'Not yet settled by any result file' }) unknown!: number;
  @ApiProperty(textOrNull) sha256!: string | null;
  @ApiProperty(intOrNull) bytes!: number | null;
  @ApiProperty(textOrNull) failure!: string | null;
  @ApiProperty({ type: 'string', format: 'date-time' }) createdAt!: string;
  @ApiProperty(timeOrNull) expiresAt!: string | null;

  static from(row: BatchRow): PaymentBatchResponse {
    return {
      id: formatCaseId(row.county_code, row.id), division: row.division_code, title: row.title, state: row.state, format: row.format, fundId: row.fund_id === null ? null : formatCaseId(row.county_code, row.fund_id),
      purpose: row.purpose, by: row.actor.name, rows: row.rows, totalFen: row.total_fen, paid: row.paid, failed: row.failed, unknown: row.unknown, sha256: row.sha256, bytes: row.bytes,
      failure: row.failure?.zh ?? null, createdAt: row.created_at.toISOString(), expiresAt: row.expires_at?.toISOString() ?? null,
    };
  }
}

export class PaymentBatchPageResponse {
  @ApiProperty({ type: [PaymentBatchResponse] }) items!: PaymentBatchResponse[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
}

export class PaymentBatchLineResponse {
  @ApiProperty({ type: 'integer' }) line!: number;
  @ApiProperty({ type: 'string' }) reference!: string;
  @ApiProperty({ type: 'string' }) paymentId!: string;
  @ApiProperty({ type: 'string' }) householdId!: string;
  @ApiProperty({ type: 'string' }) payeeName!: string;
  @ApiProperty({ type: 'string', description: 'Masked' }) accountNo!: string;
  @ApiProperty(textOrNull) bankName!: string | null;
  @ApiProperty({ type: 'integer' }) amountFen!: number;
  @ApiProperty({ enum: ['SENT', 'PAID', 'FAILED'] }) state!: string;
  @ApiProperty(textOrNull) failureReason!: string | null;
  @ApiProperty(dayOrNull) settledOn!: string | null;

  static from(row: BatchLine): PaymentBatchLineResponse {
    return {
      line: row.line, reference: row.reference, paymentId: formatCaseId(row.county_code, row.payment_id), householdId: formatCaseId(row.county_code, row.household_id), payeeName: row.payee_name,
      accountNo: row.account_no_masked, bankName: row.bank_name, amountFen: row.amount_fen, state: row.state, failureReason: row.failure_reason, settledOn: row.settled_on,
    };
  }
}

export class PaymentBatchLinePageResponse {
  @ApiProperty({ type: [PaymentBatchLineResponse] }) items!: PaymentBatchLineResponse[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
}

export class ResultUploadRequest {
  @ApiProperty({ type: 'string', format: 'binary', description: 'The bank’s result: columns 流水号 and 处理结果, if present 金额 and 失败原因' })
  file!: unknown;
}

export class ResultFileResponse {
  @ApiProperty({ type: 'string' }) id!: string;
  @ApiProperty({ type: 'string' }) fileName!: string;
  @ApiProperty({ type: 'string' }) sha256!: string;
  @ApiProperty({ type: 'integer', description: 'rows = paid + failed + unknown' }) rows!: number;
  @ApiProperty({ type: 'integer' }) paid!: number;
  @ApiProperty({ type: 'integer' }) failed!: number;
  @ApiProperty({ type: 'integer' }) unknown!: number;
  @ApiProperty({ type: 'integer', description: 'Rows of the batch that no file has settled' }) missing!: number;
  @ApiProperty({ type: 'string', format: 'date-time' }) importedAt!: string;

  static from(row: ResultFileRow): ResultFileResponse {
    return {
      id: formatCaseId(row.county_code, row.id), fileName: row.file_name, sha256: row.sha256, rows: row.rows, paid: row.paid, failed: row.failed, unknown: row.unknown, missing: row.missing,
      importedAt: row.imported_at.toISOString(),
    };
  }
}

export class ResultLineResponse {
  @ApiProperty({ type: 'integer' }) line!: number;
  @ApiProperty(textOrNull) reference!: string | null;
  @ApiProperty({ enum: ['PAID', 'FAILED', 'UNKNOWN'] }) outcome!: string;
  @ApiProperty({ ...textOrNull, description: 'What the bank said, or why the row settles nothing' }) reason!: string | null;
  @ApiProperty(textOrNull) paymentId!: string | null;

  static from(row: ResultLine): ResultLineResponse {
    return { line: row.line, reference: row.reference, outcome: row.outcome, reason: row.reason, paymentId: row.payment_id === null ? null : formatCaseId(row.county_code, row.payment_id) };
  }
}

export class ResultLinePageResponse {
  @ApiProperty({ type: [ResultLineResponse] }) items!: ResultLineResponse[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
}
