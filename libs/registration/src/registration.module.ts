import { Module } from '@nestjs/common';
import { HouseholdsModule } from '#households';
import { ProceduresModule } from '#procedures';
import { RegistrationEffects } from './registration-effects.js';

/** Identification and clear-out: thin, for the engine does the procedure and the households keep the state. */
@Module({ imports: [HouseholdsModule, ProceduresModule], providers: [RegistrationEffects] })
export class RegistrationModule {}
