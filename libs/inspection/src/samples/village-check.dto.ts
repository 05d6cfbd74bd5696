import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, ValidateIf, ValidateNested } from 'class-validator';
import { villageCheckStates, type VillageCheckState } from '#domain';
import type { AnswerInput } from './sample-tasks.service.js';

const MOST_FEN = 100_000_000_000;
const textOrNull = { type: 'string', nullable: true } as const;
const given = (_: object, value: unknown): boolean => value !== null && value !== undefined;
const seen = (description: string) => ({ enum: [...villageCheckStates], description }) as const;

export class VillageCheckSeen {
  @ApiProperty(seen('硬化路')) @IsIn(villageCheckStates) hardened_road!: VillageCheckState;
  @ApiProperty(seen('生产用电')) @IsIn(villageCheckStates) production_power!: VillageCheckState;
  @ApiProperty(seen('安全饮水覆盖')) @IsIn(villageCheckStates) safe_water_covered!: VillageCheckState;
  @ApiProperty(seen('标准化卫生室')) @IsIn(villageCheckStates) clinic!: VillageCheckState;
  @ApiProperty(seen('合格村医')) @IsIn(villageCheckStates) village_doctor!: VillageCheckState;
  @ApiProperty(seen('文化活动室')) @IsIn(villageCheckStates) culture_room!: VillageCheckState;
  @ApiProperty(seen('广播电视')) @IsIn(villageCheckStates) broadcasting!: VillageCheckState;
  @ApiProperty(seen('宽带网络')) @IsIn(villageCheckStates) broadband!: VillageCheckState;
  @ApiProperty(seen('合作社')) @IsIn(villageCheckStates) cooperative!: VillageCheckState;
}

/** What is seen in a village of a sample of villages. */
export class VillageCheckRequest {
  @ApiProperty({ type: 'string', format: 'uuid', description: 'Minted by the device; the same id and content again is the same answer' })
  @IsUUID()
  id!: string;

  @ApiProperty({ type: VillageCheckSeen })
  @IsObject() @ValidateNested() @Type(() => VillageCheckSeen)
  village!: VillageCheckSeen;

  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 0, maximum: MOST_FEN, description: '集体经济收入, of the year, fen; null where there was no answer' })
  @ValidateIf(given) @IsInt() @Min(0) @Max(MOST_FEN)
  collectiveIncomeFen?: number | null;

  @ApiPropertyOptional({ ...textOrNull, maxLength: 1_000 })
  @IsOptional() @IsString() @MaxLength(1_000) @Matches(/^[^\0]*$/)
  note?: string | null;

  @ApiPropertyOptional({ type: [String], items: { type: 'string', format: 'uuid' }, description: 'Photographs, never required' })
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ArrayUnique() @IsUUID(undefined, { each: true })
  attachmentIds?: string[];

  @ApiPropertyOptional({ ...textOrNull, maxLength: 300, description: 'Why it is answered anew' })
  @IsOptional() @IsString() @Length(2, 300) @Matches(/^[^\0]*\S[^\0]*$/)
  reason?: string | null;

  /** As it is kept: every field present, so that equal answers are equal content. */
  static toInput({ id, village, collectiveIncomeFen = null, note = null, attachmentIds = [], reason = null }: VillageCheckRequest): AnswerInput {
    const { hardened_road, production_power, safe_water_covered, clinic, village_doctor, culture_room, broadcasting, broadband, cooperative } = village;
    return {
      id, reason,
      answers: { village: { hardened_road, production_power, safe_water_covered, clinic, village_doctor, culture_room, broadcasting, broadband, cooperative }, collectiveIncomeFen, note, attachmentIds },
    };
  }
}
