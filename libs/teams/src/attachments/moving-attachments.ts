import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HouseholdMoves } from '#households';
import { Db } from '#platform';
import { moveAttachments } from './attachment.queries.js';

/** The attachments of a household follow it to another village of its county; a household in another county begins anew. */
@Injectable()
export class MovingAttachments implements OnModuleInit {
  constructor(
    private readonly moves: HouseholdMoves,
    private readonly db: Db,
  ) {}

  onModuleInit(): void {
    this.moves.onMoved(async ({ from, to }) => {
      if (from.countyCode !== to.countyCode) return;
      for (const statement of moveAttachments) await this.db.query(statement, [from.countyCode, from.id, to.villageCode]);
    });
  }
}
