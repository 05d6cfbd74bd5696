import { Module } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { HouseholdsModule, ImportsModule } from '#households';
import { ComparisonExpiry } from './comparison-expiry.js';
import { ComparisonMoves } from './comparison-moves.js';
import { ComparisonRunner } from './comparison-runner.js';
import { ComparisonUpload } from './comparison-upload.js';
import { ComparisonJobs } from './comparison.jobs.js';
import { ComparisonsController } from './comparisons.controller.js';
import { Comparisons } from './comparisons.service.js';
import { ListFile } from './list-file.js';
import { ListStager } from './list-stager.js';
import { MatchInbox } from './match-inbox.js';
import { MatchesController } from './matches.controller.js';

/** Comparisons with registers of other departments: a list is uploaded, matched with our members, judged, and deleted on its day. */
@Module({
  imports: [DivisionsModule, HouseholdsModule, ImportsModule],
  controllers: [ComparisonsController, MatchesController],
  providers: [ListFile, ListStager, Comparisons, ComparisonUpload, ComparisonRunner, ComparisonExpiry, ComparisonJobs, ComparisonMoves, MatchInbox],
  exports: [Comparisons, ComparisonRunner],
})
export class ComparisonsModule {}
