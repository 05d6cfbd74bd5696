import { Injectable } from '@nestjs/common';
import { problem, type CaseId, type FieldEntity } from '#domain';
import { currentContext, Db } from '#platform';
import type { StoredRow } from './columns.js';
import * as sql from './rows.queries.js';

/** Writes whole rows of the four catalogue tables. Knows columns, decides nothing. */
@Injectable()
export class RowStore {
  constructor(private readonly db: Db) {}

  /** Inserts rows; those with a `version` get 1 and the time of the transaction unless they bring their own. */
  async insert(entity: FieldEntity, rows: readonly StoredRow[]): Promise<void> {
    if (rows.length === 0) return;
    await this.db.query(sql.insertRows[entity], [JSON.stringify(rows.map((row) => ({ ...stamps(entity), ...row })))]);
  }

  /** Changes some columns of one row. Throws `not-found` when the row is not there or not in the territory. */
  async update(entity: FieldEntity, id: CaseId, changes: StoredRow): Promise<void> {
    const rows = await this.db.query(`${sql.updateRow[entity]} returning 1`, [id.countyCode, id.id, JSON.stringify({ ...touch(entity), ...changes })]);
    if (rows.length === 0) throw problem('not-found');
  }
}

const yearly = (entity: FieldEntity) => entity === 'householdYear' || entity === 'memberYear';

function stamps(entity: FieldEntity): StoredRow {
  const now = currentContext().now.toISOString();
  return yearly(entity) ? { version: 1, recorded_at: now } : { version: 1, created_at: now, updated_at: now };
}

function touch(entity: FieldEntity): StoredRow {
  return yearly(entity) ? {} : { updated_at: currentContext().now.toISOString() };
}
