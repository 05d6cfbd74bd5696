import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { daysBetween, formatCaseId, unpadVillageCode } from '#domain';
import { currentContext } from '#platform';
import { ClientIdField, DayField, dayOrNull, DivisionField, FenField, HelpListQuery, intOrNull, TextField, textOrNull, VersionField, YearField, YearQuery } from '../shared/help.dto.js';
import type { FundTotals, SpendingRow } from './fund.queries.js';
import type { FundWithSums } from './fund.service.js';

const levels = ['CENTRAL', 'REGION', 'PREFECTURE', 'COUNTY', 'OUTSIDE'] as const;
const kinds = ['SPECIAL', 'INTEGRATED', 'BRIDGING', 'COLLABORATION', 'DESIGNATED', 'DONATION', 'OTHER'] as const;

export class FundListQuery extends HelpListQuery {
  @YearQuery() year?: number;

  @ApiPropertyOptional({ enum: levels })
  @IsOptional()
  @IsIn(levels)
  level?: string;
}

export class NewFundRequest {
  @ClientIdField() id?: string;
  @DivisionField({ description: 'Division that spends the money' }) division!: string;
  @TextField({ max: 40 }) code!: string;
  @TextField({ max: 100 }) name!: string;

  @ApiProperty({ enum: levels, description: '中央, 自治区, 盟市, 旗县, 社会' })
  @IsIn(levels)
  level!: string;

  @ApiProperty({ enum: kinds, description: '财政专项, 统筹整合, 衔接资金, 京蒙协作, 定点帮扶, 捐赠, 其他' })
  @IsIn(kinds)
  kind!: string;

  @YearField() year!: number;
  @TextField({ max: 100, description: 'Document by which it was allocated' }) documentNo!: string;
  @FenField() allocatedFen!: number;
  @DayField({ description: 'Day on which the money arrived; it is idle from then on' }) receivedOn!: string;
  @TextField({ optional: true }) note?: string;
}

export class FundChangeRequest {
  @VersionField() version?: number;
  @TextField({ optional: 'kept', max: 100 }) name?: string;
  @TextField({ optional: 'kept', max: 100 }) documentNo?: string;
  @FenField({ optional: 'kept' }) allocatedFen?: number;
  @DayField({ optional: 'kept' }) receivedOn?: string;
  @TextField({ optional: 'cleared', description: 'null takes the note away' }) note?: string | null;
}

export class FundResponse {
  @ApiProperty({ type: 'string' }) id!: string;
  @ApiProperty({ type: 'string' }) division!: string;
  @ApiProperty({ type: 'string' }) code!: string;
  @ApiProperty({ type: 'string' }) name!: string;
  @ApiProperty({ enum: levels }) level!: string;
  @ApiProperty({ enum: kinds }) kind!: string;
  @ApiProperty({ type: 'integer' }) year!: number;
  @ApiProperty({ type: 'string' }) documentNo!: string;
  @ApiProperty({ type: 'integer' }) allocatedFen!: number;
  @ApiProperty({ type: 'integer', description: 'In budgets of projects that were neither refused nor cancelled' }) budgetedFen!: number;
  @ApiProperty({ type: 'integer', description: 'Payments and expenses less what was reversed' }) spentFen!: number;
  @ApiProperty({ type: 'integer' }) remainingFen!: number;
  @ApiProperty({ type: 'string', format: 'date' }) receivedOn!: string;
  @ApiProperty({ ...intOrNull, description: 'Days since the money came while some of it is not spent (结转结余); null when nothing is left' }) idleDays!: number | null;
  @ApiProperty({ ...dayOrNull, description: 'Day on which idleDays was counted' }) asOf!: string;
  @ApiProperty(textOrNull) note!: string | null;
  @ApiProperty({ type: 'integer' }) version!: number;

  static from(row: FundWithSums): FundResponse {
    const { today } = currentContext();
    const spentFen = row.paid_fen + row.expense_fen;
    return {
      id: formatCaseId(row.county_code, row.id), division: unpadVillageCode(row.village_code), code: row.code, name: row.name, level: row.level, kind: row.kind, year: row.year,
      documentNo: row.document_no, allocatedFen: row.allocated_fen, budgetedFen: row.budgeted_fen, spentFen, remainingFen: row.allocated_fen - spentFen, receivedOn: row.received_on,
      idleDays: spentFen < row.allocated_fen ? Math.max(0, daysBetween(row.received_on, today)) : null, asOf: today, note: row.note, version: row.version,
    };
  }
}

export class FundTotalsResponse {
  @ApiProperty({ type: 'integer' }) funds!: number;
  @ApiProperty({ type: 'integer' }) allocatedFen!: number;
  @ApiProperty({ type: 'integer' }) spentFen!: number;
  @ApiProperty({ type: 'integer' }) remainingFen!: number;

  static from(totals: FundTotals): FundTotalsResponse {
    return { funds: totals.funds, allocatedFen: totals.allocated_fen, spentFen: totals.spent_fen, remainingFen: totals.allocated_fen - totals.spent_fen };
  }
}

export class FundPageResponse {
  @ApiProperty({ type: [FundResponse] }) items!: FundResponse[];
  @ApiProperty({ type: FundTotalsResponse, description: 'Of the whole list, not of the page' }) totals!: FundTotalsResponse;
  @ApiProperty(textOrNull) nextCursor!: string | null;
}

export class SpendingResponse {
  @ApiProperty({ enum: ['payment', 'expense'] }) kind!: string;
  @ApiProperty({ type: 'string' }) id!: string;
  @ApiProperty({ type: 'integer', description: 'Negative: a reversal' }) amountFen!: number;
  @ApiProperty({ type: 'string', format: 'date' }) paidOn!: string;
  @ApiProperty({ type: 'string', description: 'Measure of a payment, category and payee of an expense' }) about!: string;
  @ApiProperty(textOrNull) householdId!: string | null;
  @ApiProperty(textOrNull) projectId!: string | null;
  @ApiProperty({ type: 'boolean' }) isReversal!: boolean;

  static from(row: SpendingRow): SpendingResponse {
    const id = (uuid: string | null) => (uuid === null ? null : formatCaseId(row.county_code, uuid));
    return {
      kind: row.kind, id: formatCaseId(row.county_code, row.id), amountFen: row.amount_fen, paidOn: row.paid_on, about: row.about, householdId: id(row.household_id), projectId: id(row.project_id),
      isReversal: row.reverses_id !== null,
    };
  }
}

export class SpendingPageResponse {
  @ApiProperty({ type: [SpendingResponse] }) items!: SpendingResponse[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
}
