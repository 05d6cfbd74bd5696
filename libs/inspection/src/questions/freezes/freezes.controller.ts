import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiForbiddenResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { parseCaseId, Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, CurrentActor, Db, OwnTransaction, PageQuery, requestIdOf, type Actor, type HttpRequest } from '#platform';
import { FreezeCheckResponse, FreezePage, FreezeRequest, FreezeResponse } from './freezes.dto.js';
import { QuestionFreezes } from './freezes.service.js';

/** All rows are read, which takes longer than a page. */
const TIMEOUT_MS = 60_000;

@ApiTags('questions')
@Controller('questions/freezes')
export class FreezesController {
  constructor(
    private readonly db: Db,
    private readonly freezes: QuestionFreezes,
  ) {}

  @Post()
  @Allow(Permission.QuestionAsk)
  @OwnTransaction()
  @ApiOperation({ operationId: 'freezeAnswer', summary: 'Keep an answer as it is now: definition, SQL, parameters, rule versions, number and hash of its rows' })
  @ApiCreatedResponse({ type: FreezeResponse })
  @ApiNotFoundResponse()
  @ApiForbiddenResponse()
  @ApiUnprocessableEntityResponse()
  async freeze(@Body() { definition, questionId }: FreezeRequest, @CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<FreezeResponse> {
    const requestId = requestIdOf(request as unknown as HttpRequest); // Fastify's request has what the platform looks at
    return FreezeResponse.from(await this.db.run({ actor, requestId, steady: true, timeoutMs: TIMEOUT_MS }, () => this.freezes.freeze(definition, parseCaseId(questionId ?? '') ?? null)));
  }

  @Get()
  @Allow(Permission.QuestionAsk)
  @ApiOperation({ operationId: 'listFrozenAnswers', summary: 'Frozen answers of the territory, newest first' })
  @ApiOkResponse({ type: FreezePage })
  async list(@Query() query: PageQuery): Promise<FreezePage> {
    const { items, nextCursor } = await this.freezes.list(query);
    return { items: items.map((row) => FreezeResponse.from(row)), nextCursor };
  }

  @Get(':id')
  @Allow(Permission.QuestionAsk)
  @ApiOperation({ operationId: 'readFrozenAnswer', summary: 'A frozen answer' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: FreezeResponse })
  @ApiNotFoundResponse()
  async read(@Param('id', CaseIdPipe) id: CaseId): Promise<FreezeResponse> {
    return FreezeResponse.from(await this.freezes.read(id));
  }

  @Post(':id/checks')
  @HttpCode(200)
  @Allow(Permission.QuestionAsk)
  @OwnTransaction()
  @ApiOperation({ operationId: 'checkFrozenAnswer', summary: 'Ask again for the same day and say whether the rows are still the same' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: FreezeCheckResponse })
  @ApiNotFoundResponse()
  @ApiForbiddenResponse()
  @ApiUnprocessableEntityResponse()
  async check(@Param('id', CaseIdPipe) id: CaseId, @CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<FreezeCheckResponse> {
    const requestId = requestIdOf(request as unknown as HttpRequest); // Fastify's request has what the platform looks at
    return this.db.run({ actor, requestId, readOnly: true, steady: true, timeoutMs: TIMEOUT_MS }, () => this.freezes.check(id));
  }
}
