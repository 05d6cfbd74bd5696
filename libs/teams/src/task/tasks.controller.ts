import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe } from '#platform';
import { TaskPlace } from './task-place.js';
import { TaskAssignRequest, TaskItem, TaskListQuery, TaskPage, TaskReopenRequest, TaskRequest, TaskResponse, TaskStepRequest } from './task.dto.js';
import { TaskReader } from './task-reader.js';
import { TaskService } from './task.service.js';

@ApiTags('tasks')
@Controller('tasks')
export class TasksController {
  constructor(
    private readonly tasks: TaskService,
    private readonly place: TaskPlace,
    private readonly reader: TaskReader,
  ) {}

  @Get()
  @Allow(Permission.TaskRead)
  @ApiOperation({ operationId: 'listTasks', summary: 'Tasks of a division by village and deadline, or mine, or of a household' })
  @ApiOkResponse({ type: TaskPage })
  async list(@Query() query: TaskListQuery): Promise<TaskPage> {
    const { items, nextCursor } = await this.reader.page(query);
    return { items: items.map(({ row, ...context }) => TaskItem.from(row, context)), nextCursor };
  }

  @Post()
  @Allow(Permission.TaskWrite)
  @ApiOperation({ operationId: 'createTask', summary: 'A task of a household, of a clue or of a village; the same id again is the same task' })
  @ApiCreatedResponse({ type: TaskResponse })
  async create(@Body() body: TaskRequest): Promise<TaskResponse> {
    const { taskId } = await this.tasks.create(await this.place.locate(body));
    return TaskResponse.fromDetail(await this.reader.detail(taskId));
  }

  @Get(':id')
  @Allow(Permission.TaskRead)
  @ApiOperation({ operationId: 'readTask', summary: 'A task with its log and what may be done to it now' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: TaskResponse })
  async read(@Param('id', CaseIdPipe) id: CaseId): Promise<TaskResponse> {
    return TaskResponse.fromDetail(await this.reader.detail(id));
  }

  @Post(':id/assign')
  @HttpCode(200)
  @Allow(Permission.TaskWrite)
  @ApiOperation({ operationId: 'assignTask', summary: 'Say who is to do it, and until when' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: TaskResponse })
  async assign(@Param('id', CaseIdPipe) id: CaseId, @Body() body: TaskAssignRequest): Promise<TaskResponse> {
    await this.tasks.act(id, { ...body, action: 'ASSIGN' });
    return TaskResponse.fromDetail(await this.reader.detail(id));
  }

  @Post(':id/done')
  @HttpCode(200)
  @Allow(Permission.TaskWrite)
  @ApiOperation({ operationId: 'finishTask', summary: 'It is done; somebody else has to verify it' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: TaskResponse })
  async done(@Param('id', CaseIdPipe) id: CaseId, @Body() body: TaskStepRequest): Promise<TaskResponse> {
    await this.tasks.act(id, { ...body, action: 'DO' });
    return TaskResponse.fromDetail(await this.reader.detail(id));
  }

  @Post(':id/verify')
  @HttpCode(200)
  @Allow(Permission.TaskVerify)
  @ApiOperation({ operationId: 'verifyTask', summary: 'It is verified, by another person than who did it' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: TaskResponse })
  async verify(@Param('id', CaseIdPipe) id: CaseId, @Body() body: TaskStepRequest): Promise<TaskResponse> {
    await this.tasks.act(id, { ...body, action: 'VERIFY' });
    return TaskResponse.fromDetail(await this.reader.detail(id));
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @Allow(Permission.TaskWrite)
  @ApiOperation({ operationId: 'reopenTask', summary: 'It is not done after all; the note says why' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: TaskResponse })
  async reopen(@Param('id', CaseIdPipe) id: CaseId, @Body() body: TaskReopenRequest): Promise<TaskResponse> {
    await this.tasks.act(id, { ...body, action: 'REOPEN' });
    return TaskResponse.fromDetail(await this.reader.detail(id));
  }

  @Post(':id/notes')
  @HttpCode(200)
  @Allow(Permission.TaskWrite)
  @ApiOperation({ operationId: 'noteOnTask', summary: 'Add a note to the log' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: TaskResponse })
  async note(@Param('id', CaseIdPipe) id: CaseId, @Body() body: TaskStepRequest): Promise<TaskResponse> {
    await this.tasks.act(id, { ...body, action: 'NOTE' });
    return TaskResponse.fromDetail(await this.reader.detail(id));
  }
}
