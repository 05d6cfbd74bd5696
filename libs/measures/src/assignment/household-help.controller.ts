import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { HouseholdReader } from '#households';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe } from '#platform';
import { HelpPlanResponse } from '../plan/plan.dto.js';
import { PlanService } from '../plan/plan.service.js';
import { PaymentResponse } from '../payment/payment.dto.js';
import { PaymentService } from '../payment/payment.service.js';
import { AssignmentReader } from './assignment-reader.js';
import { AssignmentResponse } from './assignment.dto.js';

@ApiTags('assignments')
@Controller('households/:id')
export class HouseholdHelpController {
  constructor(
    private readonly households: HouseholdReader,
    private readonly assignments: AssignmentReader,
    private readonly payments: PaymentService,
    private readonly plans: PlanService,
  ) {}

  @Get('assignments')
  @Allow(Permission.MeasureRead)
  @ApiOperation({ summary: 'Everything that was planned for a household, newest first' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: [AssignmentResponse] })
  async all(@Param('id', CaseIdPipe) id: CaseId): Promise<AssignmentResponse[]> {
    await this.households.card(id);
    return (await this.assignments.ofHousehold(id)).map((row) => AssignmentResponse.from(row));
  }

  @Get('payments')
  @Allow(Permission.PaymentRead)
  @ApiOperation({ summary: 'Everything that was paid to a household, newest first' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: [PaymentResponse] })
  async paid(@Param('id', CaseIdPipe) id: CaseId): Promise<PaymentResponse[]> {
    await this.households.card(id);
    return (await this.payments.ofHousehold(id)).map((row) => PaymentResponse.from(row));
  }

  @Get('help-plans')
  @Allow(Permission.MeasureRead)
  @ApiOperation({ summary: 'Help plans of a household with their revisions, latest year first' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: [HelpPlanResponse] })
  async planned(@Param('id', CaseIdPipe) id: CaseId): Promise<HelpPlanResponse[]> {
    await this.households.card(id);
    return (await this.plans.ofHousehold(id)).map((row) => HelpPlanResponse.from(row));
  }
}
