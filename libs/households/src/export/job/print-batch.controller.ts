import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNotFoundResponse, ApiOperation, ApiProperty, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, Matches, MaxLength } from 'class-validator';
import { Permission } from '#domain';
import { Allow } from '#platform';
import { MOST_SHEETS } from '../sources/sheet-source.js';
import { ExportResponse } from './export.dto.js';
import { ExportService } from './export.service.js';

export class PrintBatchRequest {
  @ApiProperty({ type: 'string', pattern: '^[a-z][a-z_]{2,30}$', description: 'posters, announcements, case_forms, help_cards, household_files' })
  @Matches(/^[a-z][a-z_]{2,30}$/)
  sheet!: string;

  @ApiProperty({ type: [String], minItems: 1, maxItems: MOST_SHEETS, description: 'Notices, cases or households, in the order wanted' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_SHEETS)
  @ArrayUnique()
  @MaxLength(60, { each: true })
  ids!: string[];
}

@ApiTags('prints')
@Controller('prints')
export class PrintBatchController {
  constructor(private readonly exports: ExportService) {}

  @Post()
  @HttpCode(202)
  @Allow(Permission.ExportRun)
  @ApiOperation({ operationId: 'printBatch', summary: 'Many sheets in one PDF; it is one of GET /exports' })
  @ApiAcceptedResponse({ type: ExportResponse })
  @ApiNotFoundResponse()
  @ApiUnprocessableEntityResponse()
  async print(@Body() { sheet, ids }: PrintBatchRequest): Promise<ExportResponse> {
    return ExportResponse.from(await this.exports.requestFrom({ source: `print_${sheet}`, params: { ids }, format: 'pdf' }));
  }
}
