import { Module } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { HouseholdsModule } from '../households.module.js';
import { ImportsModule } from '../import/imports.module.js';
import { ExportController } from './job/export.controller.js';
import { ExportRunner } from './job/export-runner.js';
import { ExportService } from './job/export.service.js';
import { PrintBatchController } from './job/print-batch.controller.js';
import { FileJobs } from './job/file-jobs.js';
import { ExportReader } from './rows/export-reader.js';
import { ExportSources } from './sources/export-source.js';
import { HouseholdSource } from './sources/household-source.js';

@Module({
  imports: [DivisionsModule, HouseholdsModule, ImportsModule],
  controllers: [ExportController, PrintBatchController],
  providers: [ExportReader, ExportSources, HouseholdSource, ExportRunner, ExportService, FileJobs],
  exports: [ExportService, ExportRunner, ExportSources],
})
export class ExportsModule {}
