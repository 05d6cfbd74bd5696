import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { caseStatuses, formatCaseId } from '#domain';
import { PageQuery } from '#platform';
import type { CaseListRow, CopyColumns } from './case-list.queries.js';
import type { CaseRow } from './case-rows.js';

const boxes = ['todo', 'mine', 'done', 'copied', 'all'] as const;

export class CaseListQuery extends PageQuery {
  @ApiPropertyOptional({ enum: boxes, default: 'all', description: '待办 · 我发起 · 已办 · 抄送 · all cases of the territory' })
  @IsOptional()
  @IsIn(boxes)
  box?: (typeof boxes)[number];

  @ApiPropertyOptional({ description: 'Code of a procedure', pattern: '^[a-z][a-z0-9_]{1,40}$' })
  @IsOptional()
  @Matches(/^[a-z][a-z0-9_]{1,40}$/)
  pack?: string;

  @ApiPropertyOptional({ enum: caseStatuses })
  @IsOptional()
  @IsIn(caseStatuses)
  status?: (typeof caseStatuses)[number];

  @ApiPropertyOptional({ enum: ['passed'], description: 'Only what passed the automatic checks and nobody objects to (box todo)' })
  @IsOptional()
  @IsIn(['passed'])
  checks?: 'passed';

  @ApiPropertyOptional({ description: 'Only cases inside this division (box all)', pattern: '^[0-9]{2,12}$' })
  @IsOptional()
  @Matches(/^[0-9]{2,12}$/)
  division?: string;

  @ApiPropertyOptional({ description: 'Only cases of this household, whatever the box', maxLength: 60 })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  household?: string;
}

export class LocalTextResponse {
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
}

/** That a case was copied to me. */
export class CopyMarkResponse {
  @ApiProperty() by: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ description: 'Because the procedure says so, with what that person did' }) byPack: boolean;
  @ApiProperty({ description: 'I have not opened it since' }) unread: boolean;

  static from({ copied_by, copied_at, copied_by_pack, copy_unread }: CopyColumns): CopyMarkResponse | null {
    if (copied_by === undefined || copied_at === undefined) return null;
    return { by: copied_by, at: copied_at.toISOString(), byPack: copied_by_pack === true, unread: copy_unread === true };
  }
}

/** Where a case stands after an action. */
export class CaseStateResponse {
  @ApiProperty({ description: '<county>-<uuid>' }) id: string;
  @ApiProperty({ type: 'integer' }) version: number;
  @ApiProperty({ enum: caseStatuses }) status: string;
  @ApiProperty({ type: String, nullable: true }) currentStep: string | null;
  @ApiProperty({ type: 'integer' }) openObjections: number;
  @ApiProperty({ format: 'date-time' }) enteredAt: string;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) dueOn: string | null;

  static from(row: CaseRow): CaseStateResponse {
    return {
      id: formatCaseId(row.county_code, row.id), version: row.version, status: row.status, currentStep: row.current_step, openObjections: row.open_objections,
      enteredAt: new Date(row.entered_at).toISOString(), dueOn: row.due_on,
    };
  }
}

export class CaseItemResponse extends CaseStateResponse {
  @ApiProperty() pack: string;
  @ApiProperty({ type: LocalTextResponse }) packName: LocalTextResponse;
  @ApiProperty({ type: LocalTextResponse, nullable: true }) stepName: LocalTextResponse | null;
  @ApiProperty({ enum: ['household', 'village', 'county'] }) subjectKind: string;
  @ApiProperty({ description: 'Household id, or code of the village or county' }) subjectId: string;
  @ApiProperty({ description: 'Head of the household, or name of the village or county' }) subjectName: string;
  @ApiProperty({ type: 'integer', nullable: true }) headCount: number | null;
  @ApiProperty() division: string;
  @ApiProperty({ description: 'Names from the league down' }) divisionName: string;
  @ApiProperty({ type: 'integer' }) year: number;
  @ApiProperty() startedBy: string;
  @ApiProperty({ format: 'date-time' }) startedAt: string;
  @ApiProperty({ type: String, nullable: true }) assignedTo: string | null;
  @ApiProperty({ type: String, nullable: true, enum: ['met', 'not_met', 'unproven'], description: 'Verdict when the facts were verified' }) verdict: string | null;
  @ApiProperty({ description: 'The step should have been done by now' }) overdue: boolean;
  @ApiProperty({ type: CopyMarkResponse, nullable: true, description: 'Only in the box of copies' }) copy: CopyMarkResponse | null;

  static override from(row: CaseListRow, context?: { division: string; today: string }): CaseItemResponse {
    const divisionName = context?.division ?? row.division_code;
    const household = row.household_id === null ? null : formatCaseId(row.county_code, row.household_id);
    return {
      ...CaseStateResponse.from(row), pack: row.pack_code, packName: row.pack_name, stepName: row.step_name, subjectKind: row.subject_kind,
      subjectId: household ?? row.division_code, subjectName: row.head_name ?? divisionName.split(' ').at(-1) ?? divisionName, headCount: row.member_count,
      division: row.division_code, divisionName, year: row.year, startedBy: row.started_by_name, startedAt: row.started_at.toISOString(),
      assignedTo: row.assigned_name, verdict: row.verdict, overdue: row.due_on !== null && context !== undefined && row.due_on < context.today,
      copy: CopyMarkResponse.from(row),
    };
  }
}

export class CasePage {
  @ApiProperty({ type: [CaseItemResponse] }) items: CaseItemResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
