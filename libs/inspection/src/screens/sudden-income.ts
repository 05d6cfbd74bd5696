import { Injectable } from '@nestjs/common';
import { codeRange, testChange } from '#domain';
import { Db } from '#platform';
import { incomeRow } from './income-heaping.js';
import * as sql from './income.queries.js';
import { placeLength, settingOf, type NamedGroup, type RowsQuestion, type ScreenQuestion, type ScreenRow, type ScreenSource } from './screen-source.js';

/** Sudden changes of income by place, against the rest of the county. */
@Injectable()
export class SuddenIncome implements ScreenSource {
  constructor(private readonly db: Db) {}

  async groups({ division, from, to, year, by, settings }: ScreenQuestion): Promise<NamedGroup[]> {
    // The county is what a place is compared with, however small the division that is asked about.
    const all = division.length > 6 ? codeRange(division.slice(0, 6)) : { from, to };
    const rows = await this.byHash<sql.ChangeRow>(sql.changes, [all.from, all.to, year, ...ratios(settings), placeLength(by)]);
    const counties = new Map<string, { compared: number; sudden: number }>();
    for (const row of rows) {
      const sum = counties.get(row.county_code) ?? { compared: 0, sudden: 0 };
      counties.set(row.county_code, { compared: sum.compared + row.compared, sudden: sum.sudden + row.sudden });
    }
    return rows.filter(({ key }) => key.startsWith(division) || division.startsWith(key)).map(({ county_code: county, key, compared, sudden }) => {
      const { compared: countyCompared, sudden: countySudden } = counties.get(county) ?? { compared, sudden };
      return { ...testChange({ key, divisionCode: key, compared, sudden, countyCompared, countySudden }), label: null };
    });
  }

  async rows({ year, settings, group, figure, after, limit }: RowsQuestion): Promise<ScreenRow[]> {
    const { from, to } = codeRange(group);
    const rows = await this.byHash<sql.IncomeRow>(sql.changeRows, [from, to, year, ...ratios(settings), figure === 'sudden', after, limit + 1]);
    return rows.map(incomeRow);
  }

  private async byHash<Row extends object>(statement: string, params: unknown[]): Promise<Row[]> {
    await this.db.query(sql.roomForChanges);
    const rows = await this.db.query<Row>(statement, params);
    await this.db.query(sql.usualRoom);
    return rows;
  }
}

/** Upper and lower limit in whole millionths, so that the comparison is exact. */
const ratios = (settings: ScreenQuestion['settings']): number[] => ['ratio_high', 'ratio_low'].map((name) => Math.round(settingOf(settings, name) * 1_000_000));
