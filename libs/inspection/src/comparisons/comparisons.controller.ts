import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import {
  ApiAcceptedResponse, ApiBody, ApiConflictResponse, ApiConsumes, ApiCreatedResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags, ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, CurrentActor, LogRead, OwnTransaction, requestIdOf, type Actor, type HttpRequest } from '#platform';
import { ComparisonUpload } from './comparison-upload.js';
import { ComparisonDetail, ComparisonMappingRequest, ComparisonPage, ComparisonQuery, ComparisonListRequest, ComparisonResponse, ComparisonRegisterList } from './comparisons.dto.js';
import { Comparisons } from './comparisons.service.js';
import { MatchInbox } from './match-inbox.js';
import { MatchPage, MatchQuery, MatchResponse } from './matches.dto.js';

@ApiTags('comparisons')
@Controller()
export class ComparisonsController {
  constructor(
    private readonly upload: ComparisonUpload,
    private readonly comparisons: Comparisons,
    private readonly inbox: MatchInbox,
  ) {}

  @Get('comparison-registers')
  @Allow(Permission.ComparisonRead)
  @ApiOperation({ operationId: 'listComparisonRegisters', summary: 'Registers that households can be compared with, and what their lists may carry' })
  @ApiOkResponse({ type: ComparisonRegisterList })
  registers(): ComparisonRegisterList {
    return ComparisonRegisterList.all();
  }

  @Post('comparisons')
  @Allow(Permission.ComparisonRun)
  @OwnTransaction()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ComparisonListRequest })
  @ApiOperation({ operationId: 'uploadComparison', summary: "Upload another department's list; its columns are recognised, the purpose is recorded, nothing is matched yet" })
  @ApiCreatedResponse({ type: ComparisonResponse })
  @ApiUnprocessableEntityResponse()
  async create(@Req() request: FastifyRequest, @CurrentActor() actor: Actor): Promise<ComparisonResponse> {
    const requestId = requestIdOf(request as unknown as HttpRequest); // Fastify's request has what the platform looks at
    const row = await this.upload.take(request, { actor, requestId });
    return ComparisonResponse.from(row, await this.comparisons.samples(row));
  }

  @Get('comparisons')
  @Allow(Permission.ComparisonRead)
  @ApiOperation({ operationId: 'listComparisons', summary: 'Comparisons of the territory, newest first' })
  @ApiOkResponse({ type: ComparisonPage })
  async list(@Query() query: ComparisonQuery): Promise<ComparisonPage> {
    const { items, nextCursor } = await this.comparisons.list(query);
    return { items: items.map((row) => ComparisonResponse.from(row)), nextCursor };
  }

  @Get('comparisons/:id')
  @Allow(Permission.ComparisonRead)
  @ApiOperation({ operationId: 'readComparison', summary: 'State, progress and counts of a comparison' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: ComparisonDetail })
  @ApiNotFoundResponse()
  async read(@Param('id', CaseIdPipe) id: CaseId): Promise<ComparisonDetail> {
    const { comparison, counts } = await this.inbox.read(id);
    const matches = counts.map(({ tab, matches: n, undecided, found_true, false_alarms, open }) => ({ tab, matches: n, undecided, foundTrue: found_true, falseAlarms: false_alarms, open }));
    return { ...ComparisonResponse.from(comparison, await this.comparisons.samples(comparison)), matches };
  }

  @Put('comparisons/:id/mapping')
  @Allow(Permission.ComparisonRun)
  @ApiOperation({ operationId: 'mapComparison', summary: 'Say what columns stand for; columns that stand for nothing are neither read nor stored' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: ComparisonResponse })
  @ApiNotFoundResponse()
  @ApiConflictResponse()
  @ApiUnprocessableEntityResponse()
  async map(@Param('id', CaseIdPipe) id: CaseId, @Body() body: ComparisonMappingRequest): Promise<ComparisonResponse> {
    const row = await this.comparisons.map(id, body.mapping);
    return ComparisonResponse.from(row, await this.comparisons.samples(row));
  }

  @Post('comparisons/:id/match')
  @HttpCode(202)
  @Allow(Permission.ComparisonRun)
  @ApiOperation({ operationId: 'matchComparison', summary: 'Match the list with the members of its division; done by a job with progress' })
  @ApiParam({ name: 'id', type: String })
  @ApiAcceptedResponse({ type: ComparisonResponse })
  @ApiNotFoundResponse()
  @ApiConflictResponse()
  async match(@Param('id', CaseIdPipe) id: CaseId): Promise<ComparisonResponse> {
    return ComparisonResponse.from(await this.comparisons.match(id));
  }

  @Post('comparisons/:id/cancel')
  @HttpCode(200)
  @Allow(Permission.ComparisonRun)
  @ApiOperation({ operationId: 'cancelComparison', summary: 'Give a comparison up; the running statement is ended and nothing is written' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: ComparisonResponse })
  @ApiNotFoundResponse()
  @ApiConflictResponse()
  async cancel(@Param('id', CaseIdPipe) id: CaseId): Promise<ComparisonResponse> {
    return ComparisonResponse.from(await this.comparisons.cancel(id));
  }

  @Get('comparisons/:id/matches')
  @Allow(Permission.ComparisonRead)
  @LogRead('comparison.matches')
  @ApiOperation({ operationId: 'listMatches', summary: 'What the list says beside our record, masked, with what was decided; how many lines concern nobody is in the comparison' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: MatchPage })
  @ApiNotFoundResponse()
  async matches(@Param('id', CaseIdPipe) id: CaseId, @Query() query: MatchQuery): Promise<MatchPage> {
    const { items, nextCursor } = await this.inbox.page(id, query);
    return { items: items.map((row) => MatchResponse.from(row)), nextCursor };
  }
}
