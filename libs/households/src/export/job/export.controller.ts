import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, LogRead } from '#platform';
import { fileResponse, fileTypes } from '../files/file-response.js';
import { ExportDecision, ExportPage, ExportPreviewResponse, ExportQuery, ExportRequest, ExportResponse } from './export.dto.js';
import { ExportService } from './export.service.js';
import type { ExportJobRow } from './export-job.queries.js';

@ApiTags('exports')
@Controller('exports')
export class ExportController {
  constructor(private readonly exports: ExportService) {}

  @Post()
  @HttpCode(202)
  @Allow(Permission.ExportRun)
  @ApiOperation({ summary: 'Ask for a file in the national column order; masked unless permission and purpose say otherwise' })
  @ApiAcceptedResponse({ type: ExportResponse })
  async request(@Body() body: ExportRequest): Promise<ExportResponse> {
    return ExportResponse.from(await this.exports.request(body));
  }

  @Post('previews')
  @HttpCode(200)
  @Allow(Permission.ExportRun)
  @ApiOperation({ operationId: 'previewExport', summary: 'How many rows such a file would have; nothing is written' })
  @ApiOkResponse({ type: ExportPreviewResponse })
  async preview(@Body() body: ExportRequest): Promise<ExportPreviewResponse> {
    return ExportPreviewResponse.from(await this.exports.preview(body));
  }

  @Get()
  @Allow(Permission.ExportRun)
  @ApiOperation({ summary: 'Exports of the territory, newest first' })
  @ApiOkResponse({ type: ExportPage })
  async list(@Query() query: ExportQuery): Promise<ExportPage> {
    const page = await this.exports.list(query);
    return { items: page.items.map((row) => ExportResponse.from(row)), nextCursor: page.nextCursor };
  }

  @Get(':id')
  @Allow(Permission.ExportRun)
  @ApiOperation({ summary: 'State of an export' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: ExportResponse })
  async read(@Param('id', CaseIdPipe) id: CaseId): Promise<ExportResponse> {
    return ExportResponse.from(await this.exports.find(id));
  }

  @Post(':id/decision')
  @HttpCode(200)
  @Allow(Permission.ExportApprove)
  @ApiOperation({ operationId: 'decideExport', summary: 'A second person agrees to a large export in clear, or does not' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: ExportResponse })
  async decide(@Param('id', CaseIdPipe) id: CaseId, @Body() body: ExportDecision): Promise<ExportResponse> {
    return ExportResponse.from(await this.exports.decide(id, body));
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Allow(Permission.ExportRun)
  @ApiOperation({ operationId: 'cancelExport', summary: 'Give up an export that is not done' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: ExportResponse })
  async cancel(@Param('id', CaseIdPipe) id: CaseId): Promise<ExportResponse> {
    return ExportResponse.from(await this.exports.cancel(id));
  }

  @Get(':id/file')
  @Allow(Permission.ExportRun)
  @LogRead('export.file')
  @ApiOperation({ summary: 'The file; each download is recorded' })
  @ApiParam({ name: 'id', type: String })
  @ApiProduces(...Object.values(fileTypes))
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(@Param('id', CaseIdPipe) id: CaseId): Promise<StreamableFile> {
    const { row, file } = await this.exports.download(id);
    return fileResponse(file, { name: `${nameOf(row)}.${row.format}`, format: row.format });
  }
}

const fileKinds: Readonly<Partial<Record<string, string>>> = { pdf: '打印', docx: '简报' };

function nameOf({ layout, year, format, source, params, id }: ExportJobRow): string {
  if (layout !== null) return `导出-${layout}-${year}`;
  const title = format === 'docx' ? params['title'] : source;
  return `${fileKinds[format] ?? '导出'}-${typeof title === 'string' ? title : source}-${id.slice(-8)}`;
}
