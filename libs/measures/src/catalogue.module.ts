import { Module } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { MeasureReader } from './catalogue/measure-reader.js';
import { MeasureStore } from './catalogue/measure-store.js';
import { MeasuresController } from './catalogue/measures.controller.js';

/** The catalogue of measures as published. */
@Module({ imports: [DivisionsModule], controllers: [MeasuresController], providers: [MeasureReader, MeasureStore], exports: [MeasureReader, MeasureStore] })
export class CatalogueModule {}
