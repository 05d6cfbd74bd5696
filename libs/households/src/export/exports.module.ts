import { Module } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { HouseholdsModule } from '../households.module.js';
import { ImportsModule } from '../import/imports.module.js';
import { ExportController } from './job/export.controller.js';
import { ExportRunner } from './job/export-runner.js';
import { ExportService } from './job/export.service.js';
import { FileJobs } from './job/file-jobs.js';
import { ExportReader } from './rows/export-reader.js';

@Module({
  imports: [DivisionsModule, HouseholdsModule, ImportsModule],
  controllers: [ExportController],
  providers: [ExportReader, ExportRunner, ExportService, FileJobs],
  exports: [ExportService, ExportRunner],
})
export class ExportsModule {}
