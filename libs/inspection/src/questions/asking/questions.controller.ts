import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiForbiddenResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { columnsOf, Permission, questionDatasets } from '#domain';
import { Allow, CurrentActor, OwnTransaction, requestIdOf, type Actor, type HttpRequest } from '#platform';
import { QuestionResolver } from '../question-resolver.js';
import { columnOf, QuestionRows } from '../question-rows.js';
import { keyOf, QuestionService } from '../question.service.js';
import { ForegroundQuestions, type Asker } from './foreground-questions.js';
import { QuestionLinks } from './question-links.js';
import { AnswerColumnResponse, AnswerRequest, AnswerResponse, CancelResponse, QuestionLinkResponse, QuestionDatasetResponse, QuestionRequest, QuestionRowsRequest, QuestionRowsResponse } from './questions.dto.js';

@ApiTags('questions')
@Controller('questions')
export class QuestionsController {
  constructor(
    private readonly foreground: ForegroundQuestions,
    private readonly questions: QuestionService,
    private readonly rows: QuestionRows,
    private readonly resolver: QuestionResolver,
    private readonly links: QuestionLinks,
  ) {}

  @Get('datasets')
  @Allow(Permission.QuestionAsk)
  @ApiOperation({ operationId: 'listQuestionDatasets', summary: 'What can be asked about: datasets, fields, related rows' })
  @ApiOkResponse({ type: [QuestionDatasetResponse] })
  datasets(): QuestionDatasetResponse[] {
    return questionDatasets.map((dataset) => QuestionDatasetResponse.from(dataset));
  }

  @Post('answers')
  @HttpCode(200)
  @Allow(Permission.QuestionAsk)
  @OwnTransaction()
  @ApiOperation({ operationId: 'answerQuestion', summary: 'Answer a question: number, groups, sentence, first rows; writes nothing but the record that it was asked' })
  @ApiOkResponse({ type: AnswerResponse })
  @ApiNotFoundResponse()
  @ApiForbiddenResponse()
  @ApiUnprocessableEntityResponse()
  async answer(@Body() { definition, token }: AnswerRequest, @CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<AnswerResponse> {
    const answer = await this.foreground.ask({ ...askerOf(request, actor), token }, () => this.questions.answer(definition), (found) => ({ key: found.key, division: found.definition.division, dataset: found.definition.dataset, rows: found.rows.length, way: 'answer' }));
    return AnswerResponse.from(answer);
  }

  @Post('answers/:token/cancel')
  @HttpCode(200)
  @Allow(Permission.QuestionAsk)
  @OwnTransaction()
  @ApiOperation({ operationId: 'cancelQuestion', summary: 'Stop a question that is running for the same person' })
  @ApiParam({ name: 'token', type: String })
  @ApiOkResponse({ type: CancelResponse })
  @ApiNotFoundResponse()
  async cancel(@Param('token') token: string, @CurrentActor() actor: Actor): Promise<CancelResponse> {
    await this.foreground.cancel(actor, token);
    return { cancelled: true };
  }

  @Post('rows')
  @HttpCode(200)
  @Allow(Permission.QuestionAsk)
  @OwnTransaction()
  @ApiOperation({ operationId: 'listQuestionRows', summary: 'Further rows of a question, or those of one group (its drill-down)' })
  @ApiOkResponse({ type: QuestionRowsResponse })
  @ApiNotFoundResponse()
  @ApiForbiddenResponse()
  @ApiUnprocessableEntityResponse()
  async page(@Body() { definition, cursor, limit }: QuestionRowsRequest, @CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<QuestionRowsResponse> {
    const { page, asked } = await this.foreground.ask(askerOf(request, actor), async () => {
      const resolved = await this.resolver.resolve(definition);
      return { asked: resolved.definition, page: await this.rows.page(resolved, { cursor, limit }) };
    }, (found) => ({ key: keyOf(found.asked), division: found.asked.division, dataset: found.asked.dataset, rows: found.page.rows.length, way: 'rows' }));
    return { columns: columnsOf(asked).map((field): AnswerColumnResponse => columnOf(field)), items: page.rows as QuestionRowsResponse['items'], nextCursor: page.nextCursor };
  }

  @Post('links')
  @Allow(Permission.QuestionAsk)
  @ApiOperation({ operationId: 'linkQuestion', summary: 'A short key for a question; the same question has the same key' })
  @ApiCreatedResponse({ type: QuestionLinkResponse })
  @ApiNotFoundResponse()
  @ApiForbiddenResponse()
  @ApiUnprocessableEntityResponse()
  async link(@Body() { definition }: QuestionRequest): Promise<QuestionLinkResponse> {
    return { key: await this.links.link(definition) };
  }

  @Get('links/:key')
  @Allow(Permission.QuestionAsk)
  @OwnTransaction()
  @ApiOperation({ operationId: 'openQuestionLink', summary: 'The answer for whoever opens the link: own rights, own territory, cells of one or two hidden' })
  @ApiParam({ name: 'key', type: String })
  @ApiOkResponse({ type: AnswerResponse })
  @ApiNotFoundResponse()
  @ApiForbiddenResponse()
  @ApiUnprocessableEntityResponse()
  async open(@Param('key') key: string, @CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<AnswerResponse> {
    const asker = askerOf(request, actor);
    const definition = await this.links.open(asker, key);
    const answer = await this.foreground.ask(asker, () => this.questions.answer(definition, { shared: true }), (found) => ({ key: found.key, division: found.definition.division, dataset: found.definition.dataset, rows: found.rows.length, way: 'link' }));
    return AnswerResponse.from(answer);
  }
}

/** Whoever waits at the other end of a connection; when it breaks, nobody does. */
export function askerOf(request: FastifyRequest, actor: Actor): Asker {
  const { socket } = request.raw;
  const watch = (gone: () => void): (() => void) => {
    socket.once('close', gone);
    return () => void socket.off('close', gone);
  };
  return { actor, requestId: requestIdOf(request as unknown as HttpRequest), watch }; // Fastify's request has what the platform looks at
}
