import { Injectable } from '@nestjs/common';
import { problem, type AttachmentState, type CaseId } from '#domain';
import { Db } from '#platform';
import * as sql from './attachment.queries.js';
import type { AttachmentRow } from './attachment.queries.js';

/** What another slice may know of an attachment. */
export interface AttachmentMetadata extends CaseId {
  readonly villageCode: string;
  readonly householdId: string | null;
  readonly kind: string;
  readonly state: AttachmentState;
  readonly fileName: string | null;
  readonly takenAt: Date | null;
  /** Type, size in bytes and hash of what is kept; null until it is READY. */
  readonly mime: string | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
  /** Hash of the file as the client sent it. */
  readonly sentSha256: string;
}

/** Read model of the attachments, inside the caller's transaction and territory. */
@Injectable()
export class AttachmentReader {
  constructor(private readonly db: Db) {}

  /** Those that exist in the territory, in the order asked for; the others are simply missing. */
  async metadata(ids: readonly CaseId[]): Promise<AttachmentMetadata[]> {
    const rows = (await Promise.all(countiesOf(ids).map((county) => this.rows(county, ids)))).flat();
    return ids.flatMap(({ countyCode, id }) => rows.filter((row) => row.county_code === countyCode && row.id === id).map(toMetadata));
  }

  /** @throws `not-found` */
  async find(id: CaseId): Promise<AttachmentRow> {
    const row = await this.db.maybeOne<AttachmentRow>(sql.findAttachment, [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    return row;
  }

  private rows(county: string, ids: readonly CaseId[]): Promise<AttachmentRow[]> {
    return this.db.query<AttachmentRow>(sql.findMany, [county, ids.filter(({ countyCode }) => countyCode === county).map(({ id }) => id)]);
  }
}

const countiesOf = (ids: readonly CaseId[]): string[] => [...new Set(ids.map(({ countyCode }) => countyCode))];

function toMetadata(row: AttachmentRow): AttachmentMetadata {
  return {
    countyCode: row.county_code, id: row.id, villageCode: row.village_code, householdId: row.household_id, kind: row.kind, state: row.state, fileName: row.file_name,
    takenAt: row.taken_at, mime: row.kept_mime, bytes: row.kept_bytes, sha256: row.kept_sha256, sentSha256: row.sha256,
  };
}
