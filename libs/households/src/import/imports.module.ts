import { Module } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { HouseholdsModule } from '../households.module.js';
import { BatchStore } from './batch/batch-store.js';
import { ImportController } from './batch/import.controller.js';
import { ImportFiles } from './batch/import-files.js';
import { ImportJobs } from './batch/import.jobs.js';
import { ImportRunner } from './batch/import-runner.js';
import { ImportService } from './batch/import.service.js';
import { ImportRowsController } from './batch/import-rows.controller.js';
import { ImportRowsService } from './batch/import-rows.service.js';
import { Mappings } from './batch/mappings.js';
import { TemplateController } from './batch/template.controller.js';
import { UndoRunner } from './batch/undo-runner.js';
import { StateLoader } from './judge/state-loader.js';
import { ErrorFileService } from './report/error-file.js';
import { PlaceLoader } from './run/place-loader.js';

@Module({
  imports: [DivisionsModule, HouseholdsModule],
  controllers: [TemplateController, ImportController, ImportRowsController],
  providers: [BatchStore, ImportFiles, ImportJobs, ImportRunner, ImportService, ImportRowsService, Mappings, UndoRunner, StateLoader, PlaceLoader, ErrorFileService],
  exports: [ImportService, ImportRowsService, ImportRunner, UndoRunner, ImportFiles, ErrorFileService],
})
export class ImportsModule {}
