import { Injectable } from '@nestjs/common';
import { currentContext, Db, JobQueue, systemActor } from '#platform';
import * as sql from './region.queries.js';

/** Which region this installation is of, and its counties that have been computed. */
@Injectable()
export class RegionReader {
  constructor(
    private readonly db: Db,
    private readonly queue: JobQueue,
  ) {}

  /** Code of the region (2 digits), in the running transaction. */
  async code(): Promise<string> {
    return (await this.db.one<{ code: string }>(sql.regionCode)).code;
  }

  /** The same in a transaction of its own. No case row is read, so no territory is needed. */
  installed(): Promise<string> {
    return this.db.run({ actor: systemActor('00'), readOnly: true }, () => this.code());
  }

  /** Counties of a division that facts were computed for, by code. */
  async computedCounties(division: string): Promise<string[]> {
    const read = async (): Promise<string[]> => (await this.db.query<{ county_code: string }>(sql.computedCounties, [division])).map((row) => row.county_code);
    return this.db.run({ actor: systemActor(division), readOnly: true }, read);
  }

  /** Wakes the recalculation of counties; a wake-up that gets lost is made up for by the sweep. */
  async wake(counties: readonly string[]): Promise<void> {
    for (const countyCode of counties) await this.queue.send('eligibility.recalculate', { countyCode }, { deduplicationId: countyCode });
  }

  wakeAllAfterCommit(): void {
    const { actor } = currentContext();
    this.db.afterCommit(async () => this.wake(await this.computedCounties(actor.scope ?? actor.division)));
  }
}
