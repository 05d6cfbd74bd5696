import { Injectable } from '@nestjs/common';
import { codeRange, problem, type CaseId } from '#domain';
import { AccessLog, CryptoProvider, currentContext, Db, toPage, uuidCursor, type Page } from '#platform';
import { SampleReader } from '../sample-reader.js';
import * as sql from './refused.queries.js';

export interface RefusedFilter {
  readonly sample?: CaseId;
  readonly all: boolean;
  readonly cursor?: string;
  readonly limit: number;
}

export interface Settlement {
  readonly outcome: 'LATE_NOTE' | 'DISMISSED';
  readonly note: string | null;
}

/** Refused work of a sample, for whoever drew it: to read, and to say what became of it. Answers and results stay as they are. */
@Injectable()
export class RefusedSpotChecks {
  constructor(
    private readonly db: Db,
    private readonly crypto: CryptoProvider,
    private readonly samples: SampleReader,
    private readonly access: AccessLog,
  ) {}

  /** Of all samples that I drew, or of one. */
  async list({ sample, all, cursor, limit }: RefusedFilter): Promise<Page<sql.RefusalRow>> {
    const { scope } = currentContext().actor;
    if (scope === null) return { items: [], nextCursor: null };
    const { from, to } = codeRange(scope);
    const rows = await this.db.query<sql.RefusalRow>(sql.listRefusals, [from, to, all, sample?.id ?? null, uuidCursor(cursor), limit + 1]);
    return toPage(rows, limit, (row) => [row.id], (row) => row);
  }

  /** How many pieces wait for me, of all my samples or of one; a number and nothing else, so that asking it is no reading. */
  async count(sample?: CaseId): Promise<number> {
    const { scope } = currentContext().actor;
    if (scope === null) return 0;
    const { from, to } = codeRange(scope);
    return (await this.db.one<{ count: number }>(sql.countRefusals, [from, to, sample?.id ?? null])).count;
  }

  /** What became of refused work that I sent myself, the newest first. */
  async settledOfMine(): Promise<sql.SettledRow[]> {
    const { scope, userId } = currentContext().actor;
    if (scope === null) return [];
    const { from, to } = codeRange(scope);
    return this.db.query<sql.SettledRow>(sql.settledOfMine, [userId, from, to]);
  }

  /** One piece with what was typed. @throws `not-found`, also for everybody who did not draw the sample */
  async one(id: CaseId): Promise<{ readonly row: sql.RefusalRow; readonly content: unknown }> {
    const row = await this.db.maybeOne<sql.RefusalRow>(sql.findRefusal, [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    const content: unknown = JSON.parse(this.crypto.decrypt('sample_refusal', 'content_enc', row.id, row.content_enc));
    return { row, content };
  }

  /** Kept as a late note, or dismissed with its reason; once. @throws `not-found`, `sample.refusal-settled` */
  async settle(id: CaseId, { outcome, note }: Settlement): Promise<void> {
    const { row } = await this.one(id);
    const sample = await this.samples.locked({ countyCode: row.sample_county, id: row.sample_id }, ['ISSUED', 'CLOSED']);
    const made = await this.db.query(sql.settleRefusal, [row.county_code, row.id, row.village_code, outcome, note, currentContext().actor.name]);
    if (made.length === 0) throw problem('sample.refusal-settled');
    // Units by their ordinal and no words: both logs are read by the territory.
    await this.samples.log(sample, 'REFUSAL_SETTLED', { ordinal: row.ordinal, work: row.kind, outcome });
    await this.access.event('SAMPLE_REFUSAL', 'sample_refusal_settlement', row.id, { outcome, work: row.kind }, { villageCode: row.village_code });
  }
}
