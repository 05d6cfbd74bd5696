import { Module } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { EligibilityModule } from '#eligibility';
import { ProceduresModule } from '#procedures';
import { RecordHistoryController } from './record-history.controller.js';
import { RecordHistory } from './record-history.service.js';
import { ReplayController } from './replay.controller.js';
import { DecisionReplays } from './replay.service.js';

/** What happened to a record, and what became of decisions under other rules. */
@Module({
  imports: [DivisionsModule, EligibilityModule, ProceduresModule],
  controllers: [RecordHistoryController, ReplayController],
  providers: [RecordHistory, DecisionReplays],
  exports: [RecordHistory, DecisionReplays],
})
export class HistoryModule {}
