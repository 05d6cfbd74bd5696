import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, LogRead, PageQuery } from '#platform';
import { fileResponse, XLSX_TYPE } from '../files/file-response.js';
import { ExportPage, ExportRequest, ExportResponse } from './export.dto.js';
import { ExportService } from './export.service.js';

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

  @Get()
  @Allow(Permission.ExportRun)
  @ApiOperation({ summary: 'Exports of the territory, newest first' })
  @ApiOkResponse({ type: ExportPage })
  async list(@Query() query: PageQuery): Promise<ExportPage> {
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

  @Get(':id/file')
  @Allow(Permission.ExportRun)
  @LogRead('export.file')
  @ApiOperation({ summary: 'The file; each download is recorded' })
  @ApiParam({ name: 'id', type: String })
  @ApiProduces(XLSX_TYPE, 'text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(@Param('id', CaseIdPipe) id: CaseId): Promise<StreamableFile> {
    const { row, file } = await this.exports.download(id);
    return fileResponse(file, { name: `导出-${row.layout}-${row.year}.${row.format}`, format: row.format });
  }
}
