import { Injectable } from '@nestjs/common';
import { problem, type CaseId } from '#domain';
import { HouseholdReader, HouseholdService, HouseholdYearService } from '#households';
import { CryptoProvider, currentContext, Db, toPage, uuidCursor, type Page } from '#platform';
import { CurrentRows } from '../kind/current-rows.js';
import { rangeOf } from '../territory.js';
import * as sql from './contested.queries.js';

export interface ContestedFilter {
  readonly division?: string;
  readonly household?: CaseId;
  readonly status?: 'OPEN' | 'CHOSEN';
  readonly cursor?: string;
  readonly limit: number;
}

/** Contested fields: shown with both values until a person chooses one. */
@Injectable()
export class ContestedService {
  constructor(
    private readonly db: Db,
    private readonly crypto: CryptoProvider,
    private readonly reader: HouseholdReader,
    private readonly households: HouseholdService,
    private readonly years: HouseholdYearService,
    private readonly rows: CurrentRows,
  ) {}

  async list(filter: ContestedFilter): Promise<Page<sql.ContestedRow>> {
    const rows = await this.db.query<sql.ContestedRow>(sql.listContested, [
      ...rangeOf(filter.division), filter.status ?? null, filter.household?.countyCode ?? null, filter.household?.id ?? null, uuidCursor(filter.cursor), filter.limit + 1,
    ]);
    return toPage(rows, filter.limit, (row) => [row.id], (row) => row);
  }

  async one(id: CaseId): Promise<sql.ContestedRow> {
    const row = await this.db.maybeOne<sql.ContestedRow>(sql.findContested, [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    return row;
  }

  /**
   * Settles one field. `recorded` leaves the record as it is now; `proposed` writes the other value, as a correction by whoever
   * chose. @throws `stale-version`, `sync.already-chosen`, and what a correction throws
   */
  async choose(id: CaseId, choice: 'recorded' | 'proposed', version: number): Promise<sql.ContestedRow> {
    const seen = await this.one(id);
    await this.reader.lockForDecision({ countyCode: id.countyCode, id: seen.household_id });
    const lock = await this.db.one<{ status: string; version: number }>(sql.lockContested, [id.countyCode, id.id]);
    if (lock.status !== 'OPEN') throw problem('sync.already-chosen');
    if (lock.version !== version) throw problem('stale-version', { version: lock.version, yourVersion: version });
    if (choice === 'proposed') await this.write(seen);
    const { actor } = currentContext();
    await this.db.query(sql.markChosen, [id.countyCode, id.id, choice, actor.userId, actor.name]);
    return this.one(id);
  }

  private async write(row: sql.ContestedRow): Promise<void> {
    const household = { countyCode: row.county_code, id: row.household_id };
    const proposed = row.proposed_enc === null ? row.proposed_value : this.crypto.decrypt('contested_field', 'proposed_enc', row.id, row.proposed_enc);
    const values = { [row.field]: proposed };
    const reason = row.reason ?? '两人离线修改不一致，经核对选定';
    if (row.entity === 'household') {
      const { version } = await this.reader.card(household);
      return this.households.correct(household, { version, values });
    }
    if (row.entity === 'member') {
      const member = { countyCode: row.county_code, id: row.entity_id };
      const version = (await this.rows.member(member, household))?.version ?? 0;
      return this.households.correctMember(household, member, { version, values });
    }
    const year = row.year ?? 0;
    const version = (await this.rows.year(household, year))?.version;
    const input = row.entity === 'householdYear' ? { values } : { values: {}, members: [{ memberId: row.entity_id, values }] };
    return this.years.correct(household, year, { ...input, version, reason });
  }
}
