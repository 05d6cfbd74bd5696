import { Injectable } from '@nestjs/common';
import { CaseEngine, CasePapers, EvidenceListRequest, ObjectionRequest } from '#procedures';
import { validated } from '#platform';
import type { Incoming, OperationHandler, Outcome } from './operation-handler.js';

/** `objection.file` {statement, objector?}: an objection to the case that is the entity; it only adds and stops the notice's clock. */
@Injectable()
export class ObjectionFiling implements OperationHandler {
  readonly kind = 'objection.file';

  constructor(private readonly engine: CaseEngine) {}

  async apply({ entity, payload }: Incoming): Promise<Outcome> {
    const { statement, objector } = await validated(ObjectionRequest, payload);
    const row = await this.engine.act(entity, { action: 'object', expectedVersion: null, statement, objector });
    return { version: row.version, householdId: row.household_id ?? undefined };
  }
}

/** `evidence.attach` {evidence: […], step?}: papers for a step of the case, the current one unless another is named; it decides nothing. */
@Injectable()
export class EvidenceAttaching implements OperationHandler {
  readonly kind = 'evidence.attach';

  constructor(private readonly papers: CasePapers) {}

  async apply({ entity, payload }: Incoming): Promise<Outcome> {
    const { evidence, step } = await validated(EvidenceListRequest, payload);
    const { row, kept } = await this.papers.attach(entity, evidence, step);
    return { version: row.version, householdId: row.household_id ?? undefined, kept };
  }
}
