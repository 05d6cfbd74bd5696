import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { formatCaseId, parseCaseId, problem } from '#domain';
import { currentContext, Db } from '#platform';
import { openedCases } from './case.queries.js';

/** Of every ten cases, and of what is left over, one is opened and read before they are agreed to together. */
const TEN = 10;

export interface BatchSample {
  /** Cases that must be opened first. */
  readonly sampled: readonly string[];
  /** Those of them that the actor has opened since they came to their step. */
  readonly opened: readonly string[];
}

/**
 * Which cases of a batch must have been opened. The choice is the server's: it hangs on the person and the version of each case, so
 * another try draws no other ones; and it is drawn ten by ten, so a long batch may also be sent in tens.
 */
@Injectable()
export class BatchSamples {
  constructor(private readonly db: Db) {}

  async draw(items: readonly { readonly id: string; readonly expectedVersion: number }[]): Promise<BatchSample> {
    const { actor } = currentContext();
    const known = items.filter(({ id }) => parseCaseId(id) !== undefined);
    const rank = ({ id, expectedVersion }: (typeof items)[number]): string => createHash('sha256').update(`${actor.userId} ${id} ${expectedVersion}`).digest('hex');
    const tens = Array.from({ length: Math.ceil(known.length / TEN) }, (_, n) => known.slice(n * TEN, n * TEN + TEN).map((item) => ({ id: item.id, rank: rank(item) })));
    const sampled = tens.map((ten) => ten.reduce((least, one) => (one.rank < least.rank ? one : least)).id);
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
