import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, CurrentActor, OwnTransaction, PageQuery, requestIdOf, type Actor, type HttpRequest } from '#platform';
import { CommitRequest, MappingRequest, UploadRequest } from './import.dto.js';
import { ImportPage, ImportResponse } from './import.response.js';
import { ImportService } from './import.service.js';
import { readUpload, yearField } from './read-upload.js';

@ApiTags('imports')
@Controller('imports')
export class ImportController {
  constructor(private readonly imports: ImportService) {}

  @Post()
  @Allow(Permission.ImportRun)
  @OwnTransaction()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: UploadRequest })
  @ApiOperation({ summary: 'Upload a workbook or CSV file; it is recognised and checked by a job, nothing is written' })
  @ApiCreatedResponse({ type: ImportResponse })
  async upload(@Req() request: FastifyRequest, @CurrentActor() actor: Actor): Promise<ImportResponse> {
    const upload = await readUpload(request);
    const requestId = requestIdOf(request as unknown as HttpRequest); // Fastify's request has what the platform looks at
    return ImportResponse.from(await this.imports.upload(actor, requestId, { ...upload, year: () => yearField(upload.field('year')) }));
  }

  @Get()
  @Allow(Permission.ImportRun)
  @ApiOperation({ summary: 'Batches of the territory, newest first' })
  @ApiOkResponse({ type: ImportPage })
  async list(@Query() query: PageQuery): Promise<ImportPage> {
    const page = await this.imports.list(query);
    return { items: page.items.map((row) => ImportResponse.from(row)), nextCursor: page.nextCursor };
  }

  @Get(':id')
  @Allow(Permission.ImportRun)
  @ApiOperation({ summary: 'State, progress and result of a batch' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: ImportResponse })
  async read(@Param('id', CaseIdPipe) id: CaseId): Promise<ImportResponse> {
    return ImportResponse.from(await this.imports.find(id));
  }

  @Post(':id/validate')
  @HttpCode(202)
  @Allow(Permission.ImportRun)
  @ApiOperation({ summary: 'Check the file again, corrected rows included' })
  @ApiParam({ name: 'id', type: String })
  @ApiAcceptedResponse({ type: ImportResponse })
  async validate(@Param('id', CaseIdPipe) id: CaseId): Promise<ImportResponse> {
    return ImportResponse.from(await this.imports.validate(id));
  }

  @Post(':id/mapping')
  @HttpCode(202)
  @Allow(Permission.ImportRun)
  @ApiOperation({ summary: 'Map headings by hand; kept for the next file of the layout' })
  @ApiParam({ name: 'id', type: String })
  @ApiAcceptedResponse({ type: ImportResponse })
  async map(@Param('id', CaseIdPipe) id: CaseId, @Body() body: MappingRequest): Promise<ImportResponse> {
    return ImportResponse.from(await this.imports.map(id, body.mapping));
  }

  @Post(':id/commit')
  @HttpCode(202)
  @Allow(Permission.ImportRun)
  @ApiOperation({ summary: 'Write the checked rows, all or only the good ones' })
  @ApiParam({ name: 'id', type: String })
  @ApiAcceptedResponse({ type: ImportResponse })
  async commit(@Param('id', CaseIdPipe) id: CaseId, @Body() body: CommitRequest): Promise<ImportResponse> {
    return ImportResponse.from(await this.imports.commit(id, body.mode));
  }

  @Post(':id/undo')
  @HttpCode(202)
  @Allow(Permission.ImportUndo)
  @ApiOperation({ summary: 'Take a batch back within 24 hours, while nobody has touched what it wrote' })
  @ApiParam({ name: 'id', type: String })
  @ApiAcceptedResponse({ type: ImportResponse })
  async undo(@Param('id', CaseIdPipe) id: CaseId): Promise<ImportResponse> {
    return ImportResponse.from(await this.imports.undo(id));
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Allow(Permission.ImportRun)
  @ApiOperation({ summary: 'Give a batch up; a running check or write stops and writes nothing' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: ImportResponse })
  async cancel(@Param('id', CaseIdPipe) id: CaseId): Promise<ImportResponse> {
    return ImportResponse.from(await this.imports.cancel(id));
  }
}
