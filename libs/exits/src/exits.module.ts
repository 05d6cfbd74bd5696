import { Module } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { EligibilityModule } from '#eligibility';
import { HouseholdsModule } from '#households';
import { ProceduresModule } from '#procedures';
import { AttachmentsModule } from '#teams';
import { AreaExits } from './area-exits.js';
import { ChecklistFilesController } from './checklist-files.controller.js';
import { ChecklistFiles } from './checklist-files.js';
import { HouseholdExits } from './household-exits.js';

/** Household exit and re-entry, village exit, county exit: what the decisions of these procedures change. */
@Module({
  imports: [DivisionsModule, HouseholdsModule, EligibilityModule, ProceduresModule, AttachmentsModule],
  controllers: [ChecklistFilesController],
  providers: [HouseholdExits, AreaExits, ChecklistFiles],
})
export class ExitsModule {}
