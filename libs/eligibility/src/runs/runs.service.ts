import { Injectable } from '@nestjs/common';
import { contains, problem } from '#domain';
import { currentContext, Db } from '#platform';
import * as region from '../recalculation/region.queries.js';
import { countiesOf } from '../verdicts/verdict.queries.js';
import * as sql from './run.queries.js';

export interface RunFilter {
  readonly division?: string | undefined;
  readonly kind?: string | undefined;
  readonly before: string | null;
  readonly limit: number;
}

/** What was computed when, what got stuck, and the request to compute a division anew. */
@Injectable()
export class RunsService {
  constructor(private readonly db: Db) {}

  /** Newest first. Throws `not-found` for a division outside the territory. */
  async list({ division, kind, before, limit }: RunFilter): Promise<sql.RunRow[]> {
    const counties = await this.counties(this.within(division));
    return this.db.query<sql.RunRow>(sql.runs, [counties, before, kind ?? null, limit]);
  }

  /** Throws `not-found` for a run outside the territory. */
  async differences(countyCode: string, runId: string): Promise<Record<string, unknown>[]> {
    if (!(await this.db.maybeOne(sql.runExists, [countyCode, runId]))) throw problem('not-found');
    return this.db.query<Record<string, unknown>>(sql.differencesOfRun, [countyCode, runId]);
  }

  parked(): Promise<sql.ParkedRow[]> {
    return this.db.query<sql.ParkedRow>(sql.parkedVillages);
  }

  /** Marks everything in the division for recalculation; the counties are computed by parallel jobs after the commit. Returns them. */
  async request(given?: string): Promise<string[]> {
    const division = this.within(given);
    const counties = division.length > 6 ? [division.slice(0, 6)] : (await this.db.query<{ county_code: string }>(region.countiesWithHouseholds, [division])).map((row) => row.county_code);
    if (division.length > 6) await this.db.query(region.markVillages, [division.slice(0, 6), division]);
    else await this.db.query(region.markCounties, [counties]);
    await this.db.query(region.touchDirty, [counties]);
    return counties;
  }

  private within(division?: string): string {
    const scope = currentContext().actor.scope ?? '';
    const asked = division ?? scope;
    if (!contains(scope, asked)) throw problem('not-found');
    return asked;
  }

  private async counties(division: string): Promise<string[]> {
    return (await this.db.query<{ code: string }>(countiesOf, [division])).map(({ code }) => code);
  }
}
