import { ApiProperty } from '@nestjs/swagger';
import { assuranceItems, assuranceStates, formatCaseId, visitWays } from '#domain';
import { textOrNull } from '../shared.dto.js';
import type { VisitListRow } from './visit-list.queries.js';
import type { VisitDetail } from './visit-reader.js';

export class AssuranceResponse {
  @ApiProperty({ enum: assuranceItems }) item!: string;
  @ApiProperty({ enum: assuranceStates }) state!: string;
  @ApiProperty({ type: 'boolean' }) carried!: boolean;
  @ApiProperty({ type: 'integer', description: 'How often in a row it was carried forward' }) count!: number;
  @ApiProperty(textOrNull) note!: string | null;
}

export class VisitIncomeResponse {
  @ApiProperty() item!: string;
  @ApiProperty({ type: 'integer' }) changeFen!: number;
  @ApiProperty(textOrNull) note!: string | null;
}

export class VisitTaskResponse {
  @ApiProperty() id!: string;
  @ApiProperty() kind!: string;
  @ApiProperty() description!: string;
  @ApiProperty({ format: 'date' }) dueOn!: string;
  @ApiProperty() status!: string;
  @ApiProperty(textOrNull) ownerName!: string | null;
}

export class PersonMetResponse {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
}

export class VisitListItem {
  @ApiProperty() id!: string;
  @ApiProperty() householdId!: string;
  @ApiProperty() headName!: string;
  @ApiProperty() villageCode!: string;
  @ApiProperty({ description: 'Names from the league down' }) villageName!: string;
  @ApiProperty({ enum: visitWays }) way!: string;
  @ApiProperty({ type: [String] }) types!: string[];
  @ApiProperty({ format: 'date' }) visitedOn!: string;
  @ApiProperty({ format: 'date-time' }) recordedAt!: string;
  @ApiProperty() visitor!: string;
  @ApiProperty({ type: [String], enum: assuranceItems, description: 'Items with a problem' }) problemItems!: string[];
  @ApiProperty({ type: 'integer', description: 'Answers that were carried forward' }) carriedItems!: number;
  @ApiProperty({ type: 'integer' }) tasks!: number;
  @ApiProperty({ type: 'integer', description: 'Which correction it is; 0 for the first record' }) correctionNo!: number;
  @ApiProperty({ type: 'boolean', description: 'The clock of the device ran ahead' }) clockAhead!: boolean;

  static from(row: VisitListRow, villageName: string): VisitListItem {
    return {
      id: formatCaseId(row.county_code, row.id), householdId: formatCaseId(row.county_code, row.household_id), headName: row.head_name, villageCode: row.village_code, villageName,
      way: row.way, types: row.types, visitedOn: row.visited_on, recordedAt: row.recorded_at.toISOString(), visitor: row.visitor_name,
      problemItems: row.assurances.filter(({ state }) => state === 'PROBLEM').map(({ item }) => item), carriedItems: row.assurances.filter(({ carried }) => carried).length,
      tasks: row.problems.length, correctionNo: row.correction_no, clockAhead: row.clock_ahead,
    };
  }
}

export class VisitPage {
  @ApiProperty({ type: [VisitListItem] }) items!: VisitListItem[];
  @ApiProperty({ ...textOrNull, description: 'Cursor of the next page; null on the last' }) nextCursor!: string | null;
}

export class VisitResponse extends VisitListItem {
  @ApiProperty({ format: 'date-time', description: 'What the device said' }) visitedAt!: string;
  @ApiProperty(textOrNull) notHomeReason!: string | null;
  @ApiProperty({ type: [PersonMetResponse] }) personsMet!: PersonMetResponse[];
  @ApiProperty(textOrNull) othersMet!: string | null;
  @ApiProperty({ type: [AssuranceResponse] }) assurances!: AssuranceResponse[];
  @ApiProperty({ type: [VisitIncomeResponse] }) incomeChanges!: VisitIncomeResponse[];
  @ApiProperty({ type: [String] }) needs!: string[];
  @ApiProperty(textOrNull) needsNote!: string | null;
  @ApiProperty({ type: [VisitTaskResponse], description: 'Tasks that the problems became' }) problems!: VisitTaskResponse[];
  @ApiProperty(textOrNull) notes!: string | null;
  @ApiProperty({ type: [String] }) attachmentIds!: string[];
  @ApiProperty({ type: 'boolean', description: 'A place was recorded; it is not shown' }) hasPosition!: boolean;
  @ApiProperty({ type: 'integer', nullable: true }) positionAccuracyM!: number | null;
  @ApiProperty({ ...textOrNull, description: 'First record that this one corrects' }) correctsId!: string | null;
  @ApiProperty(textOrNull) correctionReason!: string | null;
  @ApiProperty({ ...textOrNull, description: 'Latest correction of this record' }) replacedBy!: string | null;
  @ApiProperty({ type: [String], enum: assuranceItems, description: 'Items that the next visit must look at' }) lookAt!: string[];

  static fromDetail({ row, villageName, persons, tasks, lookAt }: VisitDetail): VisitResponse {
    const idOf = (id: string | null) => (id === null ? null : formatCaseId(row.county_code, id));
    return {
      ...VisitListItem.from(row, villageName), visitedAt: row.visited_at.toISOString(), notHomeReason: row.not_home_reason,
      personsMet: persons.map(({ id, name }) => ({ id, name })), othersMet: row.others_met,
      assurances: row.assurances.map(({ item, state, carried, count, note }) => ({ item, state, carried, count, note: note ?? null })),
      incomeChanges: row.income_changes.map(({ item, changeFen, note }) => ({ item, changeFen, note: note ?? null })), needs: row.needs, needsNote: row.needs_note,
      problems: tasks.map((task) => ({
        id: formatCaseId(row.county_code, task.id), kind: task.kind, description: task.description, dueOn: task.due_on, status: task.status, ownerName: task.owner_name,
      })),
      notes: row.notes, attachmentIds: row.attachment_ids, hasPosition: row.position_enc !== null, positionAccuracyM: row.position_accuracy_m,
      correctsId: idOf(row.corrects_id), correctionReason: row.correction_reason, replacedBy: idOf(row.replaced_by), lookAt,
    };
  }
}
