import { Module, type OnModuleInit } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { EligibilityModule } from '#eligibility';
import { registerConstraints } from '#platform';
import { OperationHandlers, SyncModule } from '#sync';
import { AttachmentsModule } from '#teams';
import { QuestionsModule } from '../questions/index.js';
import { FrameReader } from './frame-reader.js';
import { SampleIssueController } from './issue.controller.js';
import { SpotCheckAnswering, SpotCheckAttempting, SpotCheckExplaining, SpotCheckReplacing, spotCheckHandlers } from './phone/spot-check-handlers.js';
import { SpotCheckReader } from './phone/spot-check-reader.js';
import { SpotChecksController } from './phone/spot-checks.controller.js';
import { RecordedReader } from './recorded-reader.js';
import { RefusedSpotChecksController } from './refused/refused-work.controller.js';
import { RefusedWorkKeeper } from './refused/refused-work.keeper.js';
import { RefusedSpotChecks } from './refused/refused-work.service.js';
import { SampleDrawing } from './sample-draw.service.js';
import { SampleIssue } from './sample-issue.service.js';
import { SampleReader } from './sample-reader.js';
import { SampleResults } from './sample-results.service.js';
import { SampleTasks } from './sample-tasks.service.js';
import { SamplesController } from './samples.controller.js';
import { SampleTasksController } from './tasks.controller.js';

/** Samples: drawn so that anybody can draw them again, sealed until issued, visited blind. */
@Module({
  imports: [DivisionsModule, EligibilityModule, AttachmentsModule, SyncModule, QuestionsModule],
  controllers: [SamplesController, SampleIssueController, SampleTasksController, SpotChecksController, RefusedSpotChecksController],
  providers: [FrameReader, SampleReader, SampleDrawing, SampleIssue, SampleResults, SampleTasks, RecordedReader, SpotCheckReader, RefusedSpotChecks, RefusedWorkKeeper, ...spotCheckHandlers],
  exports: [SampleReader, SampleDrawing],
})
export class SamplesModule implements OnModuleInit {
  constructor(
    private readonly operations: OperationHandlers,
    private readonly attempting: SpotCheckAttempting,
    private readonly answering: SpotCheckAnswering,
    private readonly explaining: SpotCheckExplaining,
    private readonly replacing: SpotCheckReplacing,
  ) {}

  onModuleInit(): void {
    this.operations.add(this.attempting, this.answering, this.explaining, this.replacing);
    // Two sendings of one answer at once: the later one is told to try again with what it has.
    registerConstraints({ sample_answer_pk: 'idempotency-mismatch', sample_attempt_pk: 'idempotency-mismatch' });
  }
}
