import { Injectable } from '@nestjs/common';
import { contains, findField, problem, type CaseId, type FieldEntity } from '#domain';
import { currentContext, Db } from '#platform';
import { valuesOf, type StoredRow } from '../store/columns.js';
import { mask } from '../store/field-writer.js';
import * as sql from './household.queries.js';

const CLOSED: readonly string[] = ['CLEARED_OUT', 'DEREGISTERED'];

/** Lock, then read, then decide, then write: every change of a household starts here. */
@Injectable()
export class HouseholdLock {
  constructor(private readonly db: Db) {}

  /** Locks the row whatever its state. Throws `not-found` outside the territory as for a household that does not exist. */
  async lock(id: CaseId): Promise<sql.HouseholdRow> {
    const row = await this.db.maybeOne<sql.HouseholdRow>(sql.lockHousehold, [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    return row;
  }

  /** Locks a household that is still kept. Throws `household.closed` after clear-out or deregistration. */
  async lockOpen(id: CaseId): Promise<sql.HouseholdRow> {
    const row = await this.lock(id);
    if (CLOSED.includes(row.status)) throw problem('household.closed', { status: row.status });
    return row;
  }

  /** As {@link lockOpen}, and throws `stale-version` with both values when someone was faster. */
  async lockVersion(id: CaseId, version: number, yours: Readonly<Record<string, unknown>> = {}): Promise<sql.HouseholdRow> {
    const row = await this.lockOpen(id);
    checkVersion('household', row, { version, yours });
    return row;
  }

  /** Throws `household.village-unknown` unless the village exists today and lies in the actor's territory. */
  async requireVillage(code: string): Promise<void> {
    const { actor, today } = currentContext();
    const found = actor.scope !== null && contains(actor.scope, code) ? await this.db.maybeOne(sql.villageExists, [code, today]) : null;
    if (!found) throw problem('household.village-unknown', { villageCode: code });
  }
}

/** Throws `stale-version` that carries what is stored now and what was sent, sensitive values masked. */
export function checkVersion(entity: FieldEntity, row: StoredRow, { version, yours }: { version: number; yours: Readonly<Record<string, unknown>> }): void {
  if (row['version'] === version) return;
  const sent = Object.entries(yours).map(([key, value]) => {
    const field = findField(entity, key);
    return [key, field?.encrypted && typeof value === 'string' ? mask(field, value) : value];
  });
  throw problem('stale-version', { version: row['version'], yourVersion: version, current: valuesOf(entity, row), yours: Object.fromEntries(sent) });
}
