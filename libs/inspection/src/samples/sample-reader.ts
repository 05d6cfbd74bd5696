import { Injectable } from '@nestjs/common';
import { codeRange, problem, uuidV7, type CaseId } from '#domain';
import { currentContext, Db, toPage, uuidCursor, type Page } from '#platform';
import * as sql from './sample.queries.js';

/** What of a sample may be seen: its sheet by whoever reads samples of the territory, its units and seed by whoever drew it. */
@Injectable()
export class SampleReader {
  constructor(private readonly db: Db) {}

  /** @throws `not-found` */
  async find(id: CaseId): Promise<sql.SampleRow> {
    const row = await this.db.maybeOne<sql.SampleRow>(sql.findSample, [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    return row;
  }

  /** The sample with a lock, for whoever drew it. @throws `not-found`, `sample.not-yours`, `sample.wrong-state` */
  async locked(id: CaseId, states: readonly sql.SampleState[]): Promise<sql.SampleRow> {
    mine(await this.find(id));
    return this.lockedRow(id, states);
  }

  /** The sample with a lock, whoever asks. @throws `not-found`, `sample.wrong-state` */
  async lockedRow(id: CaseId, states: readonly sql.SampleState[]): Promise<sql.SampleRow> {
    const row = await this.db.maybeOne<sql.SampleRow>(sql.lockSample, [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    if (!states.includes(row.state)) throw problem('sample.wrong-state', { state: row.state });
    return row;
  }

  async list({ cursor, limit }: { cursor?: string; limit: number }): Promise<Page<sql.SampleRow>> {
    const { scope } = currentContext().actor;
    if (scope === null) return { items: [], nextCursor: null };
    const { from, to } = codeRange(scope);
    const rows = await this.db.query<sql.SampleRow>(sql.listSamples, [from, to, uuidCursor(cursor), limit + 1]);
    return toPage(rows, limit, (row) => [row.id], (row) => row);
  }

  /** Seed and secret number; null for everybody but whoever drew, until the sample is closed. */
  secret({ county_code: county, id }: sql.SampleRow): Promise<sql.SecretRow | null> {
    return this.db.maybeOne<sql.SecretRow>(sql.findSecret, [county, id]);
  }

  /** The list. @throws `not-found`, `sample.not-yours` before the sample is closed */
  async units(id: CaseId): Promise<sql.UnitRow[]> {
    const sample = await this.find(id);
    if (sample.state !== 'CLOSED') mine(sample);
    return this.db.query<sql.UnitRow>(sql.unitsOf, [id.countyCode, id.id]);
  }

  /** @throws `not-found` */
  async events(id: CaseId): Promise<sql.EventRow[]> {
    await this.find(id);
    return this.db.query<sql.EventRow>(sql.eventsOf, [id.countyCode, id.id]);
  }

  async log(sample: sql.SampleRow, kind: string, detail: object): Promise<void> {
    await this.db.query(sql.insertEvent, [sample.county_code, uuidV7(), sample.village_code, sample.id, kind, JSON.stringify(detail), currentContext().actor.name]);
  }
}

/** @throws `sample.not-yours` */
export function mine(sample: sql.SampleRow): void {
  if (sample.drawn_by !== currentContext().actor.userId) throw problem('sample.not-yours');
}
