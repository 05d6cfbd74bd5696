import { Injectable, type OnModuleInit } from '@nestjs/common';
import { problem } from '#domain';
import { HouseholdMoves } from '#households';
import { Db } from '#platform';

const runningCase = `
select c.pack_code from case_file c
where c.county_code = $1 and c.household_id = $2 and c.status in ('OPEN', 'DECIDED') limit 1`;

/**
 * Meetings and notices of a running case belong to the village they were held in: a household moves only when its cases are
 * decided or withdrawn. Closed cases stay where they were conducted.
 */
@Injectable()
export class MovingHouseholds implements OnModuleInit {
  constructor(
    private readonly moves: HouseholdMoves,
    private readonly db: Db,
  ) {}

  onModuleInit(): void {
    this.moves.onMoved(async ({ from }) => {
      const running = await this.db.maybeOne<{ pack_code: string }>(runningCase, [from.countyCode, from.id]);
      if (running) throw problem('case.household-moves', { pack: running.pack_code });
    });
  }
}
