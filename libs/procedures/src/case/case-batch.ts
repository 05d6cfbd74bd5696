import { Injectable } from '@nestjs/common';
import { isProblem, parseCaseId, problem } from '#domain';
import { AccessLog, Db, type Actor } from '#platform';
import { BatchSamples } from './batch-sample.js';
import type { BatchAgreeRequest, BatchResponse, BatchResultResponse } from './cases.dto.js';
import { CaseEngine } from './case-engine.js';

/**
 * Agrees to many cases, each in a transaction of its own: one that is refused holds back no other. Those that were sampled have been
 * opened before, and which they were is recorded.
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
  async agree(actor: Actor, { items, opinion }: BatchAgreeRequest): Promise<BatchResponse> {
    const { sampled } = await this.db.run({ actor }, () => this.samples.requireOpened(items));
    const results: BatchResultResponse[] = [];
    for (const item of items) results.push(await this.one(actor, item, opinion));
    await this.db.run({ actor }, () => this.access.event('BATCH', 'case.batch', actor.division, { cases: results.map(({ id, result }) => ({ id, result })), sampled }));
    const applied = results.filter(({ result }) => result === 'applied').length;
    return { applied, refused: results.length - applied, results };
  }

  private async one(actor: Actor, { id, expectedVersion }: BatchAgreeRequest['items'][number], opinion: string | undefined): Promise<BatchResultResponse> {
    try {
      const row = await this.db.run({ actor }, async () => {
        const key = parseCaseId(id);
        if (!key) throw problem('not-found');
        return this.engine.act(key, { action: 'agree', expectedVersion, opinion });
      });
      return { id, result: 'applied', version: row.version, code: null, message: null };
    } catch (error) {
      if (!isProblem(error)) throw error;
      return { id, result: 'refused', version: null, code: error.code, message: error.zh };
    }
  }
}
