import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HouseholdMoves } from '#households';
import { Db } from '#platform';
import { carryContested } from './contested.queries.js';

/** Contested values follow their household to another village of its county; in another county the old rows stay with the old one. */
@Injectable()
export class MovingContested implements OnModuleInit {
  constructor(
    private readonly moves: HouseholdMoves,
    private readonly db: Db,
  ) {}

  onModuleInit(): void {
    this.moves.onMoved(async ({ from, to }) => {
      if (from.countyCode === to.countyCode) await this.db.query(carryContested, [to.countyCode, to.id, to.villageCode]);
    });
  }
}
