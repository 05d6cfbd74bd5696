import { Module } from '@nestjs/common';
import { BriefsModule } from './briefs/briefs.module.js';
import { ChecksModule } from './checks/checks.module.js';
import { ComparisonsModule } from './comparisons/comparisons.module.js';
import { FindingsModule } from './findings/findings.module.js';
import { InspectionExportsModule } from './exports/inspection-exports.module.js';
import { InspectionPrintsModule } from './prints/prints.module.js';
import { HistoryModule } from './history/history.module.js';
import { QuestionsModule } from './questions/questions.module.js';
import { SamplesModule } from './samples/samples.module.js';

/** Inspection: whether what was decided was true. Each room has a module of its own and is listed here. */
@Module({
  imports: [
    BriefsModule,
    ChecksModule,
    ComparisonsModule,
    FindingsModule,
    HistoryModule,
    InspectionExportsModule, InspectionPrintsModule,
    QuestionsModule,
    SamplesModule,
  ],
})
export class InspectionModule {}
