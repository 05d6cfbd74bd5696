import { Module } from '@nestjs/common';
import { QuestionsModule } from './questions/questions.module.js';

/** Inspection: whether what was decided was true. Each room has a module of its own and is listed here. */
@Module({ imports: [QuestionsModule] })
import { FindingsModule } from './findings/findings.module.js';

/** Inspection: whether what was decided was true. Each room has a module of its own and is listed here. */
@Module({ imports: [FindingsModule] })
export class InspectionModule {}
