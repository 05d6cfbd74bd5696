import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { holds, Permission } from '#domain';
import { ExportPreviewResponse, ExportResponse, ExportService, ExportSources } from '#households';
import { Allow, CurrentActor, type Actor } from '#platform';
import { EvidenceExportRequest, EvidencePreviewRequest, ExportSourceList, ExportSourceResponse } from './evidence-exports.dto.js';

@ApiTags('exports')
@Controller()
export class EvidenceExportsController {
  constructor(
    private readonly exports: ExportService,
    private readonly sources: ExportSources,
  ) {}

  @Get('export-sources')
  @Allow(Permission.ExportRun)
  @ApiOperation({ operationId: 'listExportSources', summary: 'What the role can export' })
  @ApiOkResponse({ type: ExportSourceList })
  list(@CurrentActor() actor: Actor): ExportSourceList {
    return { items: this.sources.all().filter(({ permission, document, words }) => document === undefined && words === undefined && holds(actor.role, permission)).map(ExportSourceResponse.from) };
  }

  @Post('evidence-exports/previews')
  @HttpCode(200)
  @Allow(Permission.ExportRun)
  @ApiOperation({ operationId: 'previewEvidence', summary: 'How many rows and which columns such a file would have; nothing is written' })
  @ApiOkResponse({ type: ExportPreviewResponse })
  @ApiUnprocessableEntityResponse()
  async preview(@Body() body: EvidencePreviewRequest): Promise<ExportPreviewResponse> {
    return ExportPreviewResponse.from(await this.exports.previewFrom(body));
  }

  @Post('evidence-exports')
  @HttpCode(202)
  @Allow(Permission.ExportRun)
  @ApiOperation({ operationId: 'exportEvidence', summary: 'Ask for a file of a question, of hits, matches, findings or of the log; it is one of GET /exports' })
  @ApiAcceptedResponse({ type: ExportResponse })
  @ApiUnprocessableEntityResponse()
  async request(@Body() body: EvidenceExportRequest): Promise<ExportResponse> {
    return ExportResponse.from(await this.exports.requestFrom(body));
  }
}
