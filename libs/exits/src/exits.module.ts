import { Module } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { EligibilityModule } from '#eligibility';
import { HouseholdsModule } from '#households';
import { ProceduresModule } from '#procedures';
import { AreaExits } from './area-exits.js';
import { HouseholdExits } from './household-exits.js';

/** Household exit and re-entry, village exit, county exit: what the decisions of these procedures change. */
@Module({ imports: [DivisionsModule, HouseholdsModule, EligibilityModule, ProceduresModule], providers: [HouseholdExits, AreaExits] })
export class ExitsModule {}
