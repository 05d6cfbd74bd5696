import { Injectable } from '@nestjs/common';
import { countyCodeOf, problem, type CaseId } from '#domain';
import { Db } from '#platform';
import { HouseholdLock } from '../household/household-lock.js';
import { moveRows } from './event.queries.js';
import { HouseholdMoves } from './household-moves.js';
import { need, requirePastDay, type LifeEvent } from './life-event.js';

/** A household that moves within its county keeps its id; all its rows follow, and both villages are recalculated. */
@Injectable()
export class MoveVillage {
  constructor(
    private readonly db: Db,
    private readonly lock: HouseholdLock,
    private readonly moves: HouseholdMoves,
  ) {}

  /** @throws `household.other-county`, `household.same-village`, `household.village-unknown` */
  async move(id: CaseId, event: LifeEvent): Promise<void> {
    const household = await this.lock.lockVersion(id, event.version);
    requirePastDay(event.occurredOn);
    const village = need(event.toVillageCode, 'toVillageCode');
    if (countyCodeOf(village) !== id.countyCode) throw problem('household.other-county');
    if (village === household.village_code) throw problem('household.same-village');
    await this.lock.requireVillage(village);
    for (const statement of moveRows) await this.db.query(statement, [id.countyCode, id.id, village]);
    await this.moves.moved({ from: { ...id, villageCode: household.village_code }, to: { ...id, villageCode: village } });
  }
}
