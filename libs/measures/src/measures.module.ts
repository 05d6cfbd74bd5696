import { Module } from '@nestjs/common';
import { CatalogueModule } from './catalogue.module.js';
import { HelpModule } from './help.module.js';

/** Measure catalogue, help plans, assignments, payments, projects, funds and assets. */
@Module({ imports: [CatalogueModule, HelpModule], exports: [CatalogueModule, HelpModule] })
export class MeasuresModule {}
