import { Injectable } from '@nestjs/common';
import { holds, Permission, problem } from '#domain';
import { OfflineActRequest, OfflineCases, StartCaseRequest } from '#procedures';
import { currentContext, validated } from '#platform';
import type { Incoming, OperationHandler, Outcome } from './operation-handler.js';

/** `case.start` {pack, subjectId, year?, reason?}: opens the case that is the entity; a case that was opened meanwhile is joined. */
@Injectable()
export class CaseStarting implements OperationHandler {
  readonly kind = 'case.start';

  constructor(private readonly cases: OfflineCases) {}

  async apply({ entity, payload }: Incoming): Promise<Outcome> {
    const request = await validated(StartCaseRequest, { ...payload, id: entity.id });
    const { row, kept } = await this.cases.start({ ...request, id: entity.id });
    return { version: row.version, householdId: row.household_id ?? undefined, kept };
  }
}

/** `case.act` {action, step, …}: one step of the case that is the entity. When the case has left that step, what was done is kept with it and nothing else happens. */
@Injectable()
export class CaseActing implements OperationHandler {
  readonly kind = 'case.act';

  constructor(private readonly cases: OfflineCases) {}

  async apply({ entity, payload }: Incoming): Promise<Outcome> {
    const request = await validated(OfflineActRequest, payload);
    const verb = verbs[request.action];
    if (verb && !holds(currentContext().actor.role, verb)) throw problem('forbidden', { permission: verb });
    const { row, kept } = await this.cases.act(entity, request);
    return { version: row.version, householdId: row.household_id ?? undefined, kept };
  }
}

/** Verbs of routes of their own; the others need what the kind needs. */
const verbs: Readonly<Partial<Record<OfflineActRequest['action'], Permission>>> = { settle_objection: Permission.ObjectionSettle };
