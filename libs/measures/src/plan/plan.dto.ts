import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { actionsFrom, formatCaseId, planMachine, planStatuses, type PlanStatus } from '#domain';
import { CaseIdField, ClientIdField, DayField, dayOrNull, FenField, HelpEventResponse, HelpListQuery, intOrNull, MeasureField, TextField, textOrNull, timeOrNull, VersionField, YearField, YearQuery } from '../shared/help.dto.js';
import type { PlanDetail } from './plan.service.js';
import type { PlanItemRow, ShownPlan } from './plan.queries.js';

const MOST_ITEMS = 30;

export class PlanListQuery extends HelpListQuery {
  @ApiPropertyOptional({ enum: planStatuses })
  @IsOptional()
  @IsIn(planStatuses)
  status?: string;

  @YearQuery() year?: number;
}

export class PlanItemRequest {
  @MeasureField() measureCode!: string;
  @CaseIdField({ optional: true }) memberId?: string;
  @TextField({ max: 300, description: 'What it is to bring about' }) aim!: string;
  @DayField({ optional: true }) startsOn?: string;
  @DayField({ optional: true }) endsOn?: string;
  @FenField({ optional: true, min: 0 }) amountFen?: number;
  @TextField({ optional: true, max: 60, description: 'Who is responsible' }) responsible?: string;
}

export class PlanEditRequest {
  @VersionField() version?: number;
  @TextField({ max: 500 }) aim!: string;
  @TextField({ optional: true, max: 1000 }) note?: string;

  @ApiProperty({ type: () => [PlanItemRequest], minItems: 1, maxItems: MOST_ITEMS })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => PlanItemRequest)
  items!: PlanItemRequest[];
}

export class NewPlanRequest {
  @ClientIdField() id?: string;
  @CaseIdField() householdId!: string;
  @YearField() year!: number;
  @TextField({ max: 500, description: 'What the plan of the year is to bring about' }) aim!: string;
  @TextField({ optional: true, max: 1000 }) note?: string;

  @ApiProperty({ type: () => [PlanItemRequest], minItems: 1, maxItems: MOST_ITEMS })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => PlanItemRequest)
  items!: PlanItemRequest[];
}

export class PlanAgreementRequest {
  @VersionField() version?: number;
  @TextField({ max: 100, description: 'Where the signature of the household lies' }) signatureRef!: string;
}

export class PlanReturnRequest {
  @VersionField() version?: number;
  @TextField({ max: 500 }) reason!: string;
}

export class PlanConfirmationRequest {
  @VersionField() version?: number;
}

export class PlanItemResponse {
  @ApiProperty({ type: 'string' }) measureCode!: string;
  @ApiProperty(textOrNull) memberId!: string | null;
  @ApiProperty(textOrNull) memberName!: string | null;
  @ApiProperty({ type: 'string' }) aim!: string;
  @ApiProperty(dayOrNull) startsOn!: string | null;
  @ApiProperty(dayOrNull) endsOn!: string | null;
  @ApiProperty(intOrNull) amountFen!: number | null;
  @ApiProperty(textOrNull) responsible!: string | null;

  static from(row: PlanItemRow): PlanItemResponse {
    return {
      measureCode: row.measure_code, memberId: row.member_id === null ? null : formatCaseId(row.county_code, row.member_id), memberName: row.member_name, aim: row.aim, startsOn: row.starts_on,
      endsOn: row.ends_on, amountFen: row.amount_fen, responsible: row.responsible,
    };
  }
}

export class HelpPlanResponse {
  @ApiProperty({ type: 'string' }) id!: string;
  @ApiProperty({ type: 'string' }) householdId!: string;
  @ApiProperty(textOrNull) headName!: string | null;
  @ApiProperty({ type: 'string' }) village!: string;
  @ApiProperty({ type: 'integer' }) year!: number;
  @ApiProperty({ type: 'integer' }) revision!: number;
  @ApiProperty({ enum: planStatuses }) status!: string;
  @ApiProperty({ type: 'string' }) aim!: string;
  @ApiProperty({ type: 'integer' }) itemCount!: number;
  @ApiProperty({ type: 'string' }) draftedBy!: string;
  @ApiProperty(timeOrNull) agreedAt!: string | null;
  @ApiProperty(timeOrNull) confirmedAt!: string | null;
  @ApiProperty({ type: 'integer' }) version!: number;

  static from(row: ShownPlan): HelpPlanResponse {
    return {
      id: formatCaseId(row.county_code, row.id), householdId: formatCaseId(row.county_code, row.household_id), headName: row.head_name, village: row.village_code, year: row.year, revision: row.revision,
      status: row.status, aim: row.aim, itemCount: row.items, draftedBy: row.drafted_by_name, agreedAt: row.agreed_at?.toISOString() ?? null, confirmedAt: row.confirmed_at?.toISOString() ?? null, version: row.version,
    };
  }
}

export class HelpPlanDetailResponse extends HelpPlanResponse {
  @ApiProperty(textOrNull) note!: string | null;
  @ApiProperty(textOrNull) signatureRef!: string | null;
  @ApiProperty({ type: [PlanItemResponse] }) items!: PlanItemResponse[];
  @ApiProperty({ type: [HelpEventResponse] }) events!: HelpEventResponse[];
  @ApiProperty({ type: [String] }) allowedActions!: string[];

  static of({ plan, items, events }: PlanDetail): HelpPlanDetailResponse {
    return {
      ...HelpPlanResponse.from(plan), note: plan.note, signatureRef: plan.signature_ref, items: items.map((item) => PlanItemResponse.from(item)),
      events: events.map((event) => HelpEventResponse.from(event)), allowedActions: actionsFrom(planMachine, plan.status as PlanStatus),
    };
  }
}

export class HelpPlanPageResponse {
  @ApiProperty({ type: [HelpPlanResponse] }) items!: HelpPlanResponse[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
}
