import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe } from '#platform';
import { expectedVersion } from '../shared/expected.js';
import { RowResultsResponse } from '../shared/row-results.js';
import { HelpPlanDetailResponse, HelpPlanPageResponse, HelpPlanResponse, NewPlanRequest, PlanAgreementRequest, PlanConfirmationRequest, PlanEditRequest, PlanListQuery, PlanReturnRequest } from './plan.dto.js';
import { PlanService } from './plan.service.js';

@ApiTags('help-plans')
@Controller('help-plans')
export class PlansController {
  constructor(private readonly plans: PlanService) {}

  @Get()
  @Allow(Permission.MeasureRead)
  @ApiOperation({ summary: 'Help plans of a division, page by page' })
  @ApiOkResponse({ type: HelpPlanPageResponse })
  async list(@Query() query: PlanListQuery): Promise<HelpPlanPageResponse> {
    const page = await this.plans.page(query);
    return { items: page.items.map((row) => HelpPlanResponse.from(row)), nextCursor: page.nextCursor };
  }

  @Post()
  @Allow(Permission.HelpPlanWrite)
  @ApiOperation({ summary: 'Draft the help plan of a household for a year' })
  @ApiCreatedResponse({ type: HelpPlanDetailResponse })
  async draft(@Body() body: NewPlanRequest): Promise<HelpPlanDetailResponse> {
    return this.show(await this.plans.draft(body));
  }

  @Get(':id')
  @Allow(Permission.MeasureRead)
  @ApiOperation({ summary: 'A help plan with its measures and log' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: HelpPlanDetailResponse })
  async read(@Param('id', CaseIdPipe) id: CaseId): Promise<HelpPlanDetailResponse> {
    return this.show(id);
  }

  @Put(':id')
  @Allow(Permission.HelpPlanWrite)
  @ApiOperation({ summary: 'Change a draft as a whole' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: HelpPlanDetailResponse })
  async edit(@Param('id', CaseIdPipe) id: CaseId, @Body() { version, ...body }: PlanEditRequest, @Headers('if-match') ifMatch?: string): Promise<HelpPlanDetailResponse> {
    await this.plans.edit(id, expectedVersion(version, ifMatch), body);
    return this.show(id);
  }

  @Post(':id/agreement')
  @HttpCode(200)
  @Allow(Permission.HelpPlanWrite)
  @ApiOperation({ summary: 'The village agrees; the household has signed' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: HelpPlanDetailResponse })
  async agree(@Param('id', CaseIdPipe) id: CaseId, @Body() body: PlanAgreementRequest, @Headers('if-match') ifMatch?: string): Promise<HelpPlanDetailResponse> {
    await this.plans.agree(id, expectedVersion(body.version, ifMatch), body.signatureRef);
    return this.show(id);
  }

  @Post(':id/return')
  @HttpCode(200)
  @Allow(Permission.AssignmentApprove)
  @ApiOperation({ summary: 'The county sends an agreed plan back with its reason' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: HelpPlanDetailResponse })
  async sendBack(@Param('id', CaseIdPipe) id: CaseId, @Body() body: PlanReturnRequest, @Headers('if-match') ifMatch?: string): Promise<HelpPlanDetailResponse> {
    await this.plans.sendBack(id, expectedVersion(body.version, ifMatch), body.reason);
    return this.show(id);
  }

  @Post(':id/confirmation')
  @HttpCode(200)
  @Allow(Permission.AssignmentApprove)
  @ApiOperation({ summary: 'The county confirms; the revision before is superseded' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: HelpPlanDetailResponse })
  async confirm(@Param('id', CaseIdPipe) id: CaseId, @Body() body: PlanConfirmationRequest, @Headers('if-match') ifMatch?: string): Promise<HelpPlanDetailResponse> {
    await this.plans.confirm(id, expectedVersion(body.version, ifMatch));
    return this.show(id);
  }

  @Post(':id/revisions')
  @Allow(Permission.HelpPlanWrite)
  @ApiOperation({ summary: 'Open the next revision of a confirmed plan as a draft' })
  @ApiParam({ name: 'id', type: String })
  @ApiCreatedResponse({ type: HelpPlanDetailResponse })
  async revise(@Param('id', CaseIdPipe) id: CaseId): Promise<HelpPlanDetailResponse> {
    return this.show(await this.plans.revise(id));
  }

  @Post(':id/assignments')
  @Allow(Permission.AssignmentWrite)
  @ApiOperation({ summary: 'Plan an assignment for every measure of a confirmed plan that has none' })
  @ApiParam({ name: 'id', type: String })
  @ApiCreatedResponse({ type: RowResultsResponse })
  async assign(@Param('id', CaseIdPipe) id: CaseId): Promise<RowResultsResponse> {
    return RowResultsResponse.from(await this.plans.assign(id));
  }

  private async show(id: CaseId): Promise<HelpPlanDetailResponse> {
    return HelpPlanDetailResponse.of(await this.plans.detail(id));
  }
}
