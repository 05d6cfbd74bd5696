import { Injectable } from '@nestjs/common';
import { formatCaseId, lifeEventKinds, lifeEvents, problem, sameValue, type CaseId, type LifeEventKind, type Values } from '#domain';
import { EventService, HouseholdReader, lifeEvent, LifeEventRequest } from '#households';
import { validated } from '#platform';
import { caseIdOf, checkedFields, objectOf, onlyKeys, shownValue } from './correction-payload.js';
import { CurrentRows, type CurrentRow } from './current-rows.js';
import { payloadFault, type Incoming, type OperationHandler, type Outcome } from './operation-handler.js';

/**
 * `household.event` {householdId, kind, occurredOn, reason?, values?, relations?}: the entity is the person who joins (with
 * `values`) or leaves. The household is taken as it stands: what others corrected meanwhile does not undo a birth or a death.
 * Whoever joined or left like this already is not counted twice. Moves, splits and mergers of whole households are online work.
 */
@Injectable()
export class HouseholdEvent implements OperationHandler {
  readonly kind = 'household.event';

  constructor(
    private readonly reader: HouseholdReader,
    private readonly events: EventService,
    private readonly rows: CurrentRows,
  ) {}

  async apply({ entity, payload }: Incoming): Promise<Outcome> {
    onlyKeys(payload, ['householdId', 'kind', 'occurredOn', 'reason', 'values', 'relations']);
    const household = caseIdOf(payload, 'householdId');
    if (household.countyCode !== entity.countyCode) throw payloadFault('householdId', 'county');
    const { kind, values, ...rest } = await this.request(entity, payload);
    const card = await this.reader.lockForDecision(household);
    const person = await this.rows.member(entity, household);
    const repeated = person !== null && (values ? joinedLike(person, values) : leftLike(person, { kind, on: rest.body.occurredOn }));
    if (!repeated) await this.events.happen(household, lifeEvent(rest.body, card.version));
    return { version: (await this.rows.member(entity, household))?.version, householdId: household.id };
  }

  /** The body of `POST /households/:id/events` for one person. */
  private async request(entity: CaseId, payload: Incoming['payload']): Promise<{ kind: LifeEventKind; values: Values | null; body: LifeEventRequest }> {
    const { householdId: _, values: given, kind, ...rest } = payload;
    const effect = isLifeEvent(kind) ? lifeEvents[kind].effect : null;
    if (!isLifeEvent(kind) || (effect !== 'join' && effect !== 'leave')) throw payloadFault('kind', 'isIn');
    if (effect === 'leave') {
      if (given !== undefined) throw payloadFault('values', 'unknown');
      const body = await validated(LifeEventRequest, { ...rest, kind, memberIds: [formatCaseId(entity.countyCode, entity.id)] });
      return { kind, values: null, body };
    }
    const values = checkedFields('member', objectOf(payload, 'values'), []);
    return { kind, values, body: await validated(LifeEventRequest, { ...rest, kind, member: { id: entity.id, values } }) };
  }
}

function isLifeEvent(value: unknown): value is LifeEventKind {
  return typeof value === 'string' && (lifeEventKinds as readonly string[]).includes(value);
}

/** True when this very person was entered already. @throws `idempotency-mismatch` when the id is somebody else's */
function joinedLike(person: CurrentRow, values: Values): boolean {
  const shown = shownValue('member');
  if (Object.entries(values).every(([key, value]) => sameValue(person.values[key], shown(key, value)))) return true;
  throw problem('idempotency-mismatch');
}

/** True when the person left on that day for that reason already. */
function leftLike(person: CurrentRow, { kind, on }: { kind: LifeEventKind; on: string }): boolean {
  return person.values['memberStatus'] === 'REMOVED' && person.values['memberChangeReason'] === lifeEvents[kind].reason && person.values['leftOn'] === on;
}
