import { Module } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { HouseholdsModule, ImportsModule } from '#households';
import { AssignmentFlow } from './assignment/assignment-flow.js';
import { AssignmentPlanner } from './assignment/assignment-planner.js';
import { AssignmentReader } from './assignment/assignment-reader.js';
import { AssignmentsController } from './assignment/assignments.controller.js';
import { HouseholdHelpController } from './assignment/household-help.controller.js';
import { AssetService } from './asset/asset.service.js';
import { AssetsController } from './asset/assets.controller.js';
import { YieldService } from './asset/yield.service.js';
import { BatchService } from './bank/batch.service.js';
import { BatchWriter } from './bank/batch-writer.js';
import { BatchesController } from './bank/batches.controller.js';
import { ResultService } from './bank/result.service.js';
import { CatalogueModule } from './catalogue.module.js';
import { EntitlementJudges } from './entitlement-judge.js';
import { FundService } from './fund/fund.service.js';
import { FundsController } from './fund/funds.controller.js';
import { ProposalController } from './income/proposal.controller.js';
import { ProposalService } from './income/proposal.service.js';
import { PaymentBooker } from './payment/payment-booker.js';
import { PaymentGrounds } from './payment/payment-ground.js';
import { PaymentService } from './payment/payment.service.js';
import { PaymentsController } from './payment/payments.controller.js';
import { PlanItems } from './plan/plan-items.js';
import { PlanService } from './plan/plan.service.js';
import { PlansController } from './plan/plans.controller.js';
import { ProjectFlow } from './project/project-flow.service.js';
import { ProjectMoney } from './project/project-money.service.js';
import { ProjectNotices } from './project/project-notices.js';
import { ProjectReader } from './project/project-reader.js';
import { ProjectService } from './project/project.service.js';
import { ProjectsController } from './project/projects.controller.js';
import { HelpEvents } from './shared/help-events.js';
import { HelpRows } from './shared/help-rows.js';
import { HelpedPeople } from './shared/helped-people.js';
import { MeasureLookup } from './shared/measure-lookup.js';
import { MovingHelp } from './shared/moving-help.js';

const internal = [HelpEvents, HelpRows, HelpedPeople, MeasureLookup, MovingHelp];
const projects = [FundService, ProjectService, ProjectFlow, ProjectMoney, ProjectNotices, ProjectReader];
const assignments = [AssignmentPlanner, AssignmentFlow, AssignmentReader, PlanItems, PlanService];
const payments = [PaymentGrounds, PaymentBooker, PaymentService, BatchService, BatchWriter, ResultService, AssetService, YieldService, ProposalService];

/** Help plans, assignments, payments, projects, funds and assets. */
@Module({
  imports: [CatalogueModule, DivisionsModule, HouseholdsModule, ImportsModule],
  controllers: [FundsController, ProjectsController, PlansController, AssignmentsController, HouseholdHelpController, PaymentsController, BatchesController, AssetsController, ProposalController],
  providers: [EntitlementJudges, ...internal, ...projects, ...assignments, ...payments],
  exports: [EntitlementJudges, AssignmentFlow, AssignmentReader],
})
export class HelpModule {}
