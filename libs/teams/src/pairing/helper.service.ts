import { Injectable } from '@nestjs/common';
import { contains, maskPhone, normalisePhone, problem, type CaseId } from '#domain';
import { ParameterReader } from '#divisions';
import { CryptoProvider, currentContext, Db, decodeCursor, toPage, type Page } from '#platform';
import { contentHash, isRepetition } from '../content-hash.js';
import { territoryOf } from '../shared.dto.js';
import { walkInOrder } from '../walk-in-order.js';
import * as sql from './pairing.queries.js';

export interface HelperInput {
  readonly id: string;
  readonly countyCode: string;
  readonly name: string;
  readonly unit: string;
  readonly affiliation?: string | undefined;
  readonly rank?: string | undefined;
  readonly userId?: string | undefined;
  readonly phone?: string | undefined;
}

/** Persons who help households. They belong to the county; how many households one may have is a parameter by rank. */
@Injectable()
export class HelperService {
  constructor(
    private readonly db: Db,
    private readonly crypto: CryptoProvider,
    private readonly parameters: ParameterReader,
  ) {}

  /** @throws `not-found` for a county outside the territory, `idempotency-mismatch` */
  async create(input: HelperInput): Promise<CaseId> {
    const { actor, now } = currentContext();
    if (actor.scope === null || !contains(actor.scope, input.countyCode)) throw problem('not-found');
    const id = { countyCode: input.countyCode, id: input.id };
    const hash = contentHash(input);
    if (isRepetition(await this.db.maybeOne<{ content_hash: string }>(sql.knownHelper, [id.countyCode, id.id]), hash)) return id;
    const phone = input.phone === undefined ? null : normalisePhone(input.phone);
    await this.db.query(sql.insertHelper, [JSON.stringify({
      county_code: input.countyCode, id: input.id, village_code: input.countyCode.padEnd(12, '0'), name: input.name, unit: input.unit, affiliation: input.affiliation ?? null,
      rank: input.rank ?? null, user_id: input.userId ?? null, phone_enc: phone && this.crypto.encrypt('helper', 'phone', input.id, phone),
      phone_masked: phone && maskPhone(phone), content_hash: hash, version: 1, created_at: now, updated_at: now,
    })]);
    return id;
  }

  /** Helpers with how many households each has now; for the county and above. */
  async page(filter: { readonly division?: string; readonly cursor?: string; readonly limit: number }): Promise<Page<sql.HelperRow>> {
    await this.db.query(walkInOrder);
    const territory = territoryOf(filter.division);
    if (!territory) return { items: [], nextCursor: null };
    const cursor = decodeCursor(filter.cursor, ['string', 'string']) ?? [null, null];
    const rows = await this.db.query<sql.HelperRow>(sql.helpersOfDivision, [territory.from, territory.to, ...cursor, filter.limit + 1]);
    return toPage(rows, filter.limit, (row) => [row.village_code, row.id], (row) => row);
  }

  async read(id: CaseId): Promise<sql.HelperRow> {
    const helper = await this.lock(id);
    return helper;
  }

  /** Locks a helper and counts the households. @throws `not-found` */
  async lock(id: CaseId): Promise<sql.HelperRow> {
    const helper = await this.db.maybeOne<sql.HelperRow>(sql.lockHelper, [id.countyCode, id.id]);
    if (!helper) throw problem('not-found');
    const { n } = await this.db.one<{ n: number }>(sql.loadOfHelper, [id.countyCode, id.id]);
    return { ...helper, households: n };
  }

  /** Refuses `more` households above the limit of the helper's rank; a limit that is not set refuses nothing. @throws `pairing.above-limit` */
  async requireRoom(helper: sql.HelperRow, more: number): Promise<void> {
    const limit = await this.limit(helper.county_code, helper.rank);
    if (limit !== null && helper.households + more > limit) throw problem('pairing.above-limit', { count: helper.households, limit });
  }

  /** Null = not set. */
  async limit(countyCode: string, rank: string | null): Promise<number | null> {
    const found = await this.parameters.effective('max_households_per_helper', { division: countyCode, ...(rank === null ? {} : { subject: rank }) });
    return found?.value ?? null;
  }
}
