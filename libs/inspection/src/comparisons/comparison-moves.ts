import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HouseholdMoves } from '#households';
import { Db } from '#platform';
import { carryMatches } from './inbox.queries.js';

/** What a list says of people goes with their household to another village of the county. */
@Injectable()
export class ComparisonMoves implements OnModuleInit {
  constructor(
    private readonly moves: HouseholdMoves,
    private readonly db: Db,
  ) {}

  onModuleInit(): void {
    this.moves.onMoved(async ({ from, to }) => {
      // A move to another county is a new household there; what was found here stays here.
      if (from.countyCode !== to.countyCode) return;
      for (const statement of carryMatches) await this.db.query(statement, [to.countyCode, to.id, to.villageCode]);
    });
  }
}
