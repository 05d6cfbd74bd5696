import { Injectable, Logger } from '@nestjs/common';
import { currentContext, Db, JobHandler, systemActor } from '#platform';
import { RegionReader } from '#eligibility';
import { deleteExpiredRows, forgetExpiredFindings, stampDeleted } from '../comparison/comparison.queries.js';
import { CareDerivation } from './derivation.service.js';

/** What keeps registers right without anybody writing: new definitions and ages, and lists whose days are over. */
@Injectable()
export class CareJobs {
  private readonly log = new Logger(CareJobs.name);

  constructor(
    private readonly db: Db,
    private readonly region: RegionReader,
    private readonly derivation: CareDerivation,
  ) {}

  /** Returns how many counties were derived anew. */
  @JobHandler('care.sweep')
  async sweep(): Promise<number> {
    const region = await this.region.installed();
    await this.expire(region);
    const due = await this.derivation.dueCounties(region);
    for (const countyCode of due) this.log.log({ countyCode, ...(await this.derivation.deriveCounty(countyCode)) }, 'care registers derived');
    return due.length;
  }

  /** Deletes departments' lists whose days are over; what was decided about them stays. */
  private async expire(region: string): Promise<void> {
    await this.db.run({ actor: systemActor(region) }, async () => {
      const { today, now } = currentContext();
      await this.db.query(deleteExpiredRows, [today]);
      await this.db.query(forgetExpiredFindings, [today]);
      await this.db.query(stampDeleted, [today, now]);
    });
  }
}
