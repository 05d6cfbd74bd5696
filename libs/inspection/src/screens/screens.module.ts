import { Module } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { ApproverConsistency } from './approver-consistency.js';
import { CopiedTexts } from './copied-texts.js';
import { ImpossibleTravel } from './impossible-travel.js';
import { IncomeHeaping } from './income-heaping.js';
import { PostNumbers } from './post-numbers.js';
import { ReusedPhotos } from './reused-photos.js';
import { ScreenReader } from './screen-reader.js';
import { ScreenSettings } from './screen-settings.js';
import { ScreensController } from './screens.controller.js';
import { SuddenIncome } from './sudden-income.js';

/** Statistical screens: what is unusual about groups of records, with how sure one can be; never a list of persons. */
@Module({
  imports: [DivisionsModule],
  controllers: [ScreensController],
  providers: [ApproverConsistency, CopiedTexts, ImpossibleTravel, IncomeHeaping, PostNumbers, ReusedPhotos, ScreenReader, ScreenSettings, SuddenIncome],
  exports: [ScreenReader],
})
export class ScreensModule {}
