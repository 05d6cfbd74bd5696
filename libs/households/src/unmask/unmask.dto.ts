import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { unmaskPurposeCodes } from './purposes.js';

export class UnmaskBody {
  @ApiProperty({ type: [String], example: ['phone'], description: 'Keys of masked fields: phone, bankAccountNo of the household; idNo, phone, disabilityCertNo of a member' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  fields!: string[];

  @ApiPropertyOptional({ description: 'The fields are those of this member' })
  @IsOptional()
  @IsString()
  @Matches(/^[0-9]{6}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  memberId?: string;

  @ApiPropertyOptional({ enum: unmaskPurposeCodes, default: 'OTHER' })
  @IsOptional()
  @IsIn(unmaskPurposeCodes)
  purposeCode?: string;

  @ApiProperty({ minLength: 5, maxLength: 200, description: 'What the value is needed for; recorded with the name of who asked' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  purpose!: string;
}

export class UnmaskResponse {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string', nullable: true }, description: 'Values in clear by field key' })
  values!: Record<string, string | null>;
}

export class DialBody {
  @ApiPropertyOptional({ description: 'Whose number; without it the number of the household' })
  @IsOptional()
  @IsString()
  @Matches(/^[0-9]{6}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  memberId?: string;
}

export class DialResponse {
  @ApiProperty({ type: 'string', nullable: true, description: 'The number in clear, to be called and not kept; null where none is recorded' }) phone!: string | null;
}
