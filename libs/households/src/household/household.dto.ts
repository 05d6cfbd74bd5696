import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsObject, IsOptional, IsString, IsUUID, Matches, Max, Min, ValidateNested } from 'class-validator';

const valuesDoc = { type: 'object', additionalProperties: true, description: 'Recorded fields by key of GET /fields' } as const;

export class NewMemberRequest {
  @ApiPropertyOptional({ format: 'uuid', description: 'Minted by the caller' })
  @IsOptional()
  @IsUUID()
  id?: string;

  @ApiProperty({ ...valuesDoc, example: { name: '王小明', relationToHead: '01' } })
  @IsObject()
  values!: Record<string, unknown>;
}

export class NewHouseholdRequest {
  @ApiPropertyOptional({ format: 'uuid', description: 'Minted by the caller; the same id sent twice registers once' })
  @IsOptional()
  @IsUUID()
  id?: string;

  @ApiProperty({ pattern: '^[0-9]{12}$', example: '150221100201' })
  @IsString()
  @Matches(/^[0-9]{12}$/)
  villageCode!: string;

  @ApiProperty(valuesDoc)
  @IsObject()
  values!: Record<string, unknown>;

  @ApiProperty({ type: () => [NewMemberRequest], minItems: 1, maxItems: 30 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => NewMemberRequest)
  members!: NewMemberRequest[];
}

/** A correction: only the fields that change. */
export class CorrectionRequest {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'Version that was read; or as If-Match' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  version?: number;

  @ApiProperty(valuesDoc)
  @IsObject()
  values!: Record<string, unknown>;
}
