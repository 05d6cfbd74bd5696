import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson, contains, FACT_CATALOGUE, problem, uuidV7, validateRule, type Verdict } from '#domain';
import { currentContext, Db } from '#platform';
import type { JudgedLevel } from '../levels.js';
import { CountyParameters } from '../recalculation/county-parameters.js';
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
    private readonly parameters: CountyParameters,
  ) {}

  /** Throws `rule.invalid`, `not-found` for a division outside the territory. */
  async simulate(request: SimulationRequest): Promise<Simulation> {
    const { level, rule, ruleCode, division, year } = request;
    const errors = validateRule(rule, FACT_CATALOGUE, level);
    if (errors.length > 0) throw problem('rule.invalid', { errors });
    if (!contains(currentContext().actor.scope ?? '', division)) throw problem('not-found');
    await this.db.query(sql.roomForSimulation);
    const candidate: JudgingRule = { code: ruleCode, level, expression: rule, versionId: uuidV7(), years: [year] };
    const counting = sql.flipCounts(level, candidate);
    const listing = sql.flips(level, candidate);
    const [county, subject] = request.after ?? ['', ''];
    const counts: sql.FlipCountRow[] = [];
    const found: sql.FlipRow[] = [];
    for (const places of await this.places(division, year)) {
      counts.push(...(await this.db.query<sql.FlipCountRow>(counting.sql, [...places, ...counting.values])));
      found.push(...(await this.db.query<sql.FlipRow>(listing.sql, [...places, ...listing.values, county, subject, request.limit])));
    }
    counts.sort(inOrder((row) => [row.county_code, row.before ?? '', row.after ?? '']));
    const rows = found.sort(inOrder((row) => [row.county_code, row.subject])).slice(0, request.limit);
    const counties = byCounty(counts);
    return {
      counties, rows, seal: seal({ ruleCode, rule, year, division, counts }),
      subjects: counties.reduce((sum, one) => sum + one.subjects, 0), flips: counties.reduce((sum, one) => sum + one.flips, 0),
    };
  }

  /** Counties judged by the same parameters go together; most often they are all of them. */
  private async places(division: string, year: number): Promise<unknown[][]> {
    const counties = (await this.db.query<{ code: string }>(countiesOf, [division])).map(({ code }) => code).sort();
    const alike = new Map<string, string[]>();
    for (const code of counties) {
      const parameters = JSON.stringify([{ ...(await this.parameters.ofYear(code, year)), year }]);
      alike.set(parameters, [...(alike.get(parameters) ?? []), code]);
    }
    return [...alike].map(([parameters, codes]) => [division, codes, [year], parameters]);
  }
}

/** Rows of several statements in the order that one of them would have given. */
function inOrder<Row>(keyOf: (row: Row) => readonly string[]): (a: Row, b: Row) => number {
  return (a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)];
    const at = left.findIndex((part, i) => part !== right[i]);
    return at < 0 ? 0 : (left[at] ?? '') < (right[at] ?? '') ? -1 : 1;
  };
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
