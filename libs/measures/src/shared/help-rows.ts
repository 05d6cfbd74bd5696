import { Injectable } from '@nestjs/common';
import { problem, type CaseId } from '#domain';
import { currentContext, Db } from '#platform';
import * as sql from './rows.queries.js';
import type { HelpTable } from './rows.queries.js';

export interface KeyedRow {
  readonly county_code: string;
  readonly id: string;
}

/** Columns that the actor and the time of the transaction fill. */
const stampNames: Partial<Record<HelpTable, readonly ('version' | 'created_at' | 'updated_at' | 'created_by' | 'drafted_by' | 'planned_by' | 'booked_by' | 'posted_by' | 'reported_by' | 'imported_by' | 'imported_at' | 'recorded_by')[]>> = {
  fund: ['version', 'created_by', 'created_at', 'updated_at'],
  project: ['version', 'created_by', 'created_at', 'updated_at'],
  project_notice: ['posted_by'],
  project_expense: ['booked_by', 'created_at'],
  project_progress: ['reported_by', 'created_at'],
  help_plan: ['version', 'drafted_by', 'created_at', 'updated_at'],
  assignment: ['version', 'planned_by', 'created_at', 'updated_at'],
  payment: ['booked_by', 'created_at'],
  payment_batch: ['version', 'created_by', 'created_at'],
  payment_result: ['imported_by', 'imported_at'],
  asset: ['version', 'created_at', 'updated_at'],
  asset_yield: ['version', 'recorded_by', 'created_at'],
  asset_distribution: ['recorded_by', 'created_at'],
};

/** Writes and locks rows of help. Knows columns, decides nothing. */
@Injectable()
export class HelpRows {
  constructor(private readonly db: Db) {}

  async insert(table: HelpTable, rows: readonly (KeyedRow & Readonly<Record<string, unknown>>)[]): Promise<void> {
    if (rows.length === 0) return;
    await this.db.query(sql.insertRows[table], [JSON.stringify(rows.map((row) => ({ ...stamps(table), ...row })))]);
  }

  /** Changes some columns of rows that the caller has locked; those with a version get the next one. */
  async update(table: HelpTable, changes: readonly (KeyedRow & Readonly<Record<string, unknown>>)[]): Promise<void> {
    if (changes.length === 0) return;
    await this.db.query(sql.updateRows[table], [JSON.stringify(changes)]);
  }

  /** Throws `not-found` outside the territory as for a row that does not exist. */
  async find<Row>(table: HelpTable, id: CaseId): Promise<Row> {
    const row = await this.db.maybeOne<Row>(sql.findRow[table], [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    return row;
  }

  maybe<Row>(table: HelpTable, id: CaseId): Promise<Row | null> {
    return this.db.maybeOne<Row>(sql.findRow[table], [id.countyCode, id.id]);
  }

  /** As {@link find}, locked to the end of the transaction. */
  async lock<Row>(table: HelpTable, id: CaseId): Promise<Row> {
    const row = await this.db.maybeOne<Row>(sql.lockRow[table], [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    return row;
  }

  /** Locks those of the rows that are there and in the territory. */
  lockAll<Row>(table: HelpTable, countyCode: string, ids: readonly string[]): Promise<Row[]> {
    return this.db.query<Row>(sql.lockRows[table], [countyCode, ids]);
  }
}

/** The columns of a change that every edited row carries. */
export function touched(row: { readonly version: number }): { version: number; updated_at: string } {
  return { version: row.version + 1, updated_at: currentContext().now.toISOString() };
}

function stamps(table: HelpTable): Record<string, unknown> {
  const { actor, now } = currentContext();
  const names = stampNames[table] ?? [];
  return Object.fromEntries(names.map((name) => [name, name === 'version' ? 1 : name.endsWith('_at') ? now.toISOString() : actor.userId]));
}
