import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { formatCaseId } from '#domain';
import type { DecisionReplay, ReplayedVersion, ReplayReport, RuleReplay } from './replay.service.js';

const text = { type: 'string' } as const;
const textOrNull = { type: 'string', nullable: true } as const;
const verdicts = ['met', 'not_met', 'unproven'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class ReplayRequest {
  @ApiProperty({ type: 'string', pattern: '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$', description: 'Division in the territory' })
  @Matches(/^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$/)
  division!: string;

  @ApiPropertyOptional({ type: 'string', description: 'Code of a procedure; all without it' })
  @IsOptional()
  @Matches(/^[a-z][a-z_]{1,60}$/)
  pack?: string;

  @ApiPropertyOptional({ type: 'string', format: 'date' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  from?: string;

  @ApiPropertyOptional({ type: 'string', format: 'date' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  to?: string;

  @ApiPropertyOptional({ type: 'string', maxLength: 400, description: 'nextCursor of the answer before, when it did not look at all decisions' })
  @IsOptional()
  @IsString()
  @MaxLength(400)
  cursor?: string;
}

export class ReplayedVersionResponse {
  @ApiProperty({ type: 'integer', nullable: true }) version!: number | null;
  @ApiProperty(textOrNull) versionId!: string | null;
  @ApiProperty({ enum: verdicts }) verdict!: string;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description: 'Each condition with its actual and its required value' }) explanation!: unknown;

  static from(replayed: ReplayedVersion, whole: boolean): ReplayedVersionResponse {
    return { ...replayed, explanation: whole ? replayed.explanation : null };
  }
}

export class RuleReplayResponse {
  @ApiProperty(text) rule!: string;
  @ApiProperty(text) zh!: string;
  @ApiProperty(text) en!: string;
  @ApiProperty({ enum: verdicts, description: 'As it was recorded with the decision' }) recorded!: string;
  @ApiProperty({ type: ReplayedVersionResponse }) thatDay!: ReplayedVersionResponse;
  @ApiProperty({ type: ReplayedVersionResponse }) today!: ReplayedVersionResponse;
  @ApiProperty({ type: 'boolean' }) refusedThatDay!: boolean;
  @ApiProperty({ type: 'boolean' }) refusedToday!: boolean;

  static from({ name, thatDay, today, ...rest }: RuleReplay, whole: boolean): RuleReplayResponse {
    return { ...rest, ...name, thatDay: ReplayedVersionResponse.from(thatDay, whole), today: ReplayedVersionResponse.from(today, whole) };
  }
}

export class DecisionReplayResponse {
  @ApiProperty(text) caseId!: string;
  @ApiProperty(text) pack!: string;
  @ApiProperty(text) villageCode!: string;
  @ApiProperty(textOrNull) householdId!: string | null;
  @ApiProperty(textOrNull) headName!: string | null;
  @ApiProperty({ type: 'integer' }) year!: number;
  @ApiProperty({ enum: ['APPROVED', 'REFUSED'] }) outcome!: string;
  @ApiProperty({ type: 'string', format: 'date' }) decidedOn!: string;
  @ApiProperty({ type: 'boolean', description: 'The kept facts give what was recorded' }) agrees!: boolean;
  @ApiProperty({ type: 'boolean', description: 'The rules of today would decide otherwise' }) flips!: boolean;
  @ApiProperty({ type: [RuleReplayResponse], nullable: true, description: 'Null when the decision rests on no facts' }) rules!: RuleReplayResponse[] | null;

  /** Explanations are long; a list goes without them. */
  static from({ decision, agrees, flips, rules }: DecisionReplay, whole: boolean): DecisionReplayResponse {
    return {
      caseId: formatCaseId(decision.county_code, decision.case_id), pack: decision.pack_code, villageCode: decision.village_code,
      householdId: decision.household_id === null ? null : formatCaseId(decision.county_code, decision.household_id), headName: decision.head_name, year: decision.year,
      outcome: decision.outcome, decidedOn: decision.decided_on, agrees, flips, rules: rules?.map((rule) => RuleReplayResponse.from(rule, whole)) ?? null,
    };
  }
}

export class ReplayReportResponse {
  @ApiProperty({ type: 'integer', description: 'Decisions looked at' }) decisions!: number;
  @ApiProperty({ type: 'integer', description: 'Of them those that rest on no facts' }) withoutFacts!: number;
  @ApiProperty({ type: 'integer', description: 'Of them those whose kept facts do not give what was recorded' }) disagreeing!: number;
  @ApiProperty({ type: 'integer' }) flipping!: number;
  @ApiProperty({ type: [DecisionReplayResponse], description: 'Those that would come out otherwise, and those that disagree' }) items!: DecisionReplayResponse[];
  @ApiProperty({ ...textOrNull, description: 'Present when not all decisions were looked at' }) nextCursor!: string | null;

  static from({ flips, ...counts }: ReplayReport): ReplayReportResponse {
    return { ...counts, flipping: flips.filter((replay) => replay.flips).length, items: flips.map((replay) => DecisionReplayResponse.from(replay, false)) };
  }
}
