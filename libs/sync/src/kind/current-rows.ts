import { Injectable } from '@nestjs/common';
import type { CaseId, Values } from '#domain';
import { valuesOf, type StoredRow } from '#households';
import { Db } from '#platform';
import * as sql from './current-rows.queries.js';

/** A row as a device could have read it: values by field key, sensitive ones masked. */
export interface CurrentRow {
  readonly version: number;
  readonly values: Values;
}

/** Rows as they stand while their household is locked. */
@Injectable()
export class CurrentRows {
  constructor(private readonly db: Db) {}

  async household(id: CaseId): Promise<CurrentRow | null> {
    return current('household', await this.db.maybeOne<StoredRow>(sql.currentHousehold, [id.countyCode, id.id]));
  }

  async member(id: CaseId, household: CaseId): Promise<CurrentRow | null> {
    return current('member', await this.db.maybeOne<StoredRow>(sql.currentMember, [id.countyCode, id.id, household.id]));
  }

  async year(household: CaseId, year: number): Promise<CurrentRow | null> {
    return current('householdYear', await this.db.maybeOne<StoredRow>(sql.currentHouseholdYear, [household.countyCode, household.id, year]));
  }

  async memberYear(household: CaseId, memberId: string, year: number): Promise<CurrentRow | null> {
    return current('memberYear', await this.db.maybeOne<StoredRow>(sql.currentMemberYear, [household.countyCode, household.id, year, memberId]));
  }
}

function current(entity: Parameters<typeof valuesOf>[0], row: StoredRow | null): CurrentRow | null {
  return row && { version: Number(row['version']), values: valuesOf(entity, row) };
}
