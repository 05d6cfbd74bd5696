import { Module } from '@nestjs/common';
import { ExportsModule } from '#households';
import { QuestionsModule } from '../questions/index.js';
import { BriefSource } from './brief-source.js';
import { BriefsController } from './briefs.controller.js';

/** Briefs from answers that were kept: files of the same list as all exports. */
@Module({ imports: [ExportsModule, QuestionsModule], controllers: [BriefsController], providers: [BriefSource] })
export class BriefsModule {}
