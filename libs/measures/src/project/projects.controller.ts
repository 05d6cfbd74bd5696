import { Body, Controller, Get, Headers, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe } from '#platform';
import { expectedVersion } from '../shared/expected.js';
import { ProjectFlow } from './project-flow.service.js';
import { ProjectMoney } from './project-money.service.js';
import { ProjectReader } from './project-reader.js';
import { ProjectDetailResponse, ProjectPageResponse, ProjectResponse } from './project.dto.js';
import { NewExpenseRequest, NewProjectRequest, ProgressRequest, ProjectActionRequest, ProjectChangeRequest, ProjectDecisionRequest, ProjectListQuery, ReversalRequest } from './project.request.js';
import { ProjectService } from './project.service.js';

@ApiTags('projects')
@Controller('projects')
export class ProjectsController {
  constructor(
    private readonly projects: ProjectService,
    private readonly flow: ProjectFlow,
    private readonly money: ProjectMoney,
    private readonly reader: ProjectReader,
  ) {}

  @Get()
  @Allow(Permission.ProjectRead)
  @ApiOperation({ summary: 'The project library, page by page' })
  @ApiOkResponse({ type: ProjectPageResponse })
  async list(@Query() query: ProjectListQuery): Promise<ProjectPageResponse> {
    const page = await this.reader.page(query);
    return { items: page.items.map((row) => ProjectResponse.from(row)), nextCursor: page.nextCursor };
  }

  @Post()
  @Allow(Permission.ProjectWrite)
  @ApiOperation({ summary: 'Propose a project, with budget and beneficiaries if they are known' })
  @ApiCreatedResponse({ type: ProjectDetailResponse })
  async propose(@Body() body: NewProjectRequest): Promise<ProjectDetailResponse> {
    return this.show(await this.projects.propose(body));
  }

  @Get(':id')
  @Allow(Permission.ProjectRead)
  @ApiOperation({ summary: 'A project with budget, beneficiaries, notices, progress, expenses and log' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: ProjectDetailResponse })
  async read(@Param('id', CaseIdPipe) id: CaseId): Promise<ProjectDetailResponse> {
    return this.show(id);
  }

  @Patch(':id')
  @Allow(Permission.ProjectWrite)
  @ApiOperation({ summary: 'Edit a project that is not yet public' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: ProjectDetailResponse })
  async change(@Param('id', CaseIdPipe) id: CaseId, @Body() { version, ...change }: ProjectChangeRequest, @Headers('if-match') ifMatch?: string): Promise<ProjectDetailResponse> {
    await this.projects.change(id, expectedVersion(version, ifMatch), change);
    return this.show(id);
  }

  @Post(':id/actions')
  @HttpCode(200)
  @Allow(Permission.ProjectWrite)
  @ApiOperation({ summary: 'Demonstration, notices, contract, start, completion, cancellation' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: ProjectDetailResponse })
  async act(@Param('id', CaseIdPipe) id: CaseId, @Body() body: ProjectActionRequest, @Headers('if-match') ifMatch?: string): Promise<ProjectDetailResponse> {
    await this.flow.act(id, { ...body, version: expectedVersion(body.version, ifMatch) });
    return this.show(id);
  }

  @Post(':id/decisions')
  @HttpCode(200)
  @Allow(Permission.ProjectApprove)
  @ApiOperation({ summary: 'The county’s decisions: entry into the library, refusal, acceptance' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: ProjectDetailResponse })
  async decide(@Param('id', CaseIdPipe) id: CaseId, @Body() body: ProjectDecisionRequest, @Headers('if-match') ifMatch?: string): Promise<ProjectDetailResponse> {
    await this.flow.decide(id, { ...body, version: expectedVersion(body.version, ifMatch) });
    return this.show(id);
  }

  @Post(':id/expenses')
  @Allow(Permission.ProjectWrite)
  @ApiOperation({ summary: 'Book what a contractor or supplier is paid' })
  @ApiParam({ name: 'id', type: String })
  @ApiCreatedResponse({ type: ProjectDetailResponse })
  async spend(@Param('id', CaseIdPipe) id: CaseId, @Body() body: NewExpenseRequest): Promise<ProjectDetailResponse> {
    await this.money.spend(id, body);
    return this.show(id);
  }

  @Post(':id/expenses/:expenseId/reversal')
  @Allow(Permission.PaymentReverse)
  @ApiOperation({ summary: 'Take an expense back by an entry of its own' })
  @ApiParam({ name: 'id', type: String })
  @ApiParam({ name: 'expenseId', type: String })
  @ApiCreatedResponse({ type: ProjectDetailResponse })
  async reverse(@Param('id', CaseIdPipe) id: CaseId, @Param('expenseId', CaseIdPipe) expenseId: CaseId, @Body() body: ReversalRequest): Promise<ProjectDetailResponse> {
    await this.money.reverse(id, expenseId, body.reason);
    return this.show(id);
  }

  @Post(':id/progress')
  @Allow(Permission.ProjectWrite)
  @ApiOperation({ summary: 'Report progress' })
  @ApiParam({ name: 'id', type: String })
  @ApiCreatedResponse({ type: ProjectDetailResponse })
  async progress(@Param('id', CaseIdPipe) id: CaseId, @Body() { version, ...body }: ProgressRequest, @Headers('if-match') ifMatch?: string): Promise<ProjectDetailResponse> {
    await this.money.progress(id, expectedVersion(version, ifMatch), body);
    return this.show(id);
  }

  private async show(id: CaseId): Promise<ProjectDetailResponse> {
    return ProjectDetailResponse.of(await this.reader.detail(id));
  }
}
