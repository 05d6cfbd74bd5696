import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiForbiddenResponse, ApiNoContentResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, CurrentActor, PageQuery, type Actor } from '#platform';
import { SavedQuestions } from './saved-questions.js';
import { ChangeQuestionRequest, SavedQuestionPage, SavedQuestionResponse, SaveQuestionRequest } from './saved.dto.js';

@ApiTags('questions')
@Controller('questions')
export class SavedQuestionsController {
  constructor(private readonly saved: SavedQuestions) {}

  @Post()
  @Allow(Permission.QuestionAsk)
  @ApiOperation({ operationId: 'saveQuestion', summary: 'Keep a question, for oneself or for everybody who sees its division' })
  @ApiCreatedResponse({ type: SavedQuestionResponse })
  @ApiNotFoundResponse()
  @ApiForbiddenResponse()
  @ApiUnprocessableEntityResponse()
  async save(@Body() body: SaveQuestionRequest, @CurrentActor() actor: Actor): Promise<SavedQuestionResponse> {
    return SavedQuestionResponse.from(await this.saved.save(body), actor.userId);
  }

  @Get()
  @Allow(Permission.QuestionAsk)
  @ApiOperation({ operationId: 'listSavedQuestions', summary: 'Own and shared questions of the territory, newest first' })
  @ApiOkResponse({ type: SavedQuestionPage })
  async list(@Query() query: PageQuery, @CurrentActor() actor: Actor): Promise<SavedQuestionPage> {
    const { items, nextCursor } = await this.saved.list(query);
    return { items: items.map((row) => SavedQuestionResponse.from(row, actor.userId)), nextCursor };
  }

  @Get(':id')
  @Allow(Permission.QuestionAsk)
  @ApiOperation({ operationId: 'readSavedQuestion', summary: 'A saved question' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: SavedQuestionResponse })
  @ApiNotFoundResponse()
  async read(@Param('id', CaseIdPipe) id: CaseId, @CurrentActor() actor: Actor): Promise<SavedQuestionResponse> {
    return SavedQuestionResponse.from(await this.saved.read(id), actor.userId);
  }

  @Put(':id')
  @Allow(Permission.QuestionAsk)
  @ApiOperation({ operationId: 'changeSavedQuestion', summary: 'Change an own question' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: SavedQuestionResponse })
  @ApiNotFoundResponse()
  @ApiForbiddenResponse()
  @ApiConflictResponse()
  @ApiUnprocessableEntityResponse()
  async change(@Param('id', CaseIdPipe) id: CaseId, @Body() { version, ...input }: ChangeQuestionRequest, @CurrentActor() actor: Actor): Promise<SavedQuestionResponse> {
    return SavedQuestionResponse.from(await this.saved.change(id, version, input), actor.userId);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow(Permission.QuestionAsk)
  @ApiOperation({ operationId: 'deleteSavedQuestion', summary: 'Forget an own question' })
  @ApiParam({ name: 'id', type: String })
  @ApiNoContentResponse()
  @ApiNotFoundResponse()
  @ApiForbiddenResponse()
  async remove(@Param('id', CaseIdPipe) id: CaseId): Promise<void> {
    await this.saved.remove(id);
  }
}
