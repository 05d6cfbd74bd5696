import { Injectable } from '@nestjs/common';
import { problem, type CaseId } from '#domain';
import { Db } from '#platform';
import { findHousehold } from '../household/household.queries.js';
import * as sql from './year.queries.js';

export interface RecordedYear {
  readonly row: sql.YearRow;
  readonly members: readonly sql.MemberYearRow[];
}

/** Reads yearly records. A year that was never recorded is not an empty record. */
@Injectable()
export class YearReader {
  constructor(private readonly db: Db) {}

  /** All recorded years, latest first. Throws `not-found` outside the territory. */
  async all(id: CaseId): Promise<RecordedYear[]> {
    await this.require(id);
    const rows = await this.db.query<sql.YearRow>(sql.currentYears, [id.countyCode, id.id]);
    const members = await this.db.query<sql.MemberYearRow>(sql.currentMemberYears, [id.countyCode, id.id]);
    return rows.map((row) => ({ row, members: members.filter((member) => member.year === row.year) }));
  }

  /** One year. Throws `year.not-recorded`. */
  async one(id: CaseId, year: number): Promise<RecordedYear> {
    await this.require(id);
    const row = await this.db.maybeOne<sql.YearRow>(sql.currentYear, [id.countyCode, id.id, year]);
    if (!row) throw problem('year.not-recorded', { year });
    return { row, members: await this.db.query<sql.MemberYearRow>(sql.currentMemberYearsOf, [id.countyCode, id.id, year]) };
  }

  /** Every version of one year, the valid one first. */
  async versions(id: CaseId, year: number): Promise<sql.YearRow[]> {
    await this.require(id);
    return this.db.query<sql.YearRow>(sql.yearVersions, [id.countyCode, id.id, year]);
  }

  private async require(id: CaseId): Promise<void> {
    if (!(await this.db.maybeOne(findHousehold, [id.countyCode, id.id]))) throw problem('not-found');
  }
}
