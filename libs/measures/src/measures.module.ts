import { Module } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { HouseholdsModule } from '#households';
import { EntitlementJudges } from './entitlement-judge.js';

/** Measure catalogue, help plans, assignments, payments, projects, funds and assets. */
@Module({ imports: [DivisionsModule, HouseholdsModule], providers: [EntitlementJudges], exports: [EntitlementJudges] })
export class MeasuresModule {}
