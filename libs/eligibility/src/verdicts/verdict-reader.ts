import { Injectable } from '@nestjs/common';
import { contains, FACT_CATALOGUE, factTerms, padVillageCode, poorStatuses, exitedStatuses, problem, type CaseId, type FactValues, type Verdict } from '#domain';
import { currentContext, Db } from '#platform';
import type { JudgedLevel } from '../levels.js';
import { ExplanationReader, type ExplainedVerdict } from './explanation-reader.js';
import { newestYearOf } from './newest-year.js';
import type { NewestYearRow } from './newest-year.queries.js';
import * as sql from './verdict.queries.js';

export interface Freshness {
  readonly asOf: Date | null;
  /** A recalculation is to come: something was written since. */
  readonly pending: boolean;
  /** Why the village cannot be computed, if it cannot. */
  readonly parked: { readonly message: string; readonly at: Date } | null;
}

export interface StoredVerdicts {
  readonly countyCode: string;
  readonly villageCode: string;
  readonly year: number;
  readonly years: readonly number[];
  readonly facts: FactValues;
  readonly row: sql.FactRow;
  readonly verdicts: readonly ExplainedVerdict[];
  readonly freshness: Freshness;
}

export interface VillageFilter {
  readonly division?: string | undefined;
  readonly year?: number | undefined;
  readonly verdict?: Verdict | undefined;
  readonly poorOnly?: boolean | undefined;
  readonly after: string;
  readonly limit: number;
}

/** Numbers of a village that have households behind them, with the statuses they count. */
const countedStatuses: Readonly<Record<string, readonly string[]>> = {
  registered_households: factTerms.registeredStatuses, registered_persons: factTerms.registeredStatuses,
  poor_households: poorStatuses, poor_persons: poorStatuses, exited_households: exitedStatuses,
};

/** Stored facts and verdicts with their reasons. Read model of this slice; computes nothing. */
@Injectable()
export class VerdictReader {
  constructor(
    private readonly db: Db,
    private readonly explanations: ExplanationReader,
  ) {}

  /** Verdicts of a household for a year; without one, the newest year that was recorded. Throws `not-found`, `verdict.not-computed`. */
  household(id: CaseId, year?: number): Promise<StoredVerdicts> {
    return this.read('household', [id.countyCode, id.id], { year, years: sql.householdYears, fact: sql.householdFact, verdicts: sql.householdVerdicts });
  }

  /** Without a year, the one that is current in the village. */
  async village(code: string, year?: number): Promise<StoredVerdicts> {
    this.requireScope(code);
    return this.read('village', [code.slice(0, 6), code], { year: year ?? (await newestYearOf(this.db, code)) ?? undefined, years: sql.villageYears, fact: sql.villageFact, verdicts: sql.villageVerdicts });
  }

  /** Without a year, the one that is current in the county. */
  async county(code: string, year?: number): Promise<StoredVerdicts> {
    this.requireScope(code);
    return this.read('county', [code, padVillageCode(code)], { year: year ?? (await newestYearOf(this.db, code)) ?? undefined, years: sql.countyYears, fact: sql.countyFact, verdicts: sql.countyVerdicts });
  }

  /** Villages of a division with their numbers and exit verdict, in the order of their codes. */
  async villages(filter: VillageFilter): Promise<{ year: number; rows: sql.VillageListRow[] }> {
    const scope = currentContext().actor.scope ?? '';
    const division = filter.division ?? scope;
    if (!contains(scope, division)) throw problem('not-found');
    const year = filter.year ?? (await this.newestYear(division));
    const counties = (await this.db.query<{ code: string }>(sql.countiesOf, [division])).map(({ code }) => code);
    const rows = await this.db.query<sql.VillageListRow>(sql.villageList, [
      division, counties, year, factTerms.villageExitRule, filter.verdict ?? null, filter.after, filter.limit, filter.poorOnly ?? false,
    ]);
    return { year, rows };
  }

  /** Households that a number of a village counts. Throws `fact.unknown` for a number that counts none. */
  async rowsOfVillage(code: string, { fact, year, after, limit }: { fact: string; year: number; after: string | null; limit: number }): Promise<sql.HouseholdBehindRow[]> {
    this.requireScope(code);
    const statuses = countedStatuses[fact];
    if (!statuses) throw problem('fact.unknown', { fact });
    return this.db.query<sql.HouseholdBehindRow>(sql.rowsOfVillage, [code.slice(0, 6), code, year, statuses, after, limit]);
  }

  /** The year that is current in a division, else the running year. */
  async newestYear(division: string): Promise<number> {
    const computed = await newestYearOf(this.db, division);
    const year = computed ?? (division.length >= 6 ? (await this.db.one<NewestYearRow>(sql.recordedYear, [division.slice(0, 6)])).year : null);
    return year ?? Number(currentContext().today.slice(0, 4));
  }

  async freshness(countyCode: string, villageCode: string): Promise<Freshness> {
    const row = await this.db.one<sql.FreshnessRow>(sql.freshness, [countyCode, villageCode]);
    return { asOf: row.as_of, pending: row.pending, parked: row.parked !== null && row.parked_at ? { message: row.parked, at: row.parked_at } : null };
  }

  private requireScope(code: string): void {
    if (!contains(currentContext().actor.scope ?? '', code)) throw problem('not-found');
  }

  private async read(level: JudgedLevel, key: readonly [string, string], from: { year: number | undefined; years: string; fact: string; verdicts: string }): Promise<StoredVerdicts> {
    const { known, years, newest } = await this.db.one<sql.YearsRow>(from.years, key);
    if (!known) throw problem('not-found');
    const year = from.year ?? newest ?? years.at(-1) ?? Number(currentContext().today.slice(0, 4));
    const row = await this.db.maybeOne<sql.FactRow>(from.fact, [...key, year]);
    if (!row) throw problem('verdict.not-computed', { year });
    const stored = await this.db.query<sql.VerdictRow>(from.verdicts, [...key, year]);
    return {
      countyCode: row.county_code, villageCode: row.village_code, year, years, row, facts: onlyFacts(level, row),
      verdicts: await this.explanations.explain(level, row, stored), freshness: await this.freshness(row.county_code, row.village_code),
    };
  }
}

function onlyFacts(level: JudgedLevel, row: sql.FactRow): FactValues {
  const names = [...FACT_CATALOGUE.facts[level].values()].filter(({ type }) => type !== 'ratio').map(({ name }) => name);
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null])) as FactValues;
}
