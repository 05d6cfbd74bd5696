import { Injectable } from '@nestjs/common';
import { problem, type OperationKind } from '#domain';
import { HouseholdCorrection } from './household-correction.js';
import { MemberCorrection } from './member-correction.js';
import type { OperationHandler } from './operation-handler.js';
import { YearCorrection } from './year-correction.js';

/** All kinds that this server takes; a new one is added here. */
@Injectable()
export class OperationHandlers {
  private readonly byKind: ReadonlyMap<OperationKind, OperationHandler>;

  constructor(household: HouseholdCorrection, member: MemberCorrection, year: YearCorrection) {
    this.byKind = new Map([household, member, year].map((handler): [OperationKind, OperationHandler] => [handler.kind, handler]));
  }

  /** @throws `sync.kind-not-served` */
  of(kind: OperationKind): OperationHandler {
    const handler = this.byKind.get(kind);
    if (!handler) throw problem('sync.kind-not-served', { kind });
    return handler;
  }
}
