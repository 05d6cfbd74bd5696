import { Injectable } from '@nestjs/common';
import { exitedStatuses, poorStatuses, problem, uuidV7, type CaseId, type HouseholdStatus } from '#domain';
import { Db, toPage, uuidCursor, type Page } from '#platform';
import { caseIdOf, checkVersion, pastDay } from '../shared/expected.js';
import { HelpEvents } from '../shared/help-events.js';
import { HelpRows } from '../shared/help-rows.js';
import { HelpedPeople } from '../shared/helped-people.js';
import * as sql from './asset.queries.js';
import type { AssetRow, ShareRow, YieldRow } from './asset.queries.js';

export interface ShareInput {
  readonly householdId: string;
  readonly amountFen: number;
}
/** Who may be on the list of an asset: on the register, or exited with entitlement. */
const listed: readonly HouseholdStatus[] = [...poorStatuses, ...exitedStatuses.filter((status) => status === 'EXITED_ENTITLED')];

/** What an asset earned in a year, and which listed households got how much of it; never more than was earned. */
@Injectable()
export class YieldService {
  constructor(
    private readonly db: Db,
    private readonly rows: HelpRows,
    private readonly events: HelpEvents,
    private readonly people: HelpedPeople,
  ) {}

  /** Records or corrects the yield of a year. @throws `version-required`, `stale-version` for a year that has one, `asset.below-distributed` */
  async record(assetId: CaseId, year: number, { amountFen, note, version }: { amountFen: number; note?: string; version?: number }): Promise<void> {
    const asset = await this.lock(assetId);
    const known = await this.yieldOf(asset, year);
    if (known) {
      if (version === undefined) throw problem('version-required');
      checkVersion(known, version);
      if (amountFen < known.distributed_fen) throw problem('asset.below-distributed', { distributedFen: known.distributed_fen });
      await this.rows.update('asset_yield', [{ county_code: known.county_code, id: known.id, amount_fen: amountFen, note: note ?? null, version: known.version + 1 }]);
    } else {
      await this.rows.insert('asset_yield', [{ county_code: asset.county_code, village_code: asset.village_code, id: uuidV7(), asset_id: asset.id, year, amount_fen: amountFen, note: note ?? null }]);
    }
    await this.events.append('asset', [{ subject: asset, action: 'yield', from: asset.status, to: asset.status, payload: { year, amountFen } }]);
  }

  /**
   * Distributes to listed households; a household that has the same share already is left as it is.
   * @throws `asset.no-yield`, `asset.above-yield`, `asset.not-listed`, `asset.already-distributed`
   */
  async distribute(assetId: CaseId, year: number, { paidOn, shares }: { paidOn: string; shares: readonly ShareInput[] }): Promise<void> {
    const asset = await this.lock(assetId);
    const found = await this.yieldOf(asset, year);
    if (!found) throw problem('asset.no-yield', { year });
    pastDay(paidOn, 'paidOn');
    const asked = shares.map((share) => ({ ...share, key: caseIdOf(share.householdId) }));
    if (asked.some(({ key }) => key.countyCode !== asset.county_code)) throw problem('not-found');
    if (new Set(asked.map(({ key }) => key.id)).size < asked.length) throw problem('help.rows-repeated');
    const households = await this.people.lock(asset.county_code, asked.map(({ key }) => key.id));
    const known = new Map((await this.db.query<ShareRow>(sql.shareholders, [asset.county_code, found.id, asked.map(({ key }) => key.id)])).map((row) => [row.household_id, row]));
    const made = asked.flatMap(({ key, amountFen }) => {
      const household = households.get(key.id);
      if (!household) throw problem('not-found');
      const before = known.get(key.id);
      if (before) {
        if (before.amount_fen !== amountFen || before.paid_on !== paidOn) throw problem('asset.already-distributed');
        return [];
      }
      if (!listed.includes(household.status as HouseholdStatus)) throw problem('asset.not-listed', { status: household.status });
      return [{ county_code: asset.county_code, village_code: household.village_code, id: uuidV7(), asset_id: asset.id, yield_id: found.id, household_id: key.id, amount_fen: amountFen, paid_on: paidOn }];
    });
    const distributedFen = found.distributed_fen;
    if (distributedFen + made.reduce((sum, row) => sum + row.amount_fen, 0) > found.amount_fen) throw problem('asset.above-yield', { yieldFen: found.amount_fen, distributedFen });
    await this.rows.insert('asset_distribution', made);
    if (made.length > 0) await this.events.append('asset', [{ subject: asset, action: 'distribute', from: asset.status, to: asset.status, payload: { year, households: made.length } }]);
  }

  /** Shares in the territory, newest first. */
  async shares(assetId: CaseId, question: { cursor?: string; limit: number }): Promise<Page<ShareRow>> {
    await this.rows.find('asset', assetId);
    const rows = await this.db.query<ShareRow>(sql.sharesOf, [assetId.countyCode, assetId.id, uuidCursor(question.cursor), question.limit + 1]);
    return toPage(rows, question.limit, (row) => [row.id], (row) => row);
  }

  private async lock(id: CaseId): Promise<AssetRow> {
    const asset = await this.rows.lock<AssetRow>('asset', id);
    if (asset.status === 'DISPOSED') throw problem('asset.disposed');
    return asset;
  }

  private yieldOf(asset: AssetRow, year: number): Promise<YieldRow | null> {
    return this.db.maybeOne<YieldRow>(sql.yieldOfYear, [asset.county_code, asset.id, year]);
  }
}
