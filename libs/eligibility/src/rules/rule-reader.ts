import { Injectable } from '@nestjs/common';
import { problem } from '#domain';
import { Db } from '#platform';
import * as sql from './rule.queries.js';

export type YearsOfVersion = sql.RuleVersionRow & { readonly years: number[] };

/** Rules as published. A rule of a year is the version in force on its last day. */
@Injectable()
export class RuleReader {
  constructor(private readonly db: Db) {}

  /** The version in force on a day ('YYYY-MM-DD'), or null when there is none. */
  effective(code: string, on: string): Promise<sql.RuleVersionRow | null> {
    return this.db.maybeOne<sql.RuleVersionRow>(sql.effectiveVersion, [code, on]);
  }

  /** The version that judges facts of a year. Throws `rule.not-in-force` when there is none. */
  async ofYear(code: string, year: number): Promise<sql.RuleVersionRow> {
    const version = await this.effective(code, `${year}-12-31`);
    if (!version) throw problem('rule.not-in-force', { code, year });
    return version;
  }

  /** Every version that judges one of the years, with those years. */
  ofYears(years: readonly number[]): Promise<YearsOfVersion[]> {
    return this.db.query<YearsOfVersion>(sql.versionsOfYears, [years]);
  }

  /** The version that a stored verdict names. */
  async byId(id: string): Promise<sql.RuleVersionRow> {
    return this.db.one<sql.RuleVersionRow>(sql.versionById, [id]);
  }

  /** The newest version of each rule. */
  all(): Promise<sql.RuleVersionRow[]> {
    return this.db.query<sql.RuleVersionRow>(sql.rules);
  }

  /** All versions of one rule, newest first. Throws `rule.unknown`. */
  async versions(code: string): Promise<sql.RuleVersionRow[]> {
    const versions = await this.db.query<sql.RuleVersionRow>(sql.versionsOfRule, [code]);
    if (versions.length === 0) throw problem('rule.unknown', { code });
    return versions;
  }
}
