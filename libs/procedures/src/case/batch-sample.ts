import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { formatCaseId, parseCaseId, problem } from '#domain';
import { currentContext, Db } from '#platform';
import { openedCases } from './case.queries.js';

/** One case in ten, rounded up, is opened and read before many are agreed to at once. */
const SHARE = 10;

export interface BatchSample {
  /** Cases that must be opened first. */
  readonly sampled: readonly string[];
  /** Those of them that the actor has opened since they came to their step. */
  readonly opened: readonly string[];
}

/**
 * Which cases of a batch must have been opened. The choice is the server's: it hangs on the person and the version of each case, so
 * neither another order nor another try draws other ones.
 */
@Injectable()
export class BatchSamples {
  constructor(private readonly db: Db) {}

  async draw(items: readonly { readonly id: string; readonly expectedVersion: number }[]): Promise<BatchSample> {
    const { actor } = currentContext();
    const known = items.filter(({ id }) => parseCaseId(id) !== undefined);
    const rank = ({ id, expectedVersion }: (typeof items)[number]): string => createHash('sha256').update(`${actor.userId} ${id} ${expectedVersion}`).digest('hex');
    const ranked = known.map((item) => ({ id: item.id, rank: rank(item) })).sort((a, b) => (a.rank < b.rank ? -1 : 1));
    const sampled = ranked.slice(0, known.length < 2 ? 0 : Math.ceil(known.length / SHARE)).map(({ id }) => id);
    const keys = sampled.flatMap((id) => parseCaseId(id) ?? []);
    const rows = await this.db.query<{ county_code: string; id: string }>(openedCases, [keys.map(({ countyCode }) => countyCode), keys.map(({ id }) => id), actor.division.slice(0, 6).padEnd(6, '0'), actor.userId]);
    const opened = new Set(rows.map((row) => formatCaseId(row.county_code, row.id)));
    return { sampled, opened: sampled.filter((id) => opened.has(id)) };
  }

  /** @throws `case.sample-not-opened` */
  async requireOpened(items: readonly { readonly id: string; readonly expectedVersion: number }[]): Promise<BatchSample> {
    const sample = await this.draw(items);
    const missing = sample.sampled.filter((id) => !sample.opened.includes(id));
    if (missing.length > 0) throw problem('case.sample-not-opened', { count: sample.sampled.length, missing: missing.length, cases: missing });
    return sample;
  }
}
