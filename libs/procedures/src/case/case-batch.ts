import { Injectable } from '@nestjs/common';
import { isProblem, parseCaseId, problem } from '#domain';
import { AccessLog, Db, type Actor } from '#platform';
import { BatchSamples } from './batch-sample.js';
import type { BatchAgreeRequest, BatchResponse, BatchResultResponse } from './cases.dto.js';
import { CaseEngine } from './case-engine.js';

/**
 * Moves many cases, each in a transaction of its own: one that is refused holds back no other. Before many are
 * agreed to, those that were sampled have been opened; which they were is recorded.
 */
@Injectable()
export class CaseBatch {
  constructor(
    private readonly db: Db,
    private readonly engine: CaseEngine,
    private readonly samples: BatchSamples,
    private readonly access: AccessLog,
  ) {}

  /** @throws `case.sample-not-opened` */
  async act(actor: Actor, { items, action = 'agree', ...more }: BatchAgreeRequest): Promise<BatchResponse> {
    const { sampled } = action === 'agree' ? await this.db.run({ actor }, () => this.samples.requireOpened(items)) : { sampled: [] };
    const results: BatchResultResponse[] = [];
    for (const item of items) results.push(await this.one(actor, item, { action, ...more }));
    await this.db.run({ actor }, () => this.access.event('BATCH', 'case.batch', actor.division, { action, cases: results.map(({ id, result }) => ({ id, result })), sampled }));
    const applied = results.filter(({ result }) => result === 'applied').length;
    return { applied, refused: results.length - applied, results };
  }

  private async one(actor: Actor, { id, expectedVersion }: BatchAgreeRequest['items'][number], move: Pick<BatchAgreeRequest, 'opinion' | 'placeDetail'> & { action: NonNullable<BatchAgreeRequest['action']> }): Promise<BatchResultResponse> {
    try {
      const row = await this.db.run({ actor }, async () => {
        const key = parseCaseId(id);
        if (!key) throw problem('not-found');
        return this.engine.act(key, { ...move, expectedVersion });
      });
      return { id, result: 'applied', version: row.version, code: null, message: null };
    } catch (error) {
      if (!isProblem(error)) throw error;
      return { id, result: 'refused', version: null, code: error.code, message: error.zh };
    }
  }
}
