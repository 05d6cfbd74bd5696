import { Module } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { FindingsModule } from '../findings/findings.module.js';
import { SamplesModule } from '../samples/samples.module.js';
import { InspectionPrintsController } from './prints.controller.js';

/** Sheets of inspection: lists of samples and notices of rectification. */
@Module({ imports: [DivisionsModule, FindingsModule, SamplesModule], controllers: [InspectionPrintsController] })
export class InspectionPrintsModule {}
