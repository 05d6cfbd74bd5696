import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { actionsFrom, assignmentMachine, assignmentStatuses, formatCaseId, type AssignmentStatus } from '#domain';
import { CaseIdField, ClientIdField, DayField, dayOrNull, FenField, HelpEventResponse, HelpListQuery, intOrNull, MeasureField, TextField, textOrNull, VersionField, YearField, YearQuery } from '../shared/help.dto.js';
import type { HelpEventRow } from '../shared/help-events.queries.js';
import type { ShownAssignment } from './assignment.queries.js';

const MOST_ROWS = 500;
const fieldActions = ['deliver', 'close', 'cancel'] as const;
const decisions = ['approve', 'refuse'] as const;

const many = (target: object, key: string | symbol, decorators: readonly PropertyDecorator[]): void => decorators.forEach((decorate) => decorate(target, key));
/** References of attachments and papers. */
const EvidenceField = (): PropertyDecorator => (target, key) =>
  many(target, key, [ApiPropertyOptional({ type: [String], maxItems: 20, description: 'References of photos, signatures and papers' }), IsOptional(), IsArray(), ArrayMaxSize(20), IsString({ each: true }), MaxLength(100, { each: true }), Matches(/^[^\0]+$/, { each: true })]);
const RowsField = (type: () => new () => object): PropertyDecorator => (target, key) =>
  many(target, key, [ApiProperty({ type: () => [type()], minItems: 1, maxItems: MOST_ROWS }), IsArray(), ArrayMinSize(1), ArrayMaxSize(MOST_ROWS), ValidateNested({ each: true }), Type(type)]);
const AllOrNothingField = (): PropertyDecorator => (target, key) =>
  many(target, key, [ApiPropertyOptional({ type: 'boolean', default: false, description: 'One refused row refuses all' }), IsOptional(), IsBoolean()]);

export class AssignmentListQuery extends HelpListQuery {
  @ApiPropertyOptional({ enum: assignmentStatuses })
  @IsOptional()
  @IsIn(assignmentStatuses)
  status?: string;

  @YearQuery() year?: number;
  @MeasureField({ optional: true }) measureCode?: string;
  @CaseIdField({ optional: true }) projectId?: string;
}

export class PlannedRowRequest {
  @ClientIdField() id?: string;
  @CaseIdField() householdId!: string;
  @CaseIdField({ optional: true, description: 'For a measure that is for a person' }) memberId?: string;
  @FenField({ optional: true, min: 0 }) plannedAmountFen?: number;
  @TextField({ optional: true }) aim?: string;
}

export class NewAssignmentsRequest {
  @MeasureField() measureCode!: string;
  @YearField() year!: number;
  @CaseIdField({ optional: true, description: 'Project of the library' }) projectId?: string;
  @DayField({ optional: true }) startsOn?: string;
  @DayField({ optional: true }) endsOn?: string;
  @FenField({ optional: true, min: 0, description: 'fen, for every row without an amount of its own' }) plannedAmountFen?: number;
  @TextField({ optional: true }) aim?: string;
  @AllOrNothingField() allOrNothing?: boolean;
  @RowsField(() => PlannedRowRequest) rows!: PlannedRowRequest[];
}

export class DecidedRowRequest {
  @CaseIdField() id!: string;
  @VersionField({ optional: false }) version!: number;
  @FenField({ optional: true, min: 0, description: 'What is approved instead of what was planned, fen' }) approvedAmountFen?: number;
}

export class DecisionsRequest {
  @ApiProperty({ enum: decisions })
  @IsIn(decisions)
  decision!: (typeof decisions)[number];

  @TextField({ optional: true, description: 'Required for a refusal' }) reason?: string;
  @AllOrNothingField() allOrNothing?: boolean;
  @RowsField(() => DecidedRowRequest) rows!: DecidedRowRequest[];
}

export class ActedRowRequest {
  @CaseIdField() id!: string;
  @VersionField({ optional: false }) version!: number;
  @EvidenceField() evidence?: string[];
}

export class AssignmentActionsRequest {
  @ApiProperty({ enum: fieldActions })
  @IsIn(fieldActions)
  action!: (typeof fieldActions)[number];

  @DayField({ optional: true, description: 'Day of the delivery or closing; today without it' }) on?: string;
  @TextField({ optional: true, max: 100, description: 'Who delivered; required for a delivery' }) deliveredBy?: string;
  @EvidenceField() evidence?: string[];
  @TextField({ optional: true, description: 'What came of it; required for closing' }) outcome?: string;
  @TextField({ optional: true, description: 'Required for a cancellation' }) reason?: string;
  @AllOrNothingField() allOrNothing?: boolean;
  @RowsField(() => ActedRowRequest) rows!: ActedRowRequest[];
}

export class AssignmentDecisionRequest {
  @ApiProperty({ enum: decisions })
  @IsIn(decisions)
  decision!: (typeof decisions)[number];

  @VersionField() version?: number;
  @FenField({ optional: true, min: 0 }) approvedAmountFen?: number;
  @TextField({ optional: true }) reason?: string;
}

export class AssignmentActionRequest {
  @ApiProperty({ enum: fieldActions })
  @IsIn(fieldActions)
  action!: (typeof fieldActions)[number];

  @VersionField() version?: number;
  @DayField({ optional: true }) on?: string;
  @TextField({ optional: true, max: 100 }) deliveredBy?: string;
  @EvidenceField() evidence?: string[];
  @TextField({ optional: true }) outcome?: string;
  @TextField({ optional: true }) reason?: string;
}

export class AssignmentResponse {
  @ApiProperty({ type: 'string' }) id!: string;
  @ApiProperty({ type: 'string' }) village!: string;
  @ApiProperty({ type: 'string' }) householdId!: string;
  @ApiProperty(textOrNull) headName!: string | null;
  @ApiProperty(textOrNull) memberId!: string | null;
  @ApiProperty(textOrNull) memberName!: string | null;
  @ApiProperty({ type: 'string' }) measureCode!: string;
  @ApiProperty({ type: 'integer' }) year!: number;
  @ApiProperty({ enum: assignmentStatuses }) status!: string;
  @ApiProperty(textOrNull) planId!: string | null;
  @ApiProperty(textOrNull) projectId!: string | null;
  @ApiProperty(dayOrNull) startsOn!: string | null;
  @ApiProperty(dayOrNull) endsOn!: string | null;
  @ApiProperty(textOrNull) aim!: string | null;
  @ApiProperty(intOrNull) plannedAmountFen!: number | null;
  @ApiProperty(intOrNull) approvedAmountFen!: number | null;
  @ApiProperty({ type: 'integer', description: 'Payments less reversals' }) paidFen!: number;
  @ApiProperty(dayOrNull) decidedOn!: string | null;
  @ApiProperty(textOrNull) reason!: string | null;
  @ApiProperty(dayOrNull) deliveredOn!: string | null;
  @ApiProperty(textOrNull) deliveredBy!: string | null;
  @ApiProperty({ type: [String] }) evidence!: string[];
  @ApiProperty(dayOrNull) closedOn!: string | null;
  @ApiProperty(textOrNull) outcome!: string | null;
  @ApiProperty({ type: 'integer' }) version!: number;

  static from(row: ShownAssignment): AssignmentResponse {
    const id = (uuid: string | null) => (uuid === null ? null : formatCaseId(row.county_code, uuid));
    return {
      id: formatCaseId(row.county_code, row.id), village: row.village_code, householdId: formatCaseId(row.county_code, row.household_id), headName: row.head_name, memberId: id(row.member_id),
      memberName: row.member_name, measureCode: row.measure_code, year: row.year, status: row.status, planId: id(row.plan_id), projectId: id(row.project_id), startsOn: row.starts_on, endsOn: row.ends_on,
      aim: row.aim, plannedAmountFen: row.planned_amount_fen, approvedAmountFen: row.approved_amount_fen, paidFen: row.paid_fen, decidedOn: row.decided_on, reason: row.decision_reason,
      deliveredOn: row.delivered_on, deliveredBy: row.delivered_by, evidence: row.evidence, closedOn: row.closed_on, outcome: row.outcome, version: row.version,
    };
  }
}

export class AssignmentDetailResponse extends AssignmentResponse {
  @ApiProperty({ type: [HelpEventResponse] }) events!: HelpEventResponse[];
  @ApiProperty({ type: [String], description: 'Steps that the state allows' }) allowedActions!: string[];

  static of({ row, events }: { row: ShownAssignment; events: readonly HelpEventRow[] }): AssignmentDetailResponse {
    return { ...AssignmentResponse.from(row), events: events.map((event) => HelpEventResponse.from(event)), allowedActions: actionsFrom(assignmentMachine, row.status as AssignmentStatus) };
  }
}

export class AssignmentPageResponse {
  @ApiProperty({ type: [AssignmentResponse] }) items!: AssignmentResponse[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
}
