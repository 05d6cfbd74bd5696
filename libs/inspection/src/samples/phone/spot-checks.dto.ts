import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches } from 'class-validator';
import { formatCaseId, parseCaseId, problem, type CaseId } from '#domain';
import { APP_VERSION, CASE_ID } from '#sync';
import type { SettledRow } from '../refused/refused.queries.js';
import { SettledSpotCheck } from '../refused/refused-work.dto.js';
import { SampleTaskForm, SpotCheckDifference, SpotCheckResponse } from '../tasks.dto.js';
import type { SpotCheck } from './spot-check-reader.js';

export class SpotChecksQuery {
  @ApiProperty({ pattern: CASE_ID })
  @IsString() @Matches(new RegExp(CASE_ID))
  device!: string;

  @ApiPropertyOptional({ pattern: APP_VERSION })
  @IsOptional() @IsString() @Matches(new RegExp(APP_VERSION))
  appVersion?: string;

  /** @throws `not-found` */
  static toQuestion({ device, appVersion }: SpotChecksQuery): { device: CaseId; appVersion?: string } {
    const id = parseCaseId(device);
    if (!id) throw problem('not-found');
    return { device: id, appVersion };
  }
}

/** What came of an answer: where it and the record part. The record itself stays where it is. */
export class SpotCheckOutcome {
  @ApiProperty({ type: 'string' }) id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: 'string', format: 'date-time', description: 'Time of the server' }) savedAt!: string;
  @ApiProperty({ type: 'string', nullable: true, description: 'Why it was given anew' }) reason!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'My own answers, to be corrected from' }) answers!: object;
  @ApiProperty({ type: [SpotCheckDifference] }) differences!: SpotCheckDifference[];
}

export class SpotCheckOnPhone extends SampleTaskForm {
  @ApiProperty({ type: 'string', description: 'Sample that it belongs to' }) sampleId!: string;
  @ApiProperty({ type: SpotCheckOutcome, nullable: true, description: 'Null before the answers are in: the form is blind' }) outcome!: SpotCheckOutcome | null;

  static onPhone({ task, attempts, shown }: SpotCheck): SpotCheckOnPhone {
    const form = { ...SampleTaskForm.of({ task, attempts }), sampleId: formatCaseId(task.sample_county, task.sample_id) };
    if (!shown) return { ...form, outcome: null };
    const { id, version, savedAt, reason, answers, differences } = SpotCheckResponse.from(shown);
    return { ...form, outcome: { id, version, savedAt, reason, answers, differences } };
  }
}

export class SpotCheckPack {
  @ApiProperty({ type: 'string', format: 'date-time' }) serverTime!: string;
  @ApiProperty({ type: [SpotCheckOnPhone], description: 'In the order of the list of each sample' }) items!: SpotCheckOnPhone[];

  @ApiProperty({ type: [SettledSpotCheck], description: 'What became of refused work that I sent, the newest first' }) settled!: SettledSpotCheck[];

  static of(now: Date, checks: readonly SpotCheck[], settled: readonly SettledRow[]): SpotCheckPack {
    return { serverTime: now.toISOString(), items: checks.map((check) => SpotCheckOnPhone.onPhone(check)), settled: settled.map((row) => SettledSpotCheck.from(row)) };
  }
}
