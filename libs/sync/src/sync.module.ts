import { Module } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { HouseholdsModule } from '#households';
import { EligibilityModule } from '#eligibility';
import { ProceduresModule } from '#procedures';

/** Offline work: operations of devices come in once and in order, changes of the territory go out. */
@Module({ imports: [DivisionsModule, HouseholdsModule, EligibilityModule, ProceduresModule] })
export class SyncModule {}
