import { Module, type OnModuleInit } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { HouseholdsModule } from '#households';
import { registerConstraints } from '#platform';
import { AttachmentsModule } from '#teams';
import { ScreensModule } from '../screens/screens.module.js';
import { FindingColours } from './colour.service.js';
import { FindingExtensions } from './extensions.service.js';
import { FindingPlansController } from './finding-plans.controller.js';
import { FindingReader } from './finding-reader.js';
import { FindingService } from './finding.service.js';
import { FindingsController } from './findings.controller.js';
import { LookBacks } from './look-backs.service.js';
import { OriginCopies } from './origin-copies.js';
import { FindingRaiser } from './raise.service.js';

/** Findings: what is wrong, who puts it right until when, and whether it stayed right. */
@Module({
  imports: [DivisionsModule, HouseholdsModule, AttachmentsModule, ScreensModule],
  controllers: [FindingsController, FindingPlansController],
  providers: [FindingColours, FindingExtensions, FindingRaiser, FindingReader, FindingService, LookBacks, OriginCopies],
  exports: [FindingReader],
})
export class FindingsModule implements OnModuleInit {
  onModuleInit(): void {
    // Two inspectors raise from the same hit at once, or a unit asks twice at once: the later one is told.
    registerConstraints({ finding_origin_open_once: 'finding.origin-open', finding_extension_pending_once: 'finding.extension-pending' });
  }
}
