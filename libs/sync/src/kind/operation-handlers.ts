import { Injectable } from '@nestjs/common';
import { problem, type OperationKind } from '#domain';
import { AssignmentDelivery } from './assignment-delivery.js';
import { EvidenceAttaching, ObjectionFiling } from './case-handlers.js';
import { CaseActing, CaseStarting } from './case-work-handlers.js';
import { HouseholdCorrection } from './household-correction.js';
import { HouseholdEvent } from './household-event.js';
import { MemberCorrection } from './member-correction.js';
import type { OperationHandler, RefusedWork } from './operation-handler.js';
import { ClueAppending, ClueRecording, TaskActing } from './task-handlers.js';
import { VisitCorrecting, VisitRecording } from './visit-handlers.js';
import { YearCorrection } from './year-correction.js';

/** Providers of all kinds that this server takes. */
export const operationHandlers = [
  VisitRecording, VisitCorrecting, ClueRecording, TaskActing, ObjectionFiling, EvidenceAttaching, CaseStarting, CaseActing, HouseholdCorrection, MemberCorrection,
  HouseholdEvent, YearCorrection, AssignmentDelivery, ClueAppending,
];

/** Finds the handler of a kind; a new kind is added to the list above and to the constructor, one of a room above this by {@link OperationHandlers.add}. */
@Injectable()
export class OperationHandlers {
  private readonly byKind: Map<OperationKind, OperationHandler>;

  constructor(
    visits: VisitRecording,
    visitCorrections: VisitCorrecting,
    clues: ClueRecording,
    tasks: TaskActing,
    objections: ObjectionFiling,
    evidence: EvidenceAttaching,
    starts: CaseStarting,
    acts: CaseActing,
    households: HouseholdCorrection,
    members: MemberCorrection,
    events: HouseholdEvent,
    years: YearCorrection,
    deliveries: AssignmentDelivery,
    additions: ClueAppending,
  ) {
    const handlers: OperationHandler[] = [visits, visitCorrections, clues, tasks, objections, evidence, starts, acts, households, members, events, years, deliveries, additions];
    this.byKind = new Map(handlers.map((handler) => [handler.kind, handler]));
  }

  /** Takes in the handlers of a room that this one does not know, when the application starts. */
  add(...handlers: readonly OperationHandler[]): void {
    for (const handler of handlers) this.byKind.set(handler.kind, handler);
  }

  /** Tells the handler of the kind, when there is one, that work of it was refused. */
  async refused(work: RefusedWork): Promise<void> {
    await this.byKind.get(work.operation.kind)?.refused?.(work);
  }

  /** @throws `sync.kind-not-served` */
  of(kind: OperationKind): OperationHandler {
    const handler = this.byKind.get(kind);
    if (!handler) throw problem('sync.kind-not-served', { kind });
    return handler;
  }
}
