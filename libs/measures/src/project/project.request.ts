import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { projectDecisions, projectStatuses, type ProjectDecision } from '#domain';
import { CaseIdField, ClientIdField, DayField, DivisionField, FenField, HelpListQuery, TextField, VersionField, YearField, YearQuery } from '../shared/help.dto.js';
import type { PlainProjectAction } from './project-input.js';

export const categories = ['INDUSTRY', 'RELOCATION', 'EMPLOYMENT', 'EDUCATION', 'HEALTH', 'SOCIAL_SECURITY', 'ECOLOGY', 'FINANCE', 'HOUSING', 'WATER', 'INFRASTRUCTURE', 'SOCIAL', 'OTHER'] as const;
export const natures = ['CONSTRUCTION', 'HOUSEHOLD_SUBSIDY', 'SHARES', 'OTHER'] as const;
const plainActions = [
  'demonstrate', 'open_entry_notice', 'close_entry_notice', 'contract', 'start', 'complete', 'open_completion_notice', 'close_completion_notice', 'cancel',
] as const satisfies readonly PlainProjectAction[];
const villagePattern = /^[0-9]{12}$/;

/** A list of short texts: names of persons, references of papers. */
const TextsField = (description: string): PropertyDecorator => (target, key) => {
  for (const decorate of [
    ApiPropertyOptional({ type: [String], maxItems: 30, description }), IsOptional(), IsArray(), ArrayMaxSize(30), IsString({ each: true }), MaxLength(100, { each: true }), Matches(/^[^\0]+$/, { each: true }),
  ]) decorate(target, key);
};

export class ProjectListQuery extends HelpListQuery {
  @YearQuery() year?: number;

  @ApiPropertyOptional({ enum: projectStatuses })
  @IsOptional()
  @IsIn(projectStatuses)
  status?: string;
}

export class BudgetLineRequest {
  @CaseIdField({ description: 'Fund of the same county' }) fundId!: string;
  @FenField() amountFen!: number;
}

export class BeneficiaryRequest {
  @CaseIdField({ optional: true, description: 'Household; or the village as a whole' }) householdId?: string;

  @ApiPropertyOptional({ type: 'string', pattern: villagePattern.source })
  @IsOptional()
  @IsString()
  @Matches(villagePattern)
  villageCode?: string;

  @TextField({ optional: true, max: 200 }) benefit?: string;
}

export class NewProjectRequest {
  @ClientIdField() id?: string;
  @DivisionField({ description: 'Village, township or county that proposes' }) division!: string;
  @TextField({ max: 40 }) code!: string;
  @TextField({ max: 100 }) name!: string;

  @ApiProperty({ enum: categories })
  @IsIn(categories)
  category!: string;

  @YearField() year!: number;
  @TextField({ max: 2000 }) content!: string;

  @ApiProperty({ enum: natures })
  @IsIn(natures)
  nature!: string;

  @FenField() estimateFen!: number;

  @ApiPropertyOptional({ type: () => [BudgetLineRequest], maxItems: 20 })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => BudgetLineRequest)
  budget?: BudgetLineRequest[];

  @ApiPropertyOptional({ type: () => [BeneficiaryRequest], maxItems: 2000 })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => BeneficiaryRequest)
  beneficiaries?: BeneficiaryRequest[];
}

export class ProjectChangeRequest {
  @VersionField() version?: number;
  @TextField({ optional: true, max: 100 }) name?: string;
  @TextField({ optional: true, max: 2000 }) content?: string;
  @FenField({ optional: true }) estimateFen?: number;

  @ApiPropertyOptional({ enum: categories })
  @IsOptional()
  @IsIn(categories)
  category?: string;

  @ApiPropertyOptional({ enum: natures })
  @IsOptional()
  @IsIn(natures)
  nature?: string;

  @ApiPropertyOptional({ type: () => [BudgetLineRequest], maxItems: 20, description: 'Replaces the budget' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => BudgetLineRequest)
  budget?: BudgetLineRequest[];

  @ApiPropertyOptional({ type: () => [BeneficiaryRequest], maxItems: 2000, description: 'Replaces the list' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => BeneficiaryRequest)
  beneficiaries?: BeneficiaryRequest[];
}

export class ProjectActionRequest {
  @ApiProperty({ enum: plainActions })
  @IsIn(plainActions)
  action!: PlainProjectAction;

  @VersionField() version?: number;
  @DayField({ optional: true, description: 'Day of the step; today without it' }) on?: string;
  @TextField({ optional: true, max: 1000, description: 'Of the demonstration' }) opinion?: string;
  @TextsField('Experts of the demonstration') persons?: string[];
  @TextField({ optional: true, max: 200, description: 'Where a notice hangs' }) place?: string;
  @TextField({ optional: true, max: 60 }) contractNo?: string;
  @TextField({ optional: true, max: 100 }) contractor?: string;
  @FenField({ optional: true }) contractFen?: number;
  @DayField({ optional: true }) contractFrom?: string;
  @DayField({ optional: true }) contractTo?: string;
  @TextField({ optional: true, description: 'Of a cancellation' }) reason?: string;
}

export class ProjectDecisionRequest {
  @ApiProperty({ enum: projectDecisions })
  @IsIn(projectDecisions)
  decision!: ProjectDecision;

  @VersionField() version?: number;
  @DayField({ optional: true }) on?: string;
  @TextField({ max: 1000 }) opinion!: string;
  @TextsField('Who inspected and accepted') persons?: string[];
}

export class NewExpenseRequest {
  @ClientIdField() id?: string;
  @CaseIdField() fundId!: string;
  @FenField() amountFen!: number;
  @DayField() paidOn!: string;
  @TextField({ max: 100 }) payee!: string;
  @TextField({ max: 60 }) category!: string;
  @TextField({ optional: true, max: 60, description: 'One invoice is claimed once in a county' }) invoiceNo?: string;
}

export class ProgressRequest {
  @ClientIdField() id?: string;
  @VersionField() version?: number;
  @DayField() reportedOn!: string;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 100 })
  @IsInt()
  @Min(0)
  @Max(100)
  percent!: number;

  @TextField({ max: 1000 }) note!: string;
  @TextsField('References of photos and papers') evidence?: string[];
}

export class ReversalRequest {
  @TextField({ max: 300, description: 'Why it is taken back' }) reason!: string;
}
