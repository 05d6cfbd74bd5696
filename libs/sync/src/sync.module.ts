import { Module } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { HouseholdsModule } from '#households';
import { EligibilityModule } from '#eligibility';
import { ProceduresModule } from '#procedures';
import { ContestedController } from './contested/contested.controller.js';
import { ContestedFields } from './contested/contested-fields.js';
import { ContestedService } from './contested/contested.service.js';
import { DeviceController } from './device/device.controller.js';
import { DeviceService } from './device/device.service.js';
import { ServerGate } from './device/server-gate.js';
import { CurrentRows } from './kind/current-rows.js';
import { HouseholdCorrection } from './kind/household-correction.js';
import { MemberCorrection } from './kind/member-correction.js';
import { OperationHandlers } from './kind/operation-handlers.js';
import { YearCorrection } from './kind/year-correction.js';
import { OperationRun } from './operation/operation-run.js';
import { OperationStore } from './operation/operation-store.js';
import { OperationsController } from './operation/operations.controller.js';
import { OperationsService } from './operation/operations.service.js';

const kinds = [HouseholdCorrection, MemberCorrection, YearCorrection];

/** Offline work: operations of devices come in once and in order, changes of the territory go out. */
@Module({
  imports: [DivisionsModule, HouseholdsModule, EligibilityModule, ProceduresModule],
  controllers: [DeviceController, OperationsController, ContestedController],
  providers: [DeviceService, ServerGate, OperationsService, OperationRun, OperationStore, OperationHandlers, ...kinds, CurrentRows, ContestedFields, ContestedService],
})
export class SyncModule {}
