import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HouseholdMoves, type HouseholdMove } from '#households';
import { Db } from '#platform';
import { followAssets, followHousehold } from './moving-help.queries.js';

/** Help follows a household that moves within its county. After a move to another county it stays where it was given. */
@Injectable()
export class MovingHelp implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly moves: HouseholdMoves,
  ) {}

  onModuleInit(): void {
    this.moves.onMoved((move) => this.follow(move));
  }

  private async follow({ from, to }: HouseholdMove): Promise<void> {
    if (from.countyCode !== to.countyCode || from.id !== to.id) return;
    for (const statement of [...followHousehold, followAssets]) await this.db.query(statement, [to.countyCode, to.id, to.villageCode]);
  }
}
