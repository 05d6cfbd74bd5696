import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsObject, IsOptional } from 'class-validator';
import { PageQuery } from '#platform';

export class UploadRequest {
  @ApiProperty({ type: 'string', format: 'binary', description: '.xlsx or .csv (UTF-8, UTF-8 with BOM, GBK)' })
  file!: unknown;

  @ApiPropertyOptional({ type: 'integer', description: 'Year of rows that name none; this year without it' })
  year?: number;
}

export class CommitRequest {
  @ApiProperty({ enum: ['all', 'good'], description: 'all: nothing is written when a row is refused; good: the good rows only' })
  @IsIn(['all', 'good'])
  mode!: 'all' | 'good';
}

export class MappingRequest {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: 'Heading as in the file → target such as household.phone, virtual.villageName or ignore', example: { 去年的羊: 'householdYear.livestockSheep' } })
  @IsObject()
  mapping!: Record<string, string>;
}

export class ImportRowsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['rejected', 'created', 'updated', 'unchanged'] })
  @IsOptional()
  @IsIn(['rejected', 'created', 'updated', 'unchanged'])
  state?: 'rejected' | 'created' | 'updated' | 'unchanged';
}

export class RowCorrection {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: 'Column from 0 → new text of the cell', example: { '7': '150221199003071234' } })
  @IsObject()
  cells!: Record<string, string>;
}

export class ErrorFileQuery {
  @ApiPropertyOptional({ enum: ['all', 'bad'], default: 'all', description: 'bad: only the rows that need a person' })
  @IsOptional()
  @IsIn(['all', 'bad'])
  rows?: 'all' | 'bad';
}

export class TemplateQuery {
  @ApiPropertyOptional({ enum: ['household', 'person'], description: 'H-E has two sheets' })
  @IsOptional()
  @IsIn(['household', 'person'])
  sheet?: 'household' | 'person';
}
