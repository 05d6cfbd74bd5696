import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import { careDecisionLabels, careDecisions, careFindingKinds, careFindingLabels, careRegisterPattern, formatCaseId, type CareDecision, type CareFindingKind } from '#domain';
import { DepartmentList } from '#households';
import { PageQuery } from '#platform';
import type { ComparisonRow, CountRow, FindingRow } from './comparison.queries.js';

const DIVISION = /^([0-9]{6}|[0-9]{9}|[0-9]{12})$/;
const text = { type: 'string' } as const;
const textOrNull = { type: 'string', nullable: true } as const;
const dayOrNull = { type: 'string', format: 'date', nullable: true } as const;

export class ListedPersonRequest {
  @ApiProperty({ minLength: 1, maxLength: 100 })
  @IsString() @Length(1, 100)
  name!: string;

  @ApiPropertyOptional({ type: 'string', nullable: true, maxLength: 30, description: 'Resident number or disability certificate; never stored in clear' })
  @IsOptional() @IsString() @MaxLength(30)
  idNo?: string | null;

  @ApiPropertyOptional({ type: 'string', nullable: true, maxLength: 20 })
  @IsOptional() @IsString() @MaxLength(20)
  birthDate?: string | null;
}

/** What is said of a list besides its persons. */
export class ListStatement extends DepartmentList {
  @ApiProperty({ pattern: careRegisterPattern.source, example: 'disabled' })
  @Matches(careRegisterPattern)
  registerCode!: string;

  @ApiProperty({ pattern: DIVISION.source, description: 'A county, or a division in it' })
  @Matches(DIVISION)
  division!: string;
}

export class CareComparisonRequest extends ListStatement {
  @ApiProperty({ type: [ListedPersonRequest], minItems: 1, maxItems: 5000 })
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(5000) @ValidateNested({ each: true }) @Type(() => ListedPersonRequest)
  people!: ListedPersonRequest[];
}

export class CareComparisonFileRequest extends ListStatement {
  @ApiProperty({ type: 'string', format: 'binary', description: '.xlsx or .csv with columns 姓名 and 证件号码 or 出生日期; read once and deleted' })
  file!: unknown;
}

export class FindingQuery extends PageQuery {
  @ApiPropertyOptional({ enum: careFindingKinds })
  @IsOptional() @IsIn(careFindingKinds)
  kind?: CareFindingKind;

  @ApiPropertyOptional({ type: 'boolean', default: false, description: 'Only findings that nobody has settled, here or in an earlier comparison' })
  @IsOptional() @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)) @IsBoolean()
  open: boolean = false;
}

export class AdjudicationRequest {
  @ApiProperty({ enum: careDecisions })
  @IsIn(careDecisions)
  decision!: CareDecision;

  @ApiProperty({ minLength: 2, maxLength: 1000 })
  @IsString() @Length(2, 1000)
  reason!: string;
}

export class FindingCount {
  @ApiProperty({ enum: careFindingKinds }) kind!: string;
  @ApiProperty(text) kindText!: string;
  @ApiProperty({ type: 'integer' }) findings!: number;
  @ApiProperty({ type: 'integer', description: 'Of these, settled here or in an earlier comparison' }) settled!: number;
}

export class CareComparisonResponse {
  @ApiProperty(text) id!: string;
  @ApiProperty(text) registerCode!: string;
  @ApiProperty(text) division!: string;
  @ApiProperty(text) department!: string;
  @ApiProperty(text) purposeCode!: string;
  @ApiProperty(text) purpose!: string;
  @ApiProperty({ type: 'string', format: 'date' }) listOn!: string;
  @ApiProperty(textOrNull) fileName!: string | null;
  @ApiProperty({ type: 'integer' }) rows!: number;
  @ApiProperty({ type: 'integer', description: 'Lines without a name, or with neither a readable number nor a birth date' }) unusable!: number;
  @ApiProperty({ type: 'integer', description: 'On the list and on the register' }) matched!: number;
  @ApiProperty({ type: 'integer', description: 'On the list, but in no household of the division' }) notOurs!: number;
  @ApiProperty({ type: 'string', format: 'date-time' }) comparedAt!: string;
  @ApiProperty({ type: 'string', format: 'date', description: 'Last day on which the list is kept' }) listKeptUntil!: string;
  @ApiProperty({ type: 'boolean' }) listDeleted!: boolean;

  static from(row: ComparisonRow): CareComparisonResponse {
    return {
      id: formatCaseId(row.county_code, row.id), registerCode: row.register_code, division: row.division_code, department: row.department, purposeCode: row.purpose_code,
      purpose: row.purpose, listOn: row.list_on, fileName: row.file_name, rows: row.rows, unusable: row.rows_unusable, matched: row.matched, notOurs: row.not_ours,
      comparedAt: row.created_at.toISOString(), listKeptUntil: row.expires_on, listDeleted: row.rows_deleted_at !== null,
    };
  }
}

export class CareComparisonDetail extends CareComparisonResponse {
  @ApiProperty({ type: [FindingCount] }) found!: FindingCount[];

  static of(row: ComparisonRow, counts: readonly CountRow[]): CareComparisonDetail {
    return { ...CareComparisonResponse.from(row), found: counts.map(({ kind, findings, settled }) => ({ kind, kindText: careFindingLabels[kind as CareFindingKind], findings, settled })) };
  }
}

export class CareComparisonPage {
  @ApiProperty({ type: [CareComparisonResponse] }) items!: CareComparisonResponse[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
}

export class CareFindingResponse {
  @ApiProperty(text) id!: string;
  @ApiProperty({ enum: careFindingKinds }) kind!: string;
  @ApiProperty(text) kindText!: string;
  @ApiProperty(text) villageCode!: string;
  @ApiProperty(text) householdId!: string;
  @ApiProperty(text) memberId!: string;
  @ApiProperty(text) headName!: string;
  @ApiProperty(text) name!: string;
  @ApiProperty(dayOrNull) birthDate!: string | null;
  @ApiProperty({ ...textOrNull, description: 'Masked' }) idNo!: string | null;
  @ApiProperty({ ...textOrNull, description: 'As the list has it; null where the list has nobody, or once it is deleted' }) listName!: string | null;
  @ApiProperty(dayOrNull) listBirthDate!: string | null;
  @ApiProperty({ ...textOrNull, description: 'Masked' }) listIdNo!: string | null;
  @ApiProperty({ enum: careDecisions, nullable: true, type: 'string' }) decision!: string | null;
  @ApiProperty(textOrNull) decisionText!: string | null;
  @ApiProperty(textOrNull) reason!: string | null;
  @ApiProperty({ ...textOrNull, format: 'date-time' }) decidedAt!: string | null;
  @ApiProperty(textOrNull) decidedBy!: string | null;

  static from(row: FindingRow): CareFindingResponse {
    return {
      id: formatCaseId(row.county_code, row.id), kind: row.kind, kindText: careFindingLabels[row.kind as CareFindingKind], villageCode: row.village_code,
      householdId: formatCaseId(row.county_code, row.household_id), memberId: formatCaseId(row.county_code, row.member_id), headName: row.head_name, name: row.member_name,
      birthDate: row.birth_date, idNo: row.id_no_masked, listName: row.list_name, listBirthDate: row.list_birth_date, listIdNo: row.list_id_no_masked,
      decision: row.decision, decisionText: row.decision === null ? null : careDecisionLabels[row.decision as CareDecision], reason: row.reason,
      decidedAt: row.decided_at?.toISOString() ?? null, decidedBy: row.decided_by_name,
    };
  }
}

export class CareFindingPage {
  @ApiProperty({ type: [CareFindingResponse] }) items!: CareFindingResponse[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
}
