import { Module } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { HouseholdsModule } from '#households';

/** Measure catalogue, help plans, assignments, payments, projects, funds and assets. */
@Module({ imports: [DivisionsModule, HouseholdsModule] })
export class MeasuresModule {}
