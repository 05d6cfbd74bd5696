import { Injectable } from '@nestjs/common';
import { ImportFiles } from '#households';
import { AccessLog, currentContext, Db, systemActor } from '#platform';
import * as sql from './expiry.queries.js';

const TIMEOUT_MS = 5 * 60_000;

/** Deletes lists on the day set: the file, its lines, and what they say of anybody about whom it was not found true. */
@Injectable()
export class ComparisonExpiry {
  constructor(
    private readonly db: Db,
    private readonly files: ImportFiles,
    private readonly access: AccessLog,
  ) {}

  /** Safe to repeat. Answers how many lists were deleted. */
  async expire(): Promise<number> {
    return this.db.run({ actor: systemActor('15'), timeoutMs: TIMEOUT_MS }, async () => {
      const { now, today } = currentContext();
      const expired = await this.db.query<sql.ExpiredRow>(sql.expiredComparisons, [today]);
      for (const row of expired) {
        const lines = await this.db.one<{ n: number }>(sql.deleteLines, [row.id]);
        const matches = await this.db.one<{ n: number }>(sql.forgetMatches, [row.id]);
        await this.db.query(sql.endCoverage, [row.id, now]);
        await this.db.query(sql.stampDeleted, [row.id, now]);
        await this.access.event('DELETE_LIST', 'comparison', row.id, { register: row.register_code, rows: row.rows, linesDeleted: lines.n, matchesForgotten: matches.n }, { villageCode: row.village_code });
        // Before the commit: should it fail, the file is gone and the rest goes with the next run, never the other way round.
        if (row.stored_name !== null) await this.files.delete('imports', row.stored_name);
      }
      return expired.length;
    });
  }
}
