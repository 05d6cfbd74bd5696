import { Injectable } from '@nestjs/common';
import { isCalendarDate, problem, uuidV7, type CaseId } from '#domain';
import { HouseholdReader } from '#households';
import { currentContext, Db, decodeCursor, toPage, type Page } from '#platform';
import { contentHash, isRepetition } from '../content-hash.js';
import { territoryOf } from '../shared.dto.js';
import { HelperService } from './helper.service.js';
import { walkInOrder } from '../walk-in-order.js';
import * as sql from './pairing.queries.js';

export interface PairingInput {
  readonly id: string;
  readonly householdId: CaseId;
  /** Helper of the household's county (uuid). */
  readonly helperId: string;
  readonly startedOn: string;
}

export interface HandOver {
  readonly toHelperId: string;
  readonly on: string;
  readonly reason: string;
}

const CLOSED: readonly string[] = ['CLEARED_OUT', 'DEREGISTERED'];

/** Who helps whom. A hand-over ends one pairing and begins the next, so the history is the rows themselves. */
@Injectable()
export class PairingService {
  constructor(
    private readonly db: Db,
    private readonly helpers: HelperService,
    private readonly households: HouseholdReader,
  ) {}

  /** @throws `pairing.above-limit`, `pairing.exists`, `pairing.household-closed`, `pairing.dates`, `not-found`, `idempotency-mismatch` */
  async pair(input: PairingInput): Promise<CaseId> {
    const id = { countyCode: input.householdId.countyCode, id: input.id };
    const hash = contentHash(input);
    if (isRepetition(await this.db.maybeOne<{ content_hash: string }>(sql.knownPairing, [id.countyCode, id.id]), hash)) return id;
    const household = await this.households.card(input.householdId);
    if (CLOSED.includes(household.status)) throw problem('pairing.household-closed');
    this.requirePast(input.startedOn);
    const helper = await this.helpers.lock({ countyCode: id.countyCode, id: input.helperId });
    await this.helpers.requireRoom(helper, 1);
    await this.insert([{ id: input.id, householdId: household.id, villageCode: household.villageCode, startedOn: input.startedOn, predecessorId: null, hash }], helper);
    return id;
  }

  /** Another helper takes the household over. @returns the new pairing @throws as {@link pair}, `pairing.ended` */
  async handOver(id: CaseId, newId: string, { toHelperId, on, reason }: HandOver): Promise<CaseId> {
    const hash = contentHash({ pairing: id.id, newId, toHelperId, on, reason });
    const successor = { countyCode: id.countyCode, id: newId };
    if (isRepetition(await this.db.maybeOne<{ content_hash: string }>(sql.knownPairing, [id.countyCode, newId]), hash)) return successor;
    const helper = await this.helpers.lock({ countyCode: id.countyCode, id: toHelperId });
    const old = await this.open(id);
    await this.helpers.requireRoom(helper, 1);
    await this.close([old], { on, reason });
    await this.insert([{ id: newId, householdId: old.household_id, villageCode: old.village_code, startedOn: on, predecessorId: old.id, hash }], helper);
    return successor;
  }

  /** All households of a helper go to another one at once. @returns how many */
  async handOverAll(from: CaseId, { toHelperId, on, reason }: HandOver): Promise<number> {
    // Always in the same order, so that two hand-overs between the same persons do not wait for each other crosswise.
    for (const id of [from.id, toHelperId].sort()) await this.helpers.lock({ countyCode: from.countyCode, id });
    const helper = await this.helpers.lock({ countyCode: from.countyCode, id: toHelperId });
    if (toHelperId === from.id) throw problem('pairing.exists');
    const old = await this.db.query<sql.PairingRow>(sql.lockPairingsOfHelper, [from.countyCode, from.id]);
    if (old.length === 0) return 0;
    await this.helpers.requireRoom(helper, old.length);
    await this.close(old, { on, reason });
    await this.insert(old.map((row) => ({
      id: uuidV7(), householdId: row.household_id, villageCode: row.village_code, startedOn: on, predecessorId: row.id, hash: contentHash({ pairing: row.id, toHelperId, on, reason }),
    })), helper);
    return old.length;
  }

  /** The pairing ends without a successor. @throws `pairing.ended`, `pairing.dates` */
  async end(id: CaseId, { on, reason }: { readonly on: string; readonly reason: string }): Promise<void> {
    await this.close([await this.open(id)], { on, reason });
  }

  /** Pairings of a household with their history, or those that hold in a division. */
  async page(filter: { readonly division?: string; readonly household?: CaseId; readonly cursor?: string; readonly limit: number }): Promise<Page<sql.PairingRow>> {
    if (filter.household) {
      const [last = null] = decodeCursor(filter.cursor, ['string']) ?? [];
      const rows = await this.db.query<sql.PairingRow>(sql.pairingsOfHousehold, [filter.household.countyCode, filter.household.id, last, filter.limit + 1]);
      return toPage(rows, filter.limit, (row) => [row.id], (row) => row);
    }
    await this.db.query(walkInOrder);
    const territory = territoryOf(filter.division);
    if (!territory) return { items: [], nextCursor: null };
    const cursor = decodeCursor(filter.cursor, ['string', 'string']) ?? [null, null];
    const rows = await this.db.query<sql.PairingRow>(sql.pairingsOfDivision, [territory.from, territory.to, territory.county, ...cursor, filter.limit + 1]);
    return toPage(rows, filter.limit, (row) => [row.village_code, row.id], (row) => row);
  }

  /** @throws `not-found` */
  async read(id: CaseId): Promise<sql.PairingRow> {
    const row = await this.db.maybeOne<sql.PairingRow>(sql.findPairing, [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    return row;
  }

  private async open(id: CaseId): Promise<sql.PairingRow> {
    const row = await this.db.maybeOne<sql.PairingRow>(sql.lockPairing, [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    if (row.ended_on !== null) throw problem('pairing.ended');
    return row;
  }

  private async close(rows: readonly sql.PairingRow[], { on, reason }: { on: string; reason: string }): Promise<void> {
    this.requirePast(on);
    const [first] = rows;
    if (!first || rows.some((row) => on < row.started_on)) throw problem('pairing.dates');
    await this.db.query(sql.endPairings, [first.county_code, rows.map((row) => row.id), on, reason]);
  }

  private requirePast(day: string): void {
    if (!isCalendarDate(day) || day > currentContext().today) throw problem('pairing.dates');
  }

  private async insert(
    rows: readonly { readonly id: string; readonly householdId: string; readonly villageCode: string; readonly startedOn: string; readonly predecessorId: string | null; readonly hash: string }[],
    helper: sql.HelperRow,
  ): Promise<void> {
    const { now } = currentContext();
    await this.db.query(sql.insertPairings, [JSON.stringify(rows.map((row) => ({
      county_code: helper.county_code, id: row.id, village_code: row.villageCode, household_id: row.householdId, helper_id: helper.id, helper_name: helper.name,
      helper_unit: helper.unit, helper_rank: helper.rank, helper_phone_masked: helper.phone_masked, started_on: row.startedOn, predecessor_id: row.predecessorId,
      content_hash: row.hash, version: 1, created_at: now, updated_at: now,
    })))]);
  }
}
