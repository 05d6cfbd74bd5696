import { Injectable } from '@nestjs/common';
import { lifeEvents, type CaseId } from '#domain';
import { AccessLog } from '#platform';
import { HouseholdReader } from '../household/household-reader.js';
import type { LifeEvent } from './life-event.js';
import { MergeHouseholds } from './merge.service.js';
import { MoveVillage } from './move-village.service.js';
import { PersonEvents } from './person-events.service.js';
import { SplitHousehold } from './split.service.js';
import { TransferHousehold, type Transfer } from './transfer.service.js';

/** The life of a household: one event, one transaction, one line in its timeline. */
@Injectable()
export class EventService {
  constructor(
    private readonly persons: PersonEvents,
    private readonly villages: MoveVillage,
    private readonly splits: SplitHousehold,
    private readonly merges: MergeHouseholds,
    private readonly transfers: TransferHousehold,
    private readonly reader: HouseholdReader,
    private readonly access: AccessLog,
  ) {}

  /** @returns the household that a split founded, or the one that a merger took in; null for other events */
  async happen(id: CaseId, event: LifeEvent): Promise<CaseId | null> {
    const other = await this.apply(id, event);
    await this.record(id, event.kind, { on: event.occurredOn, reason: event.reason, members: event.memberIds, toVillage: event.toVillageCode, other });
    return other;
  }

  /** @returns the household that goes on in the other county */
  async transfer(id: CaseId, transfer: Transfer): Promise<CaseId> {
    const to = await this.transfers.transfer(id, transfer);
    await this.record(id, 'transfer', { on: transfer.occurredOn, reason: transfer.reason, toVillage: transfer.toVillageCode, other: to });
    return to;
  }

  private async apply(id: CaseId, event: LifeEvent): Promise<CaseId | null> {
    switch (lifeEvents[event.kind].effect) {
      case 'join': await this.persons.join(id, event); return null;
      case 'leave': await this.persons.leave(id, event); return null;
      case 'relations': await this.persons.changeHead(id, event); return null;
      case 'move': await this.villages.move(id, event); return null;
      case 'split': return this.splits.split(id, event);
      case 'merge': await this.merges.merge(id, event); return event.other ?? null;
    }
  }

  private async record(id: CaseId, kind: string, payload: Record<string, unknown>): Promise<void> {
    const { villageCode } = await this.reader.card(id);
    await this.access.event('LIFE_EVENT', 'household', id.id, { kind, ...payload }, { villageCode, householdId: id.id });
  }
}
