import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HouseholdMoves } from '#households';
import { Db } from '#platform';
import { carryHits, carryVerdicts } from './hit.queries.js';

/** Hits and verdicts go along with a household that moves within its county; in another county it is another household. */
@Injectable()
export class MovingHits implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly moves: HouseholdMoves,
  ) {}

  onModuleInit(): void {
    this.moves.onMoved(async ({ from, to }) => {
      if (from.countyCode !== to.countyCode) return;
      const place = [to.countyCode, to.id, to.villageCode];
      await this.db.query(carryVerdicts, place);
      await this.db.query(carryHits, place);
    });
  }
}
