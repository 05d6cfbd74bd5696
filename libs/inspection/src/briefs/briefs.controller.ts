import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiForbiddenResponse, ApiNotFoundResponse, ApiOperation, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { Permission } from '#domain';
import { ExportResponse, ExportService } from '#households';
import { Allow } from '#platform';
import { BRIEF } from './brief-source.js';
import { BriefRequest } from './briefs.dto.js';

@ApiTags('questions')
@Controller('questions/briefs')
export class BriefsController {
  constructor(private readonly exports: ExportService) {}

  @Post()
  @HttpCode(202)
  @Allow(Permission.ExportRun)
  @ApiOperation({ operationId: 'requestBrief', summary: 'A text document from frozen answers, small cells hidden; it is one of GET /exports' })
  @ApiAcceptedResponse({ type: ExportResponse })
  @ApiNotFoundResponse()
  @ApiForbiddenResponse()
  @ApiUnprocessableEntityResponse()
  async request(@Body() { purpose, ...params }: BriefRequest): Promise<ExportResponse> {
    return ExportResponse.from(await this.exports.requestFrom({ source: BRIEF, params: { ...params }, format: 'docx', purpose }));
  }
}
