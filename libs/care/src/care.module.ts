import { Module } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { HouseholdsModule } from '#households';
import { EligibilityModule } from '#eligibility';

/** Care registers: lists of people who must be looked after, derived by rules, with their duties and files. */
@Module({ imports: [DivisionsModule, HouseholdsModule, EligibilityModule] })
export class CareModule {}
