import { Injectable } from '@nestjs/common';
import { isProblem, problem, type CaseId } from '#domain';
import { AccessLog, currentContext, Db } from '#platform';
import { allColumns } from '../../store/columns.js';
import { BatchStore } from './batch-store.js';
import * as batchSql from './batch.queries.js';
import type { BatchRow } from './batch.queries.js';
import { restoreActor } from './stored-actor.js';
import * as sql from './undo.queries.js';

const TIMEOUT_MS = 15 * 60_000;
const kept = ['county_code', 'id', 'version', 'updated_at'];
const restorable = (entity: 'household' | 'member') => allColumns(entity).filter((column) => !kept.includes(column));

/** Takes back what a batch wrote, as one transaction: rows it created are deleted, changed ones get their values back. */
@Injectable()
export class UndoRunner {
  constructor(
    private readonly db: Db,
    private readonly store: BatchStore,
    private readonly access: AccessLog,
  ) {}

  /** The work of the job `import.undo`. Refused as a whole when anything was touched since. Safe to repeat. */
  async undo(id: CaseId): Promise<void> {
    const batch = await this.store.load(id);
    if (batch.state !== 'undoing') return;
    try {
      await this.db.run({ actor: restoreActor(batch.actor), timeoutMs: TIMEOUT_MS }, () => this.undoAll(id, batch));
    } catch (error) {
      await this.store.fail(id, error, 'undoing');
      if (!isProblem(error)) throw error;
    }
  }

  private async undoAll(id: CaseId, batch: BatchRow): Promise<void> {
    const locked = await this.store.lock(id);
    if (locked.state !== 'undoing') return;
    const counties = await this.db.query<{ county_code: string }>(sql.countiesOfBatch, [id.id]);
    const { now } = currentContext();
    for (const { county_code: county } of counties) await this.undoCounty(id, batch, { county, now });
    await this.db.query(batchSql.finishUndo, [id.countyCode, id.id, now]);
    await this.access.event('UNDO', 'import_batch', id.id, { counties: counties.length }, { villageCode: batch.village_code });
  }

  private async undoCounty(id: CaseId, batch: BatchRow, { county, now }: { county: string; now: Date }): Promise<void> {
    const { db } = this;
    const key = [county, id.id];
    await db.query(sql.lockHouseholds, key);
    const { count } = await db.one<{ count: number }>(sql.touchedHouseholds, [...key, batch.commit_request, batch.commit_xid, batch.committed_at]);
    if (count > 0) throw problem('import.undo-touched', { count });
    await db.query(sql.releaseIdentities, key);
    await db.query(sql.deleteCreated, [id.countyCode, id.id, county]);
    await db.query(sql.restoreVersions('household_year', 'householdYear'), key);
    await db.query(sql.restoreVersions('member_year', 'memberYear'), key);
    await db.query(sql.restoreRows('household', restorable('household')), [...key, now]);
    await db.query(sql.restoreRows('member', restorable('member')), [...key, now]);
    await db.query(sql.restoreIdentities, [...key, now]);
  }
}
