import { Injectable } from '@nestjs/common';
import { codeRange, isUuid, problem, uuidV7, type CaseId } from '#domain';
import { AccessLog, currentContext, Db, decodeCursor, toPage, type Page } from '#platform';
import { CheckCatalogue, divisionOf } from '../catalogue/check-catalogue.js';
import * as sql from './hit.queries.js';

export interface HitFilter {
  readonly division?: string | undefined;
  readonly verdict?: sql.CheckVerdict | undefined;
  readonly state?: 'open' | 'gone' | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface HitWithVerdicts {
  readonly hit: sql.HitRow;
  readonly verdicts: readonly sql.VerdictRow[];
}

/** What checks found, and what people say of it. Runs in the transaction of the caller. */
@Injectable()
export class CheckHits {
  constructor(
    private readonly db: Db,
    private readonly catalogue: CheckCatalogue,
    private readonly access: AccessLog,
  ) {}

  /** Hits of a check in a division, by village. @throws `check.unknown`, `not-found` */
  async list(code: string, { division, verdict, state, cursor, limit }: HitFilter): Promise<Page<sql.HitRow>> {
    await this.catalogue.versions(code);
    const { from, to } = codeRange(divisionOf(division));
    const [village, id] = decodeCursor(cursor, ['string', 'string']) ?? [null, null];
    if (id !== null && !isUuid(String(id))) throw problem('validation', { fields: [{ field: 'cursor', faults: ['cursor'] }] });
    const rows = await this.db.query<sql.HitRow>(sql.hitsOfCheck, [code, from, to, state === undefined ? null : state === 'open', verdict ?? null, village, id, limit + 1]);
    return toPage(rows, limit, (row) => [row.village_code, row.id], (row) => row);
  }

  /** Throws `not-found`. */
  async read(id: CaseId): Promise<HitWithVerdicts> {
    const hit = await this.db.maybeOne<sql.HitRow>(sql.hitById, [id.countyCode, id.id]);
    if (!hit) throw problem('not-found');
    return { hit, verdicts: await this.db.query<sql.VerdictRow>(sql.verdictsOfHit, [hit.county_code, hit.check_code, hit.hit_key]) };
  }

  /** Says what a hit is; the newest verdict holds, also when a later run finds it again. @throws `not-found` */
  async judge(id: CaseId, { verdict, reason }: { verdict: sql.CheckVerdict; reason: string }): Promise<HitWithVerdicts> {
    const { hit } = await this.read(id);
    await this.db.query(sql.insertVerdict, [hit.county_code, uuidV7(), hit.village_code, hit.check_code, hit.hit_key, verdict, reason.trim(), currentContext().now]);
    await this.access.event('JUDGE', 'check_hit', hit.id, { check: hit.check_code, verdict }, { villageCode: hit.village_code, ...(hit.household_id ? { householdId: hit.household_id } : {}) });
    return this.read(id);
  }
}
