import { Module } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { HouseholdsModule } from '#households';
import { EligibilityModule } from '#eligibility';
import { ProceduresModule } from '#procedures';
import { MeasuresModule } from '#measures';
import { TeamsModule } from '#teams';
import { ChangesController } from './change/changes.controller.js';
import { PackReader } from './change/pack-reader.js';
import { ReferenceData } from './change/reference-data.js';
import { ContestedController } from './contested/contested.controller.js';
import { ContestedFields } from './contested/contested-fields.js';
import { ContestedService } from './contested/contested.service.js';
import { MovingContested } from './contested/moving-contested.js';
import { DeviceController } from './device/device.controller.js';
import { DeviceService } from './device/device.service.js';
import { ServerGate } from './device/server-gate.js';
import { CurrentRows } from './kind/current-rows.js';
import { OperationHandlers, operationHandlers } from './kind/operation-handlers.js';
import { OperationRun } from './operation/operation-run.js';
import { OperationStore } from './operation/operation-store.js';
import { OperationsController } from './operation/operations.controller.js';
import { OperationsService } from './operation/operations.service.js';
import { SealedController } from './sealed/sealed.controller.js';
import { SealedOpener } from './sealed/sealed-opener.js';
import { SealedPhoto } from './sealed/sealed-photo.js';
import { SealedService } from './sealed/sealed.service.js';
import { PendingController } from './pending/pending.controller.js';
import { PendingService } from './pending/pending.service.js';

/** Offline work: operations of devices come in once and in order, changes of the territory go out. */
@Module({
  imports: [DivisionsModule, HouseholdsModule, TeamsModule, MeasuresModule, EligibilityModule, ProceduresModule],
  controllers: [DeviceController, OperationsController, ContestedController, ChangesController, PendingController, SealedController],
  providers: [DeviceService, ServerGate, OperationsService, OperationRun, OperationStore, OperationHandlers, ...operationHandlers, CurrentRows, ContestedFields, ContestedService, MovingContested, PackReader, ReferenceData, PendingService, SealedService, SealedOpener, SealedPhoto],
  exports: [OperationHandlers, DeviceService, ServerGate],
})
export class SyncModule {}
