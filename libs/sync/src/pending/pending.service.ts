import { Injectable } from '@nestjs/common';
import { holds, Permission, problem, roles, type CaseId } from '#domain';
import { CryptoProvider, currentContext, Db, toPage, uuidCursor, type Page } from '#platform';
import { rangeOf } from '../territory.js';
import * as sql from './pending.queries.js';

export interface PendingFilter {
  readonly division?: string;
  readonly all: boolean;
  readonly cursor?: string;
  readonly limit: number;
}

/** Whoever visits drawn households: devices and refused work would say who was drawn, and what people said in confidence. */
const confidential = roles.filter((role) => holds(role, Permission.SampleVisit));

/** What has not arrived, and what arrived but was refused: so that no work of the field gets lost between two people. */
@Injectable()
export class PendingService {
  constructor(
    private readonly db: Db,
    private readonly crypto: CryptoProvider,
  ) {}

  /** Devices with unsent work, gaps or kept work. It lists devices, not persons, and orders nobody by anything. */
  async devices(filter: PendingFilter): Promise<Page<sql.PendingRow>> {
    const rows = await this.db.query<sql.PendingRow>(sql.listPending, [...rangeOf(filter.division), filter.all, uuidCursor(filter.cursor), filter.limit + 1, confidential]);
    return toPage(rows, filter.limit, (row) => [row.id], (row) => row);
  }

  async kept(filter: PendingFilter): Promise<Page<sql.KeptRow>> {
    const rows = await this.db.query<sql.KeptRow>(sql.listKept, [...rangeOf(filter.division), filter.all, uuidCursor(filter.cursor), filter.limit + 1, confidential]);
    return toPage(rows, filter.limit, (row) => [row.id], (row) => row);
  }

  /** One piece of refused work with what was typed. */
  async one(id: CaseId): Promise<{ readonly row: sql.KeptRow; readonly payload: unknown }> {
    const row = await this.db.maybeOne<sql.KeptRow>(sql.findKept, [id.countyCode, id.id, confidential]);
    if (!row) throw problem('not-found');
    const payload: unknown = row.payload_enc === null ? null : JSON.parse(this.crypto.decrypt('sync_operation', 'payload_enc', row.id, row.payload_enc));
    return { row, payload };
  }

  /** Says what became of it. @throws `sync.already-settled` */
  async settle(id: CaseId, settlement: { readonly outcome: 'TAKEN_UP' | 'LAID_ASIDE'; readonly note: string }): Promise<void> {
    const { row } = await this.one(id);
    const made = await this.db.query(sql.settleKept, [id.countyCode, id.id, row.village_code, settlement.outcome, settlement.note, currentContext().actor.name]);
    if (made.length === 0) throw problem('sync.already-settled', { by: row.settled_by_name });
  }
}
