import { Injectable } from '@nestjs/common';
import { codeRange, formatFen, problem, testHeap } from '#domain';
import { DivisionReader, ParameterReader } from '#divisions';
import { Db } from '#platform';
import * as sql from './income.queries.js';
import { PostNumbers } from './post-numbers.js';
import { isPlaceGrouping, settingOf, type NamedGroup, type RowsQuestion, type ScreenQuestion, type ScreenRow, type ScreenSource } from './screen-source.js';

const windows: Readonly<Record<string, readonly [first: number, last: number]>> = { below: [0, 0], at: [1, 1], above: [2, 2] };

/** Incomes just above the line of the year, by place, team or approving post. */
@Injectable()
export class IncomeHeaping implements ScreenSource {
  constructor(
    private readonly db: Db,
    private readonly parameters: ParameterReader,
    private readonly divisions: DivisionReader,
    private readonly numbers: PostNumbers,
  ) {}

  async groups(question: ScreenQuestion): Promise<NamedGroup[]> {
    const rows = await this.db.query<sql.HeapRow>(sql.heaps(question.by), await this.base(question));
    return rows.map((row) => {
      const key = question.by === 'approver' ? this.numbers.numberOf(row.key) : row.key;
      const label = question.by === 'approver' ? `审批岗位 ${key}` : row.label;
      return { ...testHeap({ key, divisionCode: row.division_code, below: row.below, at: row.at, above: row.above }, settingOf(question.settings, 'tolerance')), label };
    });
  }

  async rows(question: RowsQuestion): Promise<ScreenRow[]> {
    const [first, last] = windows[question.figure] ?? [0, 2];
    const group = question.by === 'approver' ? await this.decider(question) : question.group;
    const place = isPlaceGrouping(question.by) ? codeRange(question.group) : {};
    const rows = await this.db.query<sql.IncomeRow>(sql.heapRows(question.by), [...(await this.base({ ...question, ...place })), group, first, last, question.after, question.limit + 1]);
    return rows.map(incomeRow);
  }

  private async decider({ from, to, year, group }: RowsQuestion): Promise<string | null> {
    const known = await this.db.query<{ decided_by: string }>(sql.deciders, [from, to, year]);
    return known.find((row) => this.numbers.numberOf(row.decided_by) === group)?.decided_by ?? null;
  }

  /** A county may have a line of its own. @throws `screen.line-not-set` when none of them has one */
  private async base({ from, to, year, division, settings }: ScreenQuestion): Promise<readonly unknown[]> {
    const counties = division.length >= 6 ? [division.slice(0, 6)] : (await this.divisions.subtree(division, 'county')).map(({ code }) => code);
    const lines: { county: string; line: number }[] = [];
    for (const county of counties) {
      const line = (await this.parameters.effective('poverty_line', { year, division: county }))?.value ?? null;
      if (line !== null) lines.push({ county, line });
    }
    if (lines.length === 0) throw problem('screen.line-not-set', { year });
    return [from, to, year, lines.map(({ county }) => county), lines.map(({ line }) => line), Math.round(settingOf(settings, 'window_yuan') * 100)];
  }
}

/** A household with its income. */
export function incomeRow(row: sql.IncomeRow): ScreenRow {
  const before = row.before === null ? [] : [{ label: '上年人均纯收入', text: `${formatFen(row.before)}元` }];
  return {
    key: row.household_id, kind: 'household', countyCode: row.county_code, id: row.household_id, householdId: row.household_id, villageCode: row.village_code,
    values: [{ label: '户主', text: row.head_name }, ...before, { label: '人均纯收入', text: `${formatFen(row.income)}元` }],
  };
}
