import { Injectable } from '@nestjs/common';
import { VisitCorrectionRequest, VisitRequest, VisitService, type VisitInput } from '#teams';
import { validated } from '#platform';
import { caseIdOf } from './correction-payload.js';
import { payloadFault, type Incoming, type OperationHandler, type Outcome } from './operation-handler.js';

/** `visit.record` {householdId, …}: the body of `POST /visits` without its id, which is the entity's. */
@Injectable()
export class VisitRecording implements OperationHandler {
  readonly kind = 'visit.record';

  constructor(private readonly visits: VisitService) {}

  async apply({ operation, entity, payload }: Incoming): Promise<Outcome> {
    const request = await validated(VisitRequest, { ...payload, id: entity.id, deviceId: operation.deviceId });
    return record(this.visits, VisitRequest.input(request));
  }
}

/** `visit.correct` {householdId, of, reason, …}: a new visit that replaces what the visit `of` says; nothing is overwritten. */
@Injectable()
export class VisitCorrecting implements OperationHandler {
  readonly kind = 'visit.correct';

  constructor(private readonly visits: VisitService) {}

  async apply({ operation, entity, payload }: Incoming): Promise<Outcome> {
    const householdId = caseIdOf(payload, 'householdId');
    const of = caseIdOf(payload, 'of');
    if (of.countyCode !== householdId.countyCode) throw payloadFault('of', 'county');
    const { householdId: _household, of: _of, ...content } = payload;
    const request = await validated(VisitCorrectionRequest, { ...content, id: entity.id, deviceId: operation.deviceId });
    return record(this.visits, VisitCorrectionRequest.input(request, { householdId, of: of.id }));
  }
}

async function record(visits: VisitService, input: VisitInput): Promise<Outcome> {
  await visits.record(input);
  return { householdId: input.householdId.id };
}
