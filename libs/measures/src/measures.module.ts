import { Module } from '@nestjs/common';
import { HelpModule } from './help.module.js';

/** Measure catalogue, help plans, assignments, payments, projects, funds and assets. */
@Module({ imports: [HelpModule], exports: [HelpModule] })
export class MeasuresModule {}
