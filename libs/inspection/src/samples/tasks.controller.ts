import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, LogRead } from '#platform';
import { SampleTasks } from './sample-tasks.service.js';
import { answerInput, SampleAttemptRequest, SampleCauseRequest, SampleTaskForm, SampleTaskPage, SampleTaskQuery, SampleTaskResponse, SpotCheckRequest, SpotCheckResponse, SpotCheckVersions } from './tasks.dto.js';
import { VillageCheckRequest } from './village-check.dto.js';

@ApiTags('samples')
@Controller()
export class SampleTasksController {
  constructor(private readonly tasks: SampleTasks) {}

  @Get('sample-tasks')
  @Allow(Permission.SampleVisit)
  @LogRead('sample-tasks')
  @ApiOperation({ operationId: 'listMySampleTasks', summary: 'Households that I am sent to, from the opening of the sample on' })
  @ApiOkResponse({ type: SampleTaskPage })
  async mine(@Query() query: SampleTaskQuery): Promise<SampleTaskPage> {
    const { items, nextCursor } = await this.tasks.mine(query);
    return { items: items.map((task) => SampleTaskResponse.from(task)), nextCursor };
  }

  @Get('sample-tasks/:id')
  @Allow(Permission.SampleVisit)
  @LogRead('sample-task')
  @ApiOperation({ operationId: 'readSampleTask', summary: 'The blind form: how to find the household, and nothing that is to be asked' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: SampleTaskForm })
  @ApiNotFoundResponse()
  async read(@Param('id', CaseIdPipe) id: CaseId): Promise<SampleTaskForm> {
    return SampleTaskForm.of(await this.tasks.task(id));
  }

  @Post('sample-tasks/:id/attempts')
  @HttpCode(200)
  @Allow(Permission.SampleVisit)
  @ApiOperation({ operationId: 'recordSampleAttempt', summary: 'I went and could not ask: why. Absence counts after two days, anything else at once' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: SampleTaskForm })
  @ApiNotFoundResponse() @ApiConflictResponse() @ApiUnprocessableEntityResponse()
  async attempt(@Param('id', CaseIdPipe) id: CaseId, @Body() { id: attemptId, triedOn, reason, note = null }: SampleAttemptRequest): Promise<SampleTaskForm> {
    return SampleTaskForm.of(await this.tasks.attempt(id, { id: attemptId, triedOn, reason, note }));
  }

  @Post('sample-tasks/:id/replacement')
  @HttpCode(200)
  @Allow(Permission.SampleVisit)
  @ApiOperation({ operationId: 'requestSampleReplacement', summary: 'The next reserve in the fixed order for a household of mine that was given up; nobody chooses, and the log of the sample names who asked' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: SampleTaskForm })
  @ApiNotFoundResponse() @ApiConflictResponse() @ApiUnprocessableEntityResponse()
  async replace(@Param('id', CaseIdPipe) id: CaseId): Promise<SampleTaskForm> {
    return SampleTaskForm.of(await this.tasks.replace(id));
  }

  @Post('sample-tasks/:id/answers')
  @HttpCode(200)
  @Allow(Permission.SampleVisit)
  @ApiOperation({ operationId: 'answerSampleTask', summary: 'Save the answers for good; the answer shows the record and where the two differ' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: SpotCheckResponse })
  @ApiNotFoundResponse() @ApiConflictResponse() @ApiUnprocessableEntityResponse()
  async answer(@Param('id', CaseIdPipe) id: CaseId, @Body() body: SpotCheckRequest): Promise<SpotCheckResponse> {
    return SpotCheckResponse.from(await this.tasks.answer(id, answerInput(body)));
  }

  @Post('sample-tasks/:id/village-answers')
  @HttpCode(200)
  @Allow(Permission.SampleVisit)
  @ApiOperation({ operationId: 'answerVillageTask', summary: 'What was seen in a village, saved for good; the answer shows the record and where the two differ' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: SpotCheckResponse })
  @ApiNotFoundResponse() @ApiConflictResponse() @ApiUnprocessableEntityResponse()
  async answerVillage(@Param('id', CaseIdPipe) id: CaseId, @Body() body: VillageCheckRequest): Promise<SpotCheckResponse> {
    return SpotCheckResponse.from(await this.tasks.answer(id, VillageCheckRequest.toInput(body)));
  }

  @Get('sample-tasks/:id/answers')
  @Allow(Permission.SampleVisit)
  @LogRead('sample-answers')
  @ApiOperation({ operationId: 'listSampleAnswers', summary: 'What I answered, every version with the record of its moment' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: SpotCheckVersions })
  @ApiNotFoundResponse()
  async answers(@Param('id', CaseIdPipe) id: CaseId): Promise<SpotCheckVersions> {
    return { items: (await this.tasks.answers(id)).map((shown) => SpotCheckResponse.from(shown)) };
  }

  @Post('sample-answers/:id/causes')
  @HttpCode(200)
  @Allow(Permission.SampleVisit)
  @ApiOperation({ operationId: 'explainSampleDifference', summary: 'Why a field differs; the newest cause of a field holds' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: SpotCheckResponse })
  @ApiNotFoundResponse() @ApiUnprocessableEntityResponse()
  async cause(@Param('id', CaseIdPipe) id: CaseId, @Body() { field, cause, note = null }: SampleCauseRequest): Promise<SpotCheckResponse> {
    return SpotCheckResponse.from(await this.tasks.cause(id, { field, cause, note }));
  }
}
