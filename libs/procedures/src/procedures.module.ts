import { Module, type OnModuleInit } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { EligibilityModule } from '#eligibility';
import { ExportsModule, HouseholdsModule } from '#households';
import { registerConstraints } from '#platform';
import { AttachmentsModule } from '#teams';
import { BatchSamples } from './case/batch-sample.js';
import { CaseBatch } from './case/case-batch.js';
import { CaseBoxes } from './case/case-boxes.js';
import { CaseEngine } from './case/case-engine.js';
import { CaseEvidence } from './case/case-evidence.js';
import { CaseFacts } from './case/case-facts.js';
import { CaseFlow } from './case/case-flow.js';
import { CasePapers } from './case/case-papers.js';
import { CaseSupplements } from './case/case-supplements.js';
import { OfflineCases } from './case/offline-cases.js';
import { CaseReader } from './case/case-reader.js';
import { CaseStarter } from './case/case-starter.js';
import { StartYears } from './case/start-years.js';
import { CaseStore } from './case/case-store.js';
import { CasesController, ObjectionsController } from './case/cases.controller.js';
import { MovingHouseholds } from './case/moving-households.js';
import { DirectReturns } from './case/direct-returns.js';
import { CaseCopies } from './copy/case-copies.js';
import { CaseCopiesController } from './copy/case-copies.controller.js';
import { MeetingMoves } from './case/meeting-moves.js';
import { DossierService } from './dossier/dossier.service.js';
import { EligibilityAssessor } from './effects/eligibility-assessor.js';
import { PackEffectsRegistry } from './effects/pack-effects.js';
import { SubjectAssessor } from './effects/subject-assessor.js';
import { NoticeClocks } from './notice/notice-clocks.js';
import { NoticeMoves } from './notice/notice-moves.js';
import { NoticeReader } from './notice/notice-reader.js';
import { NoticesController } from './notice/notices.controller.js';
import { PosterWriter } from './notice/poster-writer.js';
import { PackPublisher } from './pack/pack-publisher.js';
import { PackReader } from './pack/pack-reader.js';
import { PacksController } from './pack/packs.controller.js';
import { CaseForms } from './print/case-forms.js';
import { NoticePrints } from './print/notice-prints.js';
import { AnnouncementSource, CaseFormSource, PosterSource } from './print/print-sources.js';
import { CaseReporter } from './report/case-report.js';
import { CaseReportsController } from './report/case-reports.controller.js';
import { CasePrintsController } from './print/prints.controller.js';

/** The case engine. What a procedure does to the world is registered by the slices above it. */
@Module({
  imports: [DivisionsModule, HouseholdsModule, ExportsModule, EligibilityModule, AttachmentsModule],
  controllers: [CaseCopiesController, CasesController, ObjectionsController, NoticesController, PacksController, CasePrintsController, CaseReportsController],
  providers: [
    AnnouncementSource, CaseFormSource, CaseForms, NoticePrints, PosterSource, BatchSamples, CaseBatch, CaseBoxes, CaseCopies, CaseEngine, CaseEvidence, CaseFacts, CaseFlow, CasePapers, CaseReader, CaseReporter, CaseStarter, CaseStore, CaseSupplements, DirectReturns, DossierService, MeetingMoves, MovingHouseholds, NoticeClocks,
    NoticeMoves, NoticeReader, OfflineCases, PackEffectsRegistry, PackPublisher, PackReader, PosterWriter, StartYears, { provide: SubjectAssessor, useClass: EligibilityAssessor },
  ],
  exports: [CaseEngine, CasePapers, CaseReader, CaseStarter, DossierService, NoticeReader, OfflineCases, PackEffectsRegistry, PackReader, SubjectAssessor],
})
export class ProceduresModule implements OnModuleInit {
  onModuleInit(): void {
    registerConstraints({
      case_file_open_household: 'case.already-open', case_file_open_division: 'case.already-open', case_duty_once: 'case.four-eyes',
      notice_running_once: 'notice.already-published', procedure_pack_version: 'stale-version', procedure_pack_from: 'pack.invalid',
    });
  }
}
