import { Module } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { HouseholdsModule } from '#households';
import { EntitlementJudges } from './entitlement-judge.js';
import { FundService } from './fund/fund.service.js';
import { FundsController } from './fund/funds.controller.js';
import { ProjectFlow } from './project/project-flow.service.js';
import { ProjectMoney } from './project/project-money.service.js';
import { ProjectNotices } from './project/project-notices.js';
import { ProjectReader } from './project/project-reader.js';
import { ProjectService } from './project/project.service.js';
import { ProjectsController } from './project/projects.controller.js';
import { HelpEvents } from './shared/help-events.js';
import { HelpRows } from './shared/help-rows.js';
import { MeasureLookup } from './shared/measure-lookup.js';

const internal = [HelpEvents, HelpRows, MeasureLookup];
const projects = [FundService, ProjectService, ProjectFlow, ProjectMoney, ProjectNotices, ProjectReader];

/** Help plans, assignments, payments, projects, funds and assets. */
@Module({
  imports: [DivisionsModule, HouseholdsModule],
  controllers: [FundsController, ProjectsController],
  providers: [EntitlementJudges, ...internal, ...projects],
  exports: [EntitlementJudges],
})
export class HelpModule {}
