import { Module, type OnModuleInit } from '@nestjs/common';
import { ExportsModule, ExportSources, FieldWriter, HouseholdsModule } from '#households';
import { Db } from '#platform';
import { QuestionsModule } from '../questions/index.js';
import { EvidenceExportsController } from './evidence-exports.controller.js';
import { QuestionSource } from './question-source.js';
import { StatementSource } from './statement-source.js';
import { statementDefinitions } from './statement-sources.js';

/** What inspection adds to exports: its sources, and the door to them. Jobs, files and the second person are those of all exports. */
@Module({
  imports: [ExportsModule, HouseholdsModule, QuestionsModule],
  controllers: [EvidenceExportsController],
  providers: [QuestionSource],
})
export class InspectionExportsModule implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly fields: FieldWriter,
    private readonly sources: ExportSources,
  ) {}

  onModuleInit(): void {
    for (const definition of statementDefinitions(this.db, this.fields)) this.sources.register(new StatementSource(this.db, definition));
  }
}
