import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HouseholdMoves } from '#households';
import { currentContext, Db } from '#platform';
import { carryPauses } from '../clue/clue-pause.queries.js';
import { carryClues } from '../clue/clue.queries.js';
import { carryPairings, endPairingsOfHousehold } from '../pairing/pairing.queries.js';
import { carryTaskEvents, carryTasks } from '../task/task.queries.js';
import { carryVisits } from './visit.queries.js';

/** What was written down about a household follows it to another village of its county; in another county it begins anew. */
@Injectable()
export class FieldWorkMoves implements OnModuleInit {
  constructor(
    private readonly moves: HouseholdMoves,
    private readonly db: Db,
  ) {}

  onModuleInit(): void {
    this.moves.onMoved(async ({ from, to }) => {
      if (from.countyCode !== to.countyCode) {
        await this.db.query(endPairingsOfHousehold, [from.countyCode, from.id, currentContext().today]);
        return;
      }
      for (const statement of [carryVisits, carryTasks, carryTaskEvents, carryClues, carryPauses, carryPairings]) await this.db.query(statement, [to.countyCode, to.id, to.villageCode]);
    });
  }
}
