import { Injectable } from '@nestjs/common';
import { contains, problem } from '#domain';
import { currentContext, Db } from '#platform';
import { newestYearOf } from '../verdicts/newest-year.js';
import * as sql from './stock.queries.js';

export interface StockLine {
  readonly code: string;
  readonly name: string | null;
  /** Null as soon as the number of one part is not known. */
  readonly registeredHouseholds: number | null;
  readonly registeredPersons: number | null;
  readonly poorHouseholds: number | null;
  readonly poorPersons: number | null;
  readonly ruralResidentPopulation: number | null;
  /** Basis points, rounded down. */
  readonly incidenceBasisPoints: number | null;
}

export interface StockReport {
  readonly year: number;
  readonly total: StockLine;
  readonly prefectures: readonly StockLine[];
  readonly counties: readonly StockLine[];
  /** The oldest "as of" among the counties. */
  readonly asOf: Date | null;
}

/** Registered persons and households, poor and in all, and incidence, by league and county, from `county_fact`. */
@Injectable()
export class StockReporter {
  constructor(private readonly db: Db) {}

  /** For the division in the running transaction; without a year, the newest that half of it has data for. Throws `not-found` outside the territory. */
  async stock(division: string, year?: number): Promise<StockReport> {
    if (!contains(currentContext().actor.scope ?? '', division)) throw problem('not-found');
    const wanted = year ?? (await newestYearOf(this.db, division)) ?? Number(currentContext().today.slice(0, 4));
    const rows = await this.db.query<sql.StockRow>(sql.stockByCounty, [division, wanted]);
    const prefectures = [...new Set(rows.map((row) => row.prefecture_code))].map((code) => {
      const parts = rows.filter((row) => row.prefecture_code === code);
      return add(parts, { code, name: parts[0]?.prefecture_name ?? null });
    });
    const whole = await this.db.maybeOne<{ name: string }>(sql.divisionName, [division]);
    const days = rows.map((row) => row.as_of).filter((day): day is Date => day !== null).sort((a, b) => a.getTime() - b.getTime());
    return {
      year: wanted, total: add(rows, { code: division, name: whole?.name ?? null }), prefectures, counties: rows.map((row) => add([row], { code: row.county_code, name: row.name })), asOf: days[0] ?? null,
    };
  }
}

type Figure = 'registered_households' | 'registered_persons' | 'poor_households' | 'poor_persons' | 'rural_resident_population';

function add(rows: readonly sql.StockRow[], { code, name }: { code: string; name: string | null }): StockLine {
  const sum = (figure: Figure): number | null => rows.reduce<number | null>((total, row) => (total === null || row[figure] === null ? null : total + row[figure]), 0);
  const [persons, base] = [sum('poor_persons'), sum('rural_resident_population')];
  return {
    code, name, registeredHouseholds: sum('registered_households'), registeredPersons: sum('registered_persons'), poorHouseholds: sum('poor_households'), poorPersons: persons,
    ruralResidentPopulation: base, incidenceBasisPoints: persons === null || base === null || base === 0 ? null : Math.floor((persons * 10_000) / base),
  };
}
