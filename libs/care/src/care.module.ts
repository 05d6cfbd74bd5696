import { Module, type OnModuleInit } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { EligibilityModule } from '#eligibility';
import { ExportsModule, HouseholdsModule, ImportsModule } from '#households';
import { registerConstraints } from '#platform';
import { CareComparisonsController } from './comparison/comparisons.controller.js';
import { CareComparisons } from './comparison/comparisons.service.js';
import { ListUpload } from './comparison/list-upload.js';
import { CareJobs } from './derive/care.jobs.js';
import { CareDerivation } from './derive/derivation.service.js';
import { CareMoves } from './entries/care-moves.js';
import { CareEntriesController } from './entries/entries.controller.js';
import { CareEntries } from './entries/entries.service.js';
import { ClearNumbers } from './file/clear-numbers.js';
import { CareFilesController } from './file/files.controller.js';
import { HouseholdFile } from './file/household-file.js';
import { VillageFile } from './file/village-file.js';
import { HouseholdPrints } from './print/household-prints.js';
import { HelpCardSource, HouseholdFileSource } from './print/print-sources.js';
import { HouseholdPrintsController } from './print/prints.controller.js';
import { CareRegisterReader } from './registers/register-reader.js';
import { CareRegistersController } from './registers/registers.controller.js';

/** Care registers: lists of people who must be looked after, derived by rules, with their duties, comparisons and files. */
@Module({
  imports: [DivisionsModule, HouseholdsModule, ImportsModule, ExportsModule, EligibilityModule],
  controllers: [CareRegistersController, CareEntriesController, CareComparisonsController, CareFilesController, HouseholdPrintsController],
  providers: [CareRegisterReader, CareDerivation, CareJobs, CareMoves, CareEntries, CareComparisons, ListUpload, ClearNumbers, HouseholdFile, VillageFile, HouseholdPrints, HelpCardSource, HouseholdFileSource],
  exports: [CareRegisterReader, CareEntries, CareDerivation, HouseholdFile, VillageFile],
})
export class CareModule implements OnModuleInit {
  onModuleInit(): void {
    // Two phones send the same contact at once: the later one is told that the id is taken.
    registerConstraints({ care_contact_pk: 'care.contact-repeated' });
  }
}
