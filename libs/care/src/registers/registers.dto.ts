import { ApiProperty } from '@nestjs/swagger';
import { CARE_CATALOGUE, careDutyLabels, describeRule, type LocalText, type ParameterValues } from '#domain';
import type { CareDuty } from './register-reader.js';
import type { CareRegisterRow } from './register.queries.js';

const textOrNull = { type: 'string', nullable: true } as const;

export class CareText implements LocalText {
  @ApiProperty({ type: 'string' }) zh!: string;
  @ApiProperty({ type: 'string' }) en!: string;
}

export class CareDutyResponse {
  @ApiProperty({ type: 'integer', nullable: true, description: 'Days between contacts; null as long as nobody has set them' }) everyDays!: number | null;
  @ApiProperty({ ...textOrNull, description: 'Who looks in; null as long as nobody has set it' }) by!: string | null;
  @ApiProperty(textOrNull) byText!: string | null;
  @ApiProperty({ ...textOrNull, description: 'The document that the interval comes from' }) source!: string | null;

  static from(duty: CareDuty | undefined): CareDutyResponse {
    return { everyDays: duty?.everyDays ?? null, by: duty?.by ?? null, byText: duty?.by ? careDutyLabels[duty.by] : null, source: duty?.source ?? null };
  }
}

export class CareRegisterResponse {
  @ApiProperty({ type: 'string', example: 'left_behind_child' }) code!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ enum: ['member', 'household'] }) level!: string;
  @ApiProperty({ type: CareText }) name!: CareText;
  @ApiProperty({ type: CareText }) description!: CareText;
  @ApiProperty({ type: CareText, description: 'The definition read out as one sentence, with the ages that hold today' }) sentence!: CareText;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The definition in the rule language' }) rule!: Record<string, unknown>;
  @ApiProperty({ ...textOrNull, description: 'Document that asks for the register' }) sourceDocument!: string | null;
  @ApiProperty({ type: CareText }) sourceNote!: CareText;
  @ApiProperty({ ...textOrNull, description: "The department's list that it is compared with, in Chinese" }) comparedWith!: string | null;
  @ApiProperty({ type: 'string', format: 'date' }) effectiveFrom!: string;
  @ApiProperty({ type: CareDutyResponse }) duty!: CareDutyResponse;

  static from(row: CareRegisterRow, duty: CareDuty | undefined, parameters: ParameterValues): CareRegisterResponse {
    return {
      code: row.code, version: row.version, level: row.level, name: row.name, description: row.description,
      sentence: describeRule(row.expression, { catalogue: CARE_CATALOGUE, level: row.level, parameters }),
      rule: { ...row.expression }, sourceDocument: row.source.document, sourceNote: row.source.note, comparedWith: row.list_name?.zh ?? null,
      effectiveFrom: row.valid_from, duty: CareDutyResponse.from(duty),
    };
  }
}
