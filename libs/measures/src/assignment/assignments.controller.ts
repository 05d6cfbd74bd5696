import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { formatCaseId, Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe } from '#platform';
import { expectedVersion } from '../shared/expected.js';
import { onlyResult, RowResultsResponse } from '../shared/row-results.js';
import { AssignmentFlow } from './assignment-flow.js';
import { AssignmentPlanner } from './assignment-planner.js';
import { AssignmentReader } from './assignment-reader.js';
import {
  AssignmentActionRequest, AssignmentActionsRequest, AssignmentDecisionRequest, AssignmentDetailResponse, AssignmentListQuery, AssignmentPageResponse, AssignmentResponse, DecisionsRequest, NewAssignmentsRequest,
} from './assignment.dto.js';

@ApiTags('assignments')
@Controller('assignments')
export class AssignmentsController {
  constructor(
    private readonly planner: AssignmentPlanner,
    private readonly flow: AssignmentFlow,
    private readonly reader: AssignmentReader,
  ) {}

  @Get()
  @Allow(Permission.MeasureRead)
  @ApiOperation({ summary: 'Assignments of a division, page by page' })
  @ApiOkResponse({ type: AssignmentPageResponse })
  async list(@Query() query: AssignmentListQuery): Promise<AssignmentPageResponse> {
    const page = await this.reader.page(query);
    return { items: page.items.map((row) => AssignmentResponse.from(row)), nextCursor: page.nextCursor };
  }

  @Post()
  @Allow(Permission.AssignmentWrite)
  @ApiOperation({ summary: 'Plan a measure for one or many households of a village; a result for each row' })
  @ApiCreatedResponse({ type: RowResultsResponse })
  async plan(@Body() body: NewAssignmentsRequest): Promise<RowResultsResponse> {
    return RowResultsResponse.from(await this.planner.plan(body));
  }

  @Post('decisions')
  @HttpCode(200)
  @Allow(Permission.AssignmentApprove)
  @ApiOperation({ summary: 'The county approves or refuses, one or many; never its own plan' })
  @ApiOkResponse({ type: RowResultsResponse })
  async decideAll(@Body() { decision, ...body }: DecisionsRequest): Promise<RowResultsResponse> {
    return RowResultsResponse.from(await this.flow.move({ action: decision, ...body }));
  }

  @Post('actions')
  @HttpCode(200)
  @Allow(Permission.AssignmentWrite)
  @ApiOperation({ summary: 'Deliver with evidence, close or cancel, one or many' })
  @ApiOkResponse({ type: RowResultsResponse })
  async actAll(@Body() body: AssignmentActionsRequest): Promise<RowResultsResponse> {
    return RowResultsResponse.from(await this.flow.move(body));
  }

  @Get(':id')
  @Allow(Permission.MeasureRead)
  @ApiOperation({ summary: 'An assignment with its log' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: AssignmentDetailResponse })
  async read(@Param('id', CaseIdPipe) id: CaseId): Promise<AssignmentDetailResponse> {
    return AssignmentDetailResponse.of(await this.reader.one(id));
  }

  @Post(':id/decisions')
  @HttpCode(200)
  @Allow(Permission.AssignmentApprove)
  @ApiOperation({ summary: 'The county approves or refuses one assignment' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: AssignmentDetailResponse })
  async decide(@Param('id', CaseIdPipe) id: CaseId, @Body() { decision, version, approvedAmountFen, reason }: AssignmentDecisionRequest, @Headers('if-match') ifMatch?: string): Promise<AssignmentDetailResponse> {
    const row = { id: formatCaseId(id.countyCode, id.id), version: expectedVersion(version, ifMatch), approvedAmountFen };
    onlyResult(await this.flow.move({ action: decision, reason, rows: [row] }));
    return this.read(id);
  }

  @Post(':id/actions')
  @HttpCode(200)
  @Allow(Permission.AssignmentWrite)
  @ApiOperation({ summary: 'Deliver, close or cancel one assignment' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: AssignmentDetailResponse })
  async act(@Param('id', CaseIdPipe) id: CaseId, @Body() { version, ...body }: AssignmentActionRequest, @Headers('if-match') ifMatch?: string): Promise<AssignmentDetailResponse> {
    const row = { id: formatCaseId(id.countyCode, id.id), version: expectedVersion(version, ifMatch) };
    onlyResult(await this.flow.move({ ...body, rows: [row] }));
    return this.read(id);
  }
}
