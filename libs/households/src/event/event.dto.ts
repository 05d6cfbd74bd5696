import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { lifeEventKinds, type LifeEventKind } from '#domain';
import { NewMemberRequest } from '../household/household.dto.js';
import { HouseholdResponse } from '../household/household.response.js';

const CASE_ID = /^[0-9]{6}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const VILLAGE = /^[0-9]{12}$/;
const MAX_VERSION = 1_000_000;

export class RelationRequest {
  @ApiProperty({ description: 'Id of the member' })
  @IsString()
  @Matches(CASE_ID)
  memberId!: string;

  @ApiProperty({ description: 'Code of relationToHead; 01 is the head' })
  @IsString()
  @MaxLength(40)
  relationToHead!: string;
}

/** Which parts are needed depends on the kind; see their descriptions. */
export class LifeEventRequest {
  @ApiProperty({ enum: lifeEventKinds })
  @IsIn(lifeEventKinds)
  kind!: LifeEventKind;

  @ApiProperty({ format: 'date', description: 'Today or earlier' })
  @IsString()
  @Matches(DAY)
  occurredOn!: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'Version of the household that was read; or as If-Match' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version?: number;

  @ApiPropertyOptional({ maxLength: 500 })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;

  @ApiPropertyOptional({ type: NewMemberRequest, description: 'Who joins: birth, marriage_in, move_in, adoption, return, omitted' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => NewMemberRequest)
  member?: NewMemberRequest;

  @ApiPropertyOptional({ type: [String], maxItems: 30, description: 'Who leaves (death, marriage_out, move_out …) or founds the new household (split)' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @Matches(CASE_ID, { each: true })
  memberIds?: string[];

  @ApiPropertyOptional({ type: [RelationRequest], maxItems: 60, description: 'Relations to the head that change with the event' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => RelationRequest)
  relations?: RelationRequest[];

  @ApiPropertyOptional({ pattern: VILLAGE.source, description: 'Where to: move_village; split, when the new household lives elsewhere in the county' })
  @IsOptional()
  @IsString()
  @Matches(VILLAGE)
  toVillageCode?: string;

  @ApiPropertyOptional({ description: 'Household that comes into this one: merge' })
  @IsOptional()
  @IsString()
  @Matches(CASE_ID)
  otherHouseholdId?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'Version of that household: merge' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  otherVersion?: number;

  @ApiPropertyOptional({ format: 'uuid', description: 'Id of the new household, minted by the caller: split' })
  @IsOptional()
  @IsUUID()
  newId?: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true, description: 'Fields in which the new household differs from the old one: split' })
  @IsOptional()
  @IsObject()
  values?: Record<string, unknown>;
}

export class TransferRequest {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'Version of the household that was read; or as If-Match' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version?: number;

  @ApiProperty({ format: 'date' })
  @IsString()
  @Matches(DAY)
  occurredOn!: string;

  @ApiProperty({ pattern: VILLAGE.source, description: 'Village of another county' })
  @IsString()
  @Matches(VILLAGE)
  toVillageCode!: string;

  @ApiPropertyOptional({ maxLength: 500 })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

export class LifeEventResponse {
  @ApiProperty({ type: HouseholdResponse, description: 'The household after the event' })
  household!: HouseholdResponse;

  @ApiProperty({ type: HouseholdResponse, nullable: true, description: 'The household that a split founded, a merger took in, or that goes on in the other county' })
  other!: HouseholdResponse | null;
}
