import { Injectable } from '@nestjs/common';
import { problem, uuidV7 } from '#domain';
import { currentContext, Db } from '#platform';
import * as sql from './record.queries.js';

export interface RecordChange {
  /** Version that was read; 0 or absent for a year that has no record yet. */
  readonly version?: number | undefined;
  /** Why a recorded year is corrected; needed from the second version on. */
  readonly reason?: string | undefined;
  readonly source?: string | undefined;
  /** Columns to set; what is not named keeps its value. */
  readonly values: Readonly<Record<string, unknown>>;
}

export interface RecordPlace {
  readonly countyCode: string;
  readonly villageCode: string;
  /** The village, the padded county or the household that the record is of. */
  readonly of: string;
  readonly year: number;
}

/** A past year is never overwritten: a correction is a new version with its reason, and the old one keeps its place. */
@Injectable()
export class VersionedRecords {
  constructor(private readonly db: Db) {}

  current(table: sql.VersionedTable, { countyCode, of, year }: RecordPlace): Promise<sql.RecordRow | null> {
    return this.db.maybeOne<sql.RecordRow>(sql.currentRecord(table), [countyCode, of, year]);
  }

  /** All versions, newest first. */
  versions(table: sql.VersionedTable, { countyCode, of, year }: RecordPlace): Promise<sql.RecordRow[]> {
    return this.db.query<sql.RecordRow>(sql.recordVersions(table), [countyCode, of, year]);
  }

  /** Throws `stale-version` with both values, `reason-required`. */
  async record(table: sql.VersionedTable, place: RecordPlace, change: RecordChange): Promise<sql.RecordRow> {
    const { countyCode, villageCode, of, year } = place;
    const now = currentContext().now;
    const before = await this.db.maybeOne<sql.RecordRow>(sql.lockRecord(table), [countyCode, of, year]);
    if ((before?.version ?? 0) !== (change.version ?? 0)) throw problem('stale-version', { version: before?.version ?? 0, yourVersion: change.version ?? 0, current: before, yours: change.values });
    if (before && !change.reason) throw problem('reason-required');
    if (before) await this.db.query(sql.supersede(table), [countyCode, before.id, now]);
    const { superseded_at: _superseded, recorded_by: _by, ...kept }: Record<string, unknown> = before ?? {};
    const row = {
      ...kept, ...change.values, [sql.versionedTables[table]]: of, county_code: countyCode, village_code: villageCode, id: uuidV7(), year, version: (before?.version ?? 0) + 1,
      recorded_at: now, correction_reason: before ? change.reason : null, source: change.source ?? before?.['source'] ?? null,
    };
    await this.db.query(sql.insertRecord(table, Object.keys(row)), [JSON.stringify(row)]);
    const after = await this.current(table, place);
    if (!after) throw problem('not-found');
    return after;
  }
}
