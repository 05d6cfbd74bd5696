import { Injectable } from '@nestjs/common';
import { codeRange, contains, levelOf, problem } from '#domain';
import { currentContext, Db } from '#platform';
import { childLength } from '../child-division.js';
import * as sql from './check-version.queries.js';

export interface CheckWithCounts {
  readonly check: sql.CheckVersionRow;
  readonly counts: sql.CheckCountRow | null;
}

/** The published checks, and what they found last. Runs in the transaction of the caller. */
@Injectable()
export class CheckCatalogue {
  constructor(private readonly db: Db) {}

  /** Checks in force on the last day of a year (today for the current year), of these codes or all. @throws `check.unknown`, `check.not-in-force` */
  async inForce(year: number, codes: readonly string[] | null): Promise<sql.CheckVersionRow[]> {
    const { today } = currentContext();
    const on = year >= Number(today.slice(0, 4)) ? today : `${year}-12-31`;
    const found = await this.db.query<sql.CheckVersionRow>(sql.checksInForce, [on, codes]);
    for (const code of codes ?? []) {
      if (found.some((check) => check.code === code)) continue;
      throw (await this.db.query(sql.versionsOfCheck, [code])).length > 0 ? problem('check.not-in-force', { code, on }) : problem('check.unknown', { code });
    }
    return found;
  }

  /** Every check in force with its last counts in a division (one's own without it). @throws `not-found` */
  async list(division?: string): Promise<CheckWithCounts[]> {
    const place = divisionOf(division);
    const { from, to } = codeRange(place);
    const checks = await this.inForce(Number(currentContext().today.slice(0, 4)), null);
    const counts = new Map((await this.db.query<sql.CheckCountRow>(sql.countsOfChecks, [from, to, place])).map((row) => [row.check_code, row]));
    return checks.map((check) => ({ check, counts: counts.get(check.code) ?? null }));
  }

  /** All versions of a check, newest first. @throws `check.unknown` */
  async versions(code: string): Promise<sql.CheckVersionRow[]> {
    const rows = await this.db.query<sql.CheckVersionRow>(sql.versionsOfCheck, [code]);
    if (rows.length === 0) throw problem('check.unknown', { code });
    return rows;
  }

  /** The version in force (the newest one of a check that is no longer in force) with its counts, and all versions. @throws `check.unknown`, `not-found` */
  async detail(code: string, division?: string): Promise<CheckWithCounts & { readonly versions: readonly sql.CheckVersionRow[] }> {
    const versions = await this.versions(code);
    const { today } = currentContext();
    const check = versions.find((one) => one.valid_from <= today && (one.valid_to === null || one.valid_to > today)) ?? versions[0];
    if (!check) throw problem('check.unknown', { code });
    const place = divisionOf(division);
    const { from, to } = codeRange(place);
    const counts = (await this.db.query<sql.CheckCountRow>(sql.countsOfChecks, [from, to, place])).find((row) => row.check_code === code) ?? null;
    return { check, counts, versions };
  }

  /** What it found last by child division. @throws `not-found` */
  areas(code: string, division?: string): Promise<sql.AreaCountRow[]> {
    const place = divisionOf(division);
    const { from, to } = codeRange(place);
    return this.db.query<sql.AreaCountRow>(sql.countsByArea, [from, to, code, childLength(place)]);
  }

  byIds(ids: readonly string[]): Promise<sql.CheckVersionRow[]> {
    return this.db.query<sql.CheckVersionRow>(sql.versionsById, [ids]);
  }
}

/** The division that is asked for, or one's own territory. @throws `not-found` for one outside */
export function divisionOf(division: string | undefined): string {
  const { scope } = currentContext().actor;
  const place = division ?? scope ?? '';
  if (scope === null || levelOf(place) === undefined || !contains(scope, place)) throw problem('not-found');
  return place;
}
