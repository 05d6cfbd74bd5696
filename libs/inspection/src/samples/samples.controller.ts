import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiForbiddenResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, CurrentActor, Db, LogRead, OwnTransaction, PageQuery, requestIdOf, type Actor, type HttpRequest } from '#platform';
import { SampleDrawing } from './sample-draw.service.js';
import { SampleReader } from './sample-reader.js';
import { SampleResults } from './sample-results.service.js';
import { SampleResultsResponse } from './results.responses.js';
import { sampleInput, SampleRequest, SampleStrataRequest, SampleVerifyRequest } from './samples.dto.js';
import { SampleFrameStrata, SampleLog, SamplePage, SampleRecheckResponse, SampleResponse, SampleUnitList, SampleUnitResponse, SampleEventResponse, SampleVerification } from './samples.responses.js';

/** A frame of the whole region is read within this time, or the answer says to narrow the question. */
const FRAME_MS = 15_000;

@ApiTags('samples')
@Controller('samples')
export class SamplesController {
  constructor(
    private readonly db: Db,
    private readonly drawing: SampleDrawing,
    private readonly samples: SampleReader,
    private readonly resultsOf: SampleResults,
  ) {}

  @Post()
  @Allow(Permission.SampleDraw)
  @OwnTransaction()
  @ApiOperation({ operationId: 'drawSample', summary: 'Draw a sample from the households of a question; the same seed and frame give the same list' })
  @ApiCreatedResponse({ type: SampleResponse })
  @ApiUnprocessableEntityResponse()
  draw(@Body() body: SampleRequest, @CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<SampleResponse> {
    return this.steady(actor, request, async () => this.sheet(await this.drawing.draw(sampleInput(body))));
  }

  @Post('verify')
  @HttpCode(200)
  @Allow(Permission.SampleDraw)
  @OwnTransaction()
  @ApiOperation({ operationId: 'verifySample', summary: 'Draw again from seed and frame without keeping anything: the list must be the printed one' })
  @ApiOkResponse({ type: SampleVerification })
  @ApiUnprocessableEntityResponse()
  verify(@Body() body: SampleVerifyRequest, @CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<SampleVerification> {
    return this.steady(actor, request, async () => SampleVerification.from(await this.drawing.list(sampleInput(body), body.nonce), body.seal));
  }

  @Post('strata')
  @HttpCode(200)
  @Allow(Permission.SampleDraw)
  @OwnTransaction()
  @ApiOperation({ operationId: 'listFrameStrata', summary: 'Strata of a frame with their units, to say how many to draw in each; nothing is kept' })
  @ApiOkResponse({ type: SampleFrameStrata })
  @ApiUnprocessableEntityResponse()
  strata(@Body() { question, unit, year, stratifyBy }: SampleStrataRequest, @CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<SampleFrameStrata> {
    return this.steady(actor, request, async () => ({ items: await this.drawing.strata({ question, unit, year, plan: { method: 'stratified', stratifyBy, replacements: 0 } }) }));
  }

  @Get()
  @Allow(Permission.SampleRead)
  @ApiOperation({ operationId: 'listSamples', summary: 'Samples of the territory, newest first; nobody else sees units or seed' })
  @ApiOkResponse({ type: SamplePage })
  async list(@Query() query: PageQuery): Promise<SamplePage> {
    const { items, nextCursor } = await this.samples.list(query);
    return { items: items.map((row) => SampleResponse.from(row)), nextCursor };
  }

  @Get(':id')
  @Allow(Permission.SampleRead)
  @ApiOperation({ operationId: 'readSample', summary: 'Sheet of a sample: frame, strata, algorithm, sealing value, state' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: SampleResponse })
  @ApiNotFoundResponse()
  async read(@Param('id', CaseIdPipe) id: CaseId): Promise<SampleResponse> {
    return this.sheet(await this.samples.find(id));
  }

  @Put(':id')
  @Allow(Permission.SampleDraw)
  @OwnTransaction()
  @ApiOperation({ operationId: 'redrawSample', summary: 'Draw anew with another frame, plan or seed, until it is issued; what was sealed is void' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: SampleResponse })
  @ApiNotFoundResponse() @ApiForbiddenResponse() @ApiConflictResponse() @ApiUnprocessableEntityResponse()
  redraw(@Param('id', CaseIdPipe) id: CaseId, @Body() body: SampleRequest, @CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<SampleResponse> {
    return this.steady(actor, request, async () => this.sheet(await this.drawing.redraw(id, sampleInput(body))));
  }

  @Post(':id/recheck')
  @HttpCode(200)
  @Allow(Permission.SampleDraw)
  @OwnTransaction()
  @ApiOperation({ operationId: 'recheckSampleFrame', summary: 'Whether the frame of now hashes as the one that was drawn from' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: SampleRecheckResponse })
  @ApiNotFoundResponse() @ApiForbiddenResponse()
  recheck(@Param('id', CaseIdPipe) id: CaseId, @CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<SampleRecheckResponse> {
    return this.steady(actor, request, () => this.drawing.recheck(id));
  }

  @Get(':id/units')
  @Allow(Permission.SampleRead)
  @LogRead('sample.units')
  @ApiOperation({ operationId: 'listSampleUnits', summary: 'The list: only for whoever drew it, until it is closed' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: SampleUnitList })
  @ApiNotFoundResponse() @ApiForbiddenResponse()
  async units(@Param('id', CaseIdPipe) id: CaseId): Promise<SampleUnitList> {
    return { items: (await this.samples.units(id)).map((row) => SampleUnitResponse.from(row)) };
  }

  @Get(':id/log')
  @Allow(Permission.SampleRead)
  @ApiOperation({ operationId: 'readSampleLog', summary: 'Drawn, sealed, opened again, void, issued, replaced, closed: when and by whom' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: SampleLog })
  @ApiNotFoundResponse()
  async log(@Param('id', CaseIdPipe) id: CaseId): Promise<SampleLog> {
    return { items: (await this.samples.events(id)).map((row) => SampleEventResponse.from(row)) };
  }

  @Get(':id/results')
  @Allow(Permission.SampleRead)
  @ApiOperation({ operationId: 'readSampleResults', summary: 'Missed, wrongly exited, approval, with formula, n and 95 % interval; differences by field; figures for the assessments' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: SampleResultsResponse })
  @ApiNotFoundResponse() @ApiForbiddenResponse() @ApiConflictResponse()
  async results(@Param('id', CaseIdPipe) id: CaseId): Promise<SampleResultsResponse> {
    return SampleResultsResponse.from(await this.resultsOf.of(await this.samples.find(id)));
  }

  private async sheet(row: Awaited<ReturnType<SampleReader['find']>>): Promise<SampleResponse> {
    return SampleResponse.from(row, await this.samples.secret(row));
  }

  private steady<T>(actor: Actor, request: FastifyRequest, fn: () => Promise<T>): Promise<T> {
    const requestId = requestIdOf(request as unknown as HttpRequest); // Fastify's request has what the platform looks at
    return this.db.run({ actor, requestId, steady: true, timeoutMs: FRAME_MS }, fn);
  }
}
