import { Injectable } from '@nestjs/common';
import { isCalendarDate, problem, uuidV7, type CaseId, type Problem } from '#domain';
import { HouseholdReader } from '#households';
import { currentContext, Db, decodeCursor, encodeCursor, toPage, type Page } from '#platform';
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

/** One of many pairings that are handed over; `newId` is minted by the caller. */
export interface HandedOver {
  readonly id: string;
  readonly newId: string;
}

/** What became of it; without a refusal `newId` holds from now on. */
export interface HandOverOutcome extends HandedOver {
  readonly refusal: Problem | null;
}

const CLOSED: readonly string[] = ['CLEARED_OUT', 'DEREGISTERED'];

export interface HelperLoad {
  readonly cell: sql.MatrixRow;
  /** All households that can be seen from here. */
  readonly households: number;
  /** Null = not set. */
  readonly limit: number | null;
}

export interface PairingMatrix {
  readonly cells: readonly sql.MatrixRow[];
  readonly helpers: readonly HelperLoad[];
  readonly nextCursor: string | null;
}

/** Why one pairing cannot be handed over; null when it can, or was already by the same request. */
function refusalOf(old: sql.PairingRow | undefined, { known, hash, helped, on }: { known: string | undefined; hash: string; helped: ReadonlySet<string>; on: string }): Problem | null {
  if (known !== undefined) return known === hash ? null : problem('idempotency-mismatch');
  if (!old) return problem('not-found');
  if (old.ended_on !== null) return problem('pairing.ended');
  if (helped.has(old.household_id)) return problem('pairing.exists');
  return on < old.started_on ? problem('pairing.dates') : null;
}

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

  /**
   * Chosen households go to another helper in one go; one that cannot is refused for itself. Sent again with the same ids it changes
   * nothing. @throws `not-found` for the helper, `pairing.above-limit`, `pairing.dates` for a day in the future
   */
  async handOverMany(countyCode: string, chosen: readonly HandedOver[], { toHelperId, on, reason }: HandOver): Promise<HandOverOutcome[]> {
    this.requirePast(on);
    const helper = await this.helpers.lock({ countyCode, id: toHelperId });
    const hashOf = ({ id, newId }: HandedOver) => contentHash({ pairing: id, newId, toHelperId, on, reason });
    const known = new Map((await this.db.query<{ id: string; content_hash: string }>(sql.knownPairings, [countyCode, chosen.map(({ newId }) => newId)])).map((row) => [row.id, row.content_hash]));
    const locked = new Map((await this.db.query<sql.PairingRow>(sql.lockPairings, [countyCode, chosen.map(({ id }) => id)])).map((row) => [row.id, row]));
    const helped = new Set((await this.db.query<sql.PairingRow>(sql.lockPairingsOfHelper, [countyCode, toHelperId])).map((row) => row.household_id));
    const outcomes = chosen.map((one): HandOverOutcome => {
      const old = locked.get(one.id);
      const refusal = refusalOf(old, { known: known.get(one.newId), hash: hashOf(one), helped, on });
      // Of two helpers of one household only the first can be replaced by the same person.
      if (old && refusal === null) helped.add(old.household_id);
      return { ...one, refusal };
    });
    const fresh = outcomes.filter(({ refusal, newId }) => refusal === null && !known.has(newId));
    if (fresh.length === 0) return outcomes;
    await this.helpers.requireRoom(helper, fresh.length);
    const rows = fresh.flatMap((one) => {
      const old = locked.get(one.id);
      return old ? [{ old, next: { id: one.newId, householdId: old.household_id, villageCode: old.village_code, startedOn: on, predecessorId: old.id, hash: hashOf(one) } }] : [];
    });
    await this.close(rows.map(({ old }) => old), { on, reason });
    await this.insert(rows.map(({ next }) => next), helper);
    return outcomes;
  }

  /** Villages with how many households each helper has there, page by page; how many each has in all, and the limit of the rank. */
  async matrix(filter: { readonly division?: string; readonly cursor?: string; readonly limit: number }): Promise<PairingMatrix> {
    const territory = territoryOf(filter.division);
    if (!territory) return { cells: [], helpers: [], nextCursor: null };
    const [last = null] = decodeCursor(filter.cursor, ['string']) ?? [];
    const found = await this.db.query<sql.MatrixRow>(sql.pairingMatrix, [territory.from, territory.to, territory.county, last, filter.limit + 1]);
    const villages = [...new Set(found.map((row) => row.village_code))];
    const shown = new Set(villages.slice(0, filter.limit));
    const cells = found.filter((row) => shown.has(row.village_code));
    const end = villages.length > filter.limit ? villages[filter.limit - 1] : undefined;
    return { cells, helpers: await this.loads(cells), nextCursor: end === undefined ? null : encodeCursor([end]) };
  }

  private async loads(cells: readonly sql.MatrixRow[]): Promise<HelperLoad[]> {
    const limits = new Map<string, number | null>();
    const loads: HelperLoad[] = [];
    for (const county of new Set(cells.map((cell) => cell.county_code))) {
      const helpers = [...new Map(cells.filter((cell) => cell.county_code === county).map((cell) => [cell.helper_id, cell])).values()];
      const counts = new Map((await this.db.query<{ helper_id: string; households: number }>(sql.loadOfHelpers, [county, helpers.map((cell) => cell.helper_id)])).map((row) => [row.helper_id, row.households]));
      for (const cell of helpers) {
        const key = `${county} ${cell.helper_rank ?? ''}`;
        if (!limits.has(key)) limits.set(key, await this.helpers.limit(county, cell.helper_rank));
        loads.push({ cell, households: counts.get(cell.helper_id) ?? 0, limit: limits.get(key) ?? null });
      }
    }
    return loads;
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
