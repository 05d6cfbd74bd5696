import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, CurrentActor, LogRead, OwnTransaction, type Actor } from '#platform';
import { DossierQuery } from '../dossier/dossier.dto.js';
import { DossierService } from '../dossier/dossier.service.js';
import { BatchSamples } from './batch-sample.js';
import { CaseBatch } from './case-batch.js';
import { CaseBoxes } from './case-boxes.js';
import { CaseDetailResponse } from './case-detail.dto.js';
import { CaseEngine } from './case-engine.js';
import { CaseListQuery, CasePage, CaseStateResponse } from './case-list.dto.js';
import { CaseReader } from './case-reader.js';
import { CaseStarter } from './case-starter.js';
import { AssigneeResponse, BatchAgreeRequest, BatchResponse, BatchSampleRequest, BatchSampleResponse, CaseActionRequest, ObjectionRequest, SettleObjectionRequest, StartCaseRequest } from './cases.dto.js';

@ApiTags('cases')
@Controller('cases')
export class CasesController {
  constructor(
    private readonly engine: CaseEngine,
    private readonly starter: CaseStarter,
    private readonly boxes: CaseBoxes,
    private readonly reader: CaseReader,
    private readonly batches: CaseBatch,
    private readonly samples: BatchSamples,
    private readonly dossiers: DossierService,
  ) {}

  @Get()
  @Allow(Permission.CaseRead)
  @ApiOperation({ operationId: 'listCases', summary: 'Cases that wait for me, that I started, that I did, of a household, or of the territory' })
  @ApiOkResponse({ type: CasePage })
  list(@Query() query: CaseListQuery): Promise<CasePage> {
    return this.boxes.list(query);
  }

  @Post()
  @Allow(Permission.CaseStart)
  @ApiOperation({ operationId: 'startCase', summary: 'Open a case about a household, a village or a county' })
  @ApiCreatedResponse({ type: CaseStateResponse })
  async start(@Body() body: StartCaseRequest): Promise<CaseStateResponse> {
    return CaseStateResponse.from(await this.starter.start(body));
  }

  @Post('batch')
  @Allow(Permission.CaseSubmit)
  @OwnTransaction()
  @HttpCode(200)
  @ApiOperation({ operationId: 'agreeToCases', summary: 'Agree to several cases, or post or close their notices, each by itself' })
  @ApiOkResponse({ type: BatchResponse })
  batch(@CurrentActor() actor: Actor, @Body() body: BatchAgreeRequest): Promise<BatchResponse> {
    return this.batches.act(actor, body);
  }

  @Post('batch/sample')
  @Allow(Permission.CaseSubmit)
  @HttpCode(200)
  @ApiOperation({ operationId: 'sampleBatch', summary: 'Which cases of a batch must be opened first, and which of them I have opened' })
  @ApiOkResponse({ type: BatchSampleResponse })
  async sample(@Body() { items }: BatchSampleRequest): Promise<BatchSampleResponse> {
    const { sampled, opened } = await this.samples.draw(items);
    return { sampled: [...sampled], opened: [...opened] };
  }

  @Get(':id')
  @Allow(Permission.CaseRead)
  @LogRead('case.detail')
  @ApiOperation({ operationId: 'readCase', summary: 'A case with steps, log, papers, notices, objections, verified facts and what I may do' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: CaseDetailResponse })
  read(@Param('id', CaseIdPipe) id: CaseId): Promise<CaseDetailResponse> {
    return this.reader.detail(id);
  }

  @Post(':id/actions')
  @Allow(Permission.CaseSubmit)
  @HttpCode(200)
  @ApiOperation({ operationId: 'actOnCase', summary: 'Take an action; 409 with both versions when someone was faster' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: CaseStateResponse })
  async act(@Param('id', CaseIdPipe) id: CaseId, @Body() body: CaseActionRequest): Promise<CaseStateResponse> {
    return CaseStateResponse.from(await this.engine.act(id, body));
  }

  @Get(':id/assignees')
  @Allow(Permission.CaseSubmit)
  @ApiOperation({ operationId: 'listAssignees', summary: 'Colleagues to whom the current step can be handed over' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: [AssigneeResponse] })
  async assignees(@Param('id', CaseIdPipe) id: CaseId): Promise<AssigneeResponse[]> {
    return (await this.reader.assignees(id)).map((row) => AssigneeResponse.from(row));
  }

  @Post(':id/objections')
  @Allow(Permission.ObjectionFile)
  @ApiOperation({ operationId: 'fileObjection', summary: 'Record an objection; the clock of the notice stops' })
  @ApiParam({ name: 'id', type: String })
  @ApiCreatedResponse({ type: CaseStateResponse })
  async object(@Param('id', CaseIdPipe) id: CaseId, @Body() body: ObjectionRequest): Promise<CaseStateResponse> {
    return CaseStateResponse.from(await this.engine.act(id, { action: 'object', expectedVersion: null, ...body }));
  }

  @Get(':id/dossier')
  @Allow(Permission.DossierRead)
  @LogRead('case.dossier')
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiOperation({ operationId: 'readDossier', summary: 'The sealed dossier, byte by byte; verify it offline with `bangfu dossier verify`' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ schema: { type: 'object', properties: { content: { type: 'object' }, sections: { type: 'object' }, sha256: { type: 'string' } } } })
  async dossier(@Param('id', CaseIdPipe) id: CaseId, @Query() query: DossierQuery): Promise<string> {
    return (await this.dossiers.file(id, query.sequence ?? null)).body;
  }
}

@ApiTags('cases')
@Controller('objections')
export class ObjectionsController {
  constructor(
    private readonly engine: CaseEngine,
    private readonly reader: CaseReader,
  ) {}

  @Post(':id/settle')
  @Allow(Permission.ObjectionSettle)
  @HttpCode(200)
  @ApiOperation({ operationId: 'settleObjection', summary: 'Settle an objection: the notice runs on, the case goes back, or it ends' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: CaseStateResponse })
  async settle(@Param('id', CaseIdPipe) id: CaseId, @Body() body: SettleObjectionRequest): Promise<CaseStateResponse> {
    const settlement = { objectionId: id.id, ...body };
    return CaseStateResponse.from(await this.engine.act(await this.reader.caseOfObjection(id), { action: 'settle_objection', expectedVersion: null, settlement }));
  }
}
