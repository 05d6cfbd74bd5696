import { Body, Controller, Get, Param, Patch, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, CurrentActor, LogRead, OwnTransaction, requestIdOf, type Actor, type HttpRequest } from '#platform';
import { fileResponse, XLSX_TYPE } from '../../export/files/file-response.js';
import { ErrorFileService } from '../report/error-file.js';
import { ErrorFileQuery, RowCorrection, ImportRowsQuery } from './import.dto.js';
import { ImportRowPage, ImportRowResponse } from './import-row.response.js';
import { ImportRowsService } from './import-rows.service.js';
import { RowNumberPipe } from './row-number.pipe.js';

@ApiTags('imports')
@Controller('imports/:id')
export class ImportRowsController {
  constructor(
    private readonly rows: ImportRowsService,
    private readonly errors: ErrorFileService,
  ) {}

  @Get('rows')
  @Allow(Permission.ImportRun)
  @LogRead('import.rows')
  @ApiOperation({ summary: 'Rows that need a person: refused ones and corrected ones, with the reason of each cell' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: ImportRowPage })
  async list(@Param('id', CaseIdPipe) id: CaseId, @Query() query: ImportRowsQuery): Promise<ImportRowPage> {
    const page = await this.rows.list(id, query);
    return { items: page.items.map((row) => ImportRowResponse.from(row)), nextCursor: page.nextCursor };
  }

  @Patch('rows/:n')
  @Allow(Permission.ImportRun)
  @ApiOperation({ summary: 'Correct cells of a row; its household is judged again, all its rows are answered' })
  @ApiParam({ name: 'id', type: String })
  @ApiParam({ name: 'n', type: 'integer', description: 'Row as the spreadsheet numbers it' })
  @ApiOkResponse({ type: [ImportRowResponse] })
  async correct(@Param('id', CaseIdPipe) id: CaseId, @Param('n', RowNumberPipe) n: number, @Body() body: RowCorrection): Promise<ImportRowResponse[]> {
    return (await this.rows.correct(id, n, body.cells)).map((row) => ImportRowResponse.from(row));
  }

  @Get('error-file')
  @Allow(Permission.ImportRun)
  @OwnTransaction()
  @ApiOperation({ summary: 'The same file with the bad cells marked and the reasons in words' })
  @ApiParam({ name: 'id', type: String })
  @ApiProduces(XLSX_TYPE, 'text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async errorFile(@Param('id', CaseIdPipe) id: CaseId, @Query() query: ErrorFileQuery, @Req() request: FastifyRequest, @CurrentActor() actor: Actor): Promise<StreamableFile> {
    const requestId = requestIdOf(request as unknown as HttpRequest); // Fastify's request has what the platform looks at
    const { file, name, format } = await this.errors.open(actor, requestId, id, query.rows === 'bad');
    return fileResponse(file, { name, format });
  }
}
