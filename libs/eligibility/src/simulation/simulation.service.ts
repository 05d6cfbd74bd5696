import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson, contains, FACT_CATALOGUE, problem, uuidV7, validateRule, type Verdict } from '#domain';
import { currentContext, Db } from '#platform';
import type { JudgedLevel } from '../levels.js';
import { BasisReader } from '../recalculation/county-basis.js';
import type { JudgingRule } from '../recalculation/judgement.queries.js';
import { countiesOf } from '../verdicts/verdict.queries.js';
import * as sql from './simulation.queries.js';

export interface SimulationRequest {
  readonly ruleCode: string;
  readonly level: JudgedLevel;
  readonly rule: unknown;
  readonly division: string;
  readonly year: number;
  readonly after: readonly [county: string, subject: string] | null;
  readonly limit: number;
}

export interface CountyFlips {
  readonly countyCode: string;
  readonly subjects: number;
  readonly flips: number;
  readonly changes: readonly { readonly before: Verdict | null; readonly after: Verdict | null; readonly subjects: number }[];
}

export interface Simulation {
  readonly subjects: number;
  readonly flips: number;
  readonly counties: readonly CountyFlips[];
  readonly rows: readonly sql.FlipRow[];
  /** What the person saw, in one word: publishing asks for it and refuses when it is no longer true. */
  readonly seal: string;
}

/** What another rule would change, over the facts as they are stored. Nothing is written. */
@Injectable()
export class SimulationService {
  constructor(
    private readonly db: Db,
    private readonly basis: BasisReader,
  ) {}

  /** Throws `rule.invalid`, `not-found` for a division outside the territory. */
  async simulate(request: SimulationRequest): Promise<Simulation> {
    const { level, rule, ruleCode, division, year } = request;
    const errors = validateRule(rule, FACT_CATALOGUE, level);
    if (errors.length > 0) throw problem('rule.invalid', { errors });
    if (!contains(currentContext().actor.scope ?? '', division)) throw problem('not-found');
    await this.db.query(sql.roomForSimulation);
    const candidate: JudgingRule = { code: ruleCode, level, expression: rule, versionId: uuidV7(), years: [year] };
    const places = await this.places(division, year);
    const counting = sql.flipCounts(level, candidate);
    const counts = await this.db.query<sql.FlipCountRow>(counting.sql, [...places, ...counting.values]);
    const listing = sql.flips(level, candidate);
    const [county, subject] = request.after ?? ['', ''];
    const rows = await this.db.query<sql.FlipRow>(listing.sql, [...places, ...listing.values, county, subject, request.limit]);
    const counties = byCounty(counts);
    return {
      counties, rows, seal: seal({ ruleCode, rule, year, division, counts }),
      subjects: counties.reduce((sum, one) => sum + one.subjects, 0), flips: counties.reduce((sum, one) => sum + one.flips, 0),
    };
  }

  /** Parameters may differ between counties; those of the division's first county stand for all in a simulation. */
  private async places(division: string, year: number): Promise<unknown[]> {
    const counties = (await this.db.query<{ code: string }>(countiesOf, [division])).map(({ code }) => code).sort();
    const { parameters } = await this.basis.read(counties[0] ?? division, [year]);
    return [division, counties, [year], JSON.stringify(parameters)];
  }
}

function byCounty(counts: readonly sql.FlipCountRow[]): CountyFlips[] {
  const codes = [...new Set(counts.map((row) => row.county_code))];
  return codes.map((countyCode) => {
    const rows = counts.filter((row) => row.county_code === countyCode);
    const changes = rows.filter((row) => row.before !== row.after).map(({ before, after, subjects }) => ({ before, after, subjects }));
    const sum = (list: readonly { subjects: number }[]): number => list.reduce((total, { subjects }) => total + subjects, 0);
    return { countyCode, subjects: sum(rows), flips: sum(changes), changes };
  });
}

function seal(seen: { ruleCode: string; rule: unknown; year: number; division: string; counts: readonly sql.FlipCountRow[] }): string {
  return createHash('sha256').update(canonicalJson({ ...seen, counts: seen.counts.map((row) => ({ ...row })) })).digest('hex');
}
