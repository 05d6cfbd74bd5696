import { Module } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { MeasuresModule } from '#measures';
import { EntitlementReader } from './entitlements/entitlement-reader.js';
import { EntitlementsController } from './entitlements/entitlements.controller.js';
import { MeasurePublisher } from './entitlements/measure-publisher.service.js';
import { MeasureVersionsController } from './entitlements/measure-versions.controller.js';
import { MeasureJudge } from './entitlements/measure-judge.js';
import { PresentHouseholds } from './entitlements/present-household.js';
import { EntitlementBasisReader } from './entitlements/entitlement-basis.js';
import { AreaRecordsController } from './records/area-records.controller.js';
import { AreaRecords } from './records/area-records.service.js';
import { VersionedRecords } from './records/versioned-records.js';
import { BasisReader } from './recalculation/county-basis.js';
import { CountyParameters } from './recalculation/county-parameters.js';
import { ProofService } from './recalculation/proof.service.js';
import { RecalculationJobs } from './recalculation/recalculation.jobs.js';
import { RecalculationService } from './recalculation/recalculation.service.js';
import { RegionReader } from './recalculation/region-reader.js';
import { VillageBatch } from './recalculation/village-batch.js';
import { ReportsController } from './report/reports.controller.js';
import { IncomeReporter } from './report/income-report.js';
import { StockReporter } from './report/stock-report.js';
import { RulePublisher } from './rules/rule-publisher.service.js';
import { RuleReader } from './rules/rule-reader.js';
import { RulesController } from './rules/rules.controller.js';
import { RunsController } from './runs/runs.controller.js';
import { RunsService } from './runs/runs.service.js';
import { SimulationService } from './simulation/simulation.service.js';
import { SimulationsController } from './simulation/simulations.controller.js';
import { Assessor } from './verdicts/assessor.js';
import { ExplanationReader } from './verdicts/explanation-reader.js';
import { VerdictReader } from './verdicts/verdict-reader.js';
import { VerdictsController } from './verdicts/verdicts.controller.js';

/** Facts, rules and verdicts; recalculation and its proof. */
@Module({
  imports: [DivisionsModule, MeasuresModule],
  controllers: [VerdictsController, EntitlementsController, MeasureVersionsController, AreaRecordsController, RulesController, SimulationsController, RunsController, ReportsController],
  providers: [
    RuleReader, RulePublisher, CountyParameters, EntitlementBasisReader, PresentHouseholds, MeasureJudge, MeasurePublisher, EntitlementReader, BasisReader, VillageBatch, RecalculationService, ProofService, RegionReader, RecalculationJobs, SimulationService,
    ExplanationReader, VerdictReader, Assessor, VersionedRecords, AreaRecords, RunsService, IncomeReporter, StockReporter,
  ],
  exports: [RuleReader, RecalculationService, ProofService, RegionReader, VerdictReader, Assessor, AreaRecords, StockReporter, SimulationService, RunsService, EntitlementReader, PresentHouseholds],
})
export class EligibilityModule {}
