import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { unmaskPurposeCodes } from '#households';

const formats = ['json', 'html'] as const;
export type FileFormat = (typeof formats)[number];

export class FileQuery {
  @ApiPropertyOptional({ enum: formats, default: 'json', description: '`html`: one page to be printed on A4' })
  @IsOptional() @IsIn(formats)
  format: FileFormat = 'json';
}

export class VillageFileParams {
  @ApiProperty({ pattern: '^[0-9]{12}$' })
  @Matches(/^[0-9]{12}$/)
  code!: string;
}

export class ClearFileRequest extends FileQuery {
  @ApiProperty({ enum: unmaskPurposeCodes })
  @IsIn(unmaskPurposeCodes)
  purposeCode!: string;

  @ApiProperty({ minLength: 5, maxLength: 200, description: 'What the file in clear is needed for; recorded with the name of who asked' })
  @IsString() @Length(5, 200)
  purpose!: string;
}

export class FileFieldResponse {
  @ApiProperty({ type: 'string' }) label!: string;
  @ApiProperty({ type: 'string' }) value!: string;
}

export class FileSectionResponse {
  @ApiProperty({ type: 'string' }) title!: string;
  @ApiProperty({ type: [FileFieldResponse] }) fields!: readonly FileFieldResponse[];
  @ApiProperty({ type: [String] }) columns!: readonly string[];
  @ApiProperty({ type: 'array', items: { type: 'array', items: { type: 'string' } } }) rows!: readonly (readonly string[])[];
  @ApiProperty({ type: 'string', nullable: true }) note!: string | null;
}

export class CareFileResponse {
  @ApiProperty({ enum: ['household', 'village'] }) kind!: string;
  @ApiProperty({ type: 'string' }) title!: string;
  @ApiProperty({ type: 'string' }) subject!: string;
  @ApiProperty({ type: 'string' }) place!: string;
  @ApiProperty({ type: 'string', format: 'date-time' }) printedAt!: string;
  @ApiProperty({ type: 'string' }) printedBy!: string;
  @ApiProperty({ type: 'boolean' }) masked!: boolean;
  @ApiProperty({ type: 'string', nullable: true }) purpose!: string | null;
  @ApiProperty({ type: [FileSectionResponse] }) sections!: readonly FileSectionResponse[];
}
