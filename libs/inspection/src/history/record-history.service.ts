import { Injectable } from '@nestjs/common';
import { isCalendarDate, problem, type CaseId, type RecordKind } from '#domain';
import { Db, toPage, uuidCursor, type Page } from '#platform';
import * as sql from './record-history.queries.js';

export interface RecordState {
  /** When the image was recorded. */
  readonly recordedAt: Date;
  readonly deleted: boolean;
  /** Columns as they stood; what was empty is missing. */
  readonly image: Readonly<Record<string, unknown>>;
}

/** History of any record, out of the audit log, within the reader's territory. */
@Injectable()
export class RecordHistory {
  constructor(private readonly db: Db) {}

  /** Throws `not-found` for a record of which the territory shows nothing. */
  async timeline(kind: RecordKind, { countyCode, id }: CaseId, { cursor, limit }: { cursor?: string; limit: number }): Promise<Page<sql.RecordTimelineRow>> {
    const after = uuidCursor(cursor);
    const rows = await this.db.query<sql.RecordTimelineRow>(sql.recordTimeline, [countyCode, kind, id, after, limit + 1]);
    if (rows.length === 0 && after === null) throw problem('not-found');
    return toPage(rows, limit, (row) => [row.id], (row) => row);
  }

  /** The record at a moment. Throws `not-found` when it was not recorded yet, `validation` for a moment that is none. */
  async stateAt(kind: RecordKind, { countyCode, id }: CaseId, at: string): Promise<RecordState> {
    const moment = new Date(at);
    if (Number.isNaN(moment.getTime()) || !isCalendarDate(at.slice(0, 10))) throw problem('validation', { fields: [{ field: 'at', faults: ['time'] }] });
    const row = await this.db.maybeOne<sql.ImageRow>(sql.imageAt, [countyCode, kind, id, moment]);
    if (!row) throw problem('not-found');
    return { recordedAt: row.at, deleted: row.op === 'DELETE', image: row.image ?? {} };
  }
}
