import { Module } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { HouseholdsModule } from '#households';
import { CheckCatalogue } from './catalogue/check-catalogue.js';
import { CheckRunsController } from './check-runs.controller.js';
import { ChecksController } from './checks.controller.js';
import { CheckHits } from './hits/check-hits.js';
import { HitsController } from './hits/hits.controller.js';
import { MovingHits } from './hits/moving-hits.js';
import { CheckPublisher } from './publish/check-publisher.js';
import { CheckExecutor } from './run/check-executor.js';
import { CheckRunJobs } from './run/check-run.jobs.js';
import { CheckRunner } from './run/check-runner.js';
import { CheckRuns } from './run/check-runs.service.js';

/** Audit checks: published versions, runs over a division, what they found, and what people say of it. */
@Module({
  imports: [DivisionsModule, HouseholdsModule],
  controllers: [ChecksController, CheckRunsController, HitsController],
  providers: [CheckCatalogue, CheckExecutor, CheckRunner, CheckRunJobs, CheckRuns, CheckHits, MovingHits, CheckPublisher],
  exports: [CheckCatalogue, CheckRuns, CheckRunner, CheckHits],
})
export class ChecksModule {}
