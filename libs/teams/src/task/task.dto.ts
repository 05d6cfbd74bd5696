import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { formatCaseId, taskActions, taskStatuses, visitLimits, type TaskAction } from '#domain';
import { CASE_ID, codesOf, DAY, dayOrNull, FieldWorkQuery, textOrNull, timeOrNull, UUID, VILLAGE } from '../shared.dto.js';
import type { ListedTaskRow } from './task-list.queries.js';
import type { TaskEventRow } from './task.queries.js';
import type { TaskDetail } from './task-reader.js';

export class TaskRequest {
  @ApiProperty({ format: 'uuid', pattern: UUID.source, description: 'Minted by the caller' })
  @Matches(UUID)
  id!: string;

  @ApiPropertyOptional({ description: 'Household that it is about; without it a village', pattern: CASE_ID.source })
  @IsOptional()
  @IsString()
  @Matches(CASE_ID)
  householdId?: string;

  @ApiPropertyOptional({ description: 'Clue that it follows from', pattern: CASE_ID.source })
  @IsOptional()
  @IsString()
  @Matches(CASE_ID)
  clueId?: string;

  @ApiPropertyOptional({ pattern: VILLAGE.source })
  @IsOptional()
  @IsString()
  @Matches(VILLAGE)
  villageCode?: string;

  @ApiProperty({ enum: codesOf('monitoringRisk') })
  @IsIn(codesOf('monitoringRisk'))
  kind!: string;

  @ApiProperty({ minLength: 1, maxLength: visitLimits.notes })
  @IsString()
  @MinLength(1)
  @MaxLength(visitLimits.notes)
  description!: string;

  @ApiProperty({ format: 'date', pattern: DAY.source })
  @Matches(DAY)
  dueOn!: string;

  @ApiPropertyOptional({ format: 'uuid', pattern: UUID.source, description: 'User with a grant for the place' })
  @IsOptional()
  @Matches(UUID)
  ownerId?: string;

  @ApiPropertyOptional({ maxLength: visitLimits.shortText })
  @IsOptional()
  @IsString()
  @MaxLength(visitLimits.shortText)
  ownerName?: string;
}

/** What one does to a task, `eventId` minted by the caller so that it may be repeated. */
export class TaskStepRequest {
  @ApiPropertyOptional({ format: 'uuid', pattern: UUID.source })
  @IsOptional()
  @Matches(UUID)
  eventId?: string;

  @ApiPropertyOptional({ maxLength: visitLimits.notes })
  @IsOptional()
  @IsString()
  @MaxLength(visitLimits.notes)
  note?: string;
}

export class TaskAssignRequest extends TaskStepRequest {
  @ApiPropertyOptional({ format: 'uuid', pattern: UUID.source })
  @IsOptional()
  @Matches(UUID)
  ownerId?: string;

  @ApiPropertyOptional({ maxLength: visitLimits.shortText })
  @IsOptional()
  @IsString()
  @MaxLength(visitLimits.shortText)
  ownerName?: string;

  @ApiPropertyOptional({ format: 'date', pattern: DAY.source, description: 'New deadline' })
  @IsOptional()
  @Matches(DAY)
  dueOn?: string;
}

export class TaskReopenRequest extends TaskStepRequest {
  @ApiPropertyOptional({ format: 'date', pattern: DAY.source, description: 'New deadline' })
  @IsOptional()
  @Matches(DAY)
  dueOn?: string;
}

export const taskBoxes = ['open', 'verified', 'all'] as const;
export type TaskBox = (typeof taskBoxes)[number];

export class TaskListQuery extends FieldWorkQuery {
  @ApiPropertyOptional({ enum: taskBoxes, default: 'open', description: 'Not yet verified, verified, or all' })
  @IsOptional()
  @IsIn(taskBoxes)
  box?: TaskBox;

  @ApiPropertyOptional({ enum: taskStatuses })
  @IsOptional()
  @IsIn(taskStatuses)
  status?: string;

  @ApiPropertyOptional({ description: 'Only tasks of this household', pattern: CASE_ID.source })
  @IsOptional()
  @IsString()
  @Matches(CASE_ID)
  household?: string;

  @ApiPropertyOptional({ type: 'boolean', description: 'Only tasks that wait for me, by deadline' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  mine?: boolean;

  @ApiPropertyOptional({ format: 'date', pattern: DAY.source, description: 'Only tasks that are due on this day or before' })
  @IsOptional()
  @Matches(DAY)
  dueBy?: string;
}

export class TaskItem {
  @ApiProperty() id!: string;
  @ApiProperty(textOrNull) householdId!: string | null;
  @ApiProperty(textOrNull) headName!: string | null;
  @ApiProperty() villageCode!: string;
  @ApiProperty({ description: 'Names from the league down' }) villageName!: string;
  @ApiProperty() kind!: string;
  @ApiProperty() description!: string;
  @ApiProperty({ format: 'date' }) dueOn!: string;
  @ApiProperty({ type: 'boolean', description: 'The deadline has passed and it is not done' }) overdue!: boolean;
  @ApiProperty({ enum: taskStatuses }) status!: string;
  @ApiProperty(textOrNull) ownerName!: string | null;
  @ApiProperty({ type: 'integer' }) reopened!: number;
  @ApiProperty({ type: 'integer' }) version!: number;

  static from(row: ListedTaskRow, context: { villageName: string; today: string }): TaskItem {
    return {
      id: formatCaseId(row.county_code, row.id), householdId: row.household_id === null ? null : formatCaseId(row.county_code, row.household_id), headName: row.head_name,
      villageCode: row.village_code, villageName: context.villageName, kind: row.kind, description: row.description, dueOn: row.due_on,
      overdue: row.due_on < context.today && (row.status === 'OPEN' || row.status === 'ASSIGNED'), status: row.status, ownerName: row.owner_name,
      reopened: row.reopened, version: row.version,
    };
  }
}

export class TaskPage {
  @ApiProperty({ type: [TaskItem] }) items!: TaskItem[];
  @ApiProperty({ ...textOrNull, description: 'Cursor of the next page; null on the last' }) nextCursor!: string | null;
}

export class TaskEventResponse {
  @ApiProperty({ type: 'integer' }) seq!: number;
  @ApiProperty({ enum: ['CREATE', ...taskActions] }) action!: string;
  @ApiProperty({ enum: taskStatuses }) toStatus!: string;
  @ApiProperty(textOrNull) note!: string | null;
  @ApiProperty(dayOrNull) dueOn!: string | null;
  @ApiProperty(textOrNull) ownerName!: string | null;
  @ApiProperty() actor!: string;
  @ApiProperty() role!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;

  static from(row: TaskEventRow): TaskEventResponse {
    return {
      seq: row.seq, action: row.action, toStatus: row.to_status, note: row.note, dueOn: row.due_on, ownerName: row.owner_name, actor: row.actor_name, role: row.actor_role,
      at: row.recorded_at.toISOString(),
    };
  }
}

export class TaskResponse extends TaskItem {
  @ApiProperty(textOrNull) visitId!: string | null;
  @ApiProperty(textOrNull) clueId!: string | null;
  @ApiProperty(textOrNull) origin!: string | null;
  @ApiProperty() createdBy!: string;
  @ApiProperty(textOrNull) doneBy!: string | null;
  @ApiProperty(timeOrNull) doneAt!: string | null;
  @ApiProperty(textOrNull) doneNote!: string | null;
  @ApiProperty(textOrNull) verifiedBy!: string | null;
  @ApiProperty(timeOrNull) verifiedAt!: string | null;
  @ApiProperty({ type: [TaskEventResponse] }) events!: TaskEventResponse[];
  @ApiProperty({ type: [String], enum: taskActions, description: 'What would not be refused now, by state; the role decides besides' }) actions!: TaskAction[];

  static fromDetail({ row, events, actions, villageName, today }: TaskDetail): TaskResponse {
    const idOf = (id: string | null) => (id === null ? null : formatCaseId(row.county_code, id));
    return {
      ...TaskItem.from(row, { villageName, today }), visitId: idOf(row.visit_id), clueId: idOf(row.clue_id), origin: row.origin, createdBy: row.created_by_name,
      doneBy: row.done_by_name, doneAt: row.done_at?.toISOString() ?? null, doneNote: row.done_note, verifiedBy: row.verified_by_name,
      verifiedAt: row.verified_at?.toISOString() ?? null, events: events.map((event) => TaskEventResponse.from(event)), actions: [...actions],
    };
  }
}
