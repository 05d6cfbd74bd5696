import { Injectable } from '@nestjs/common';
import { isProblem, problem, type CaseId } from '#domain';
import { Db, systemActor } from '#platform';
import * as sql from './batch.queries.js';
import type { BatchRow, BatchState } from './batch.queries.js';
import { scopeOfCounty } from './stored-actor.js';

const stateNames: Readonly<Record<BatchState, string>> = {
  uploaded: '已上传', parsing: '校验中', needs_mapping: '待对应表头', validated: '已校验', committing: '导入中', committed: '已导入', undoing: '撤销中', undone: '已撤销',
  failed: '失败', cancelled: '已取消',
};

/** Rows of import_batch and the moves between their states. */
@Injectable()
export class BatchStore {
  constructor(private readonly db: Db) {}

  /** Throws `not-found` for a batch outside the territory as for one that does not exist. */
  async find(id: CaseId): Promise<BatchRow> {
    const row = await this.db.maybeOne<BatchRow>(sql.findBatch, [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    return row;
  }

  async lock(id: CaseId, ...states: BatchState[]): Promise<BatchRow> {
    const row = await this.db.maybeOne<BatchRow>(sql.lockBatch, [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    if (states.length > 0 && !states.includes(row.state)) throw wrongState(row.state);
    return row;
  }

  /** As a job sees it, before it acts as the person who asked. */
  load(id: CaseId): Promise<BatchRow> {
    return this.db.run({ actor: systemActor(scopeOfCounty(id.countyCode)), readOnly: true }, () => this.find(id));
  }

  /** Reports progress in a transaction of its own. Throws `import.cancelled` when somebody asked to stop. */
  async progress(id: CaseId, percent: number): Promise<void> {
    await this.db.run({ actor: systemActor(scopeOfCounty(id.countyCode)) }, async () => {
      const row = await this.db.maybeOne<{ cancel_requested: boolean }>(sql.setProgress, [id.countyCode, id.id, Math.min(99, Math.round(percent))]);
      if (row?.cancel_requested) throw problem('import.cancelled');
    });
  }

  /** Records why a run ended. Cancelling is no failure; a commit that fails leaves the batch as it was before it. */
  async fail(id: CaseId, error: unknown, during: 'parsing' | 'committing' | 'undoing'): Promise<void> {
    const cancelled = isProblem(error) && error.code === 'import.cancelled';
    const back: Readonly<Record<typeof during, BatchState>> = { parsing: 'failed', committing: 'validated', undoing: 'committed' };
    const state = cancelled && during !== 'undoing' ? 'cancelled' : back[during];
    const failure = cancelled ? null : isProblem(error) ? { code: error.code, zh: error.zh, en: error.en, params: error.params } : { code: 'internal', zh: problem('internal').zh, en: problem('internal').en };
    await this.db.run({ actor: systemActor(scopeOfCounty(id.countyCode)) }, () =>
      this.db.query(sql.failBatch, [id.countyCode, id.id, state, JSON.stringify(failure), [during]]));
  }
}

export function wrongState(state: BatchState) {
  return problem('import.wrong-state', { state: stateNames[state] });
}
