import type { PublishedFigures, SeriesRow } from './figures.js';
import { compare, sumOf } from './seed-report.js';
import type { SeedCheck, SeriesLine } from './seed-report.js';

/** Persons that an incidence in basis points implies as the base, rounded to a person; null at zero incidence. */
export function impliedBase(poor: number, incidenceBp: number): number | null {
  return incidenceBp === 0 ? null : Math.round((poor * 10_000) / incidenceBp);
}

/**
 * The series with its implied base and yearly falls. Where two sources print different incidences, the one whose base lies
 * nearer to the median base of the other years is taken.
 */
export function seriesLines({ rows }: PublishedFigures['series']): SeriesLine[] {
  return rows.map((row, index) => {
    const judgedIncidenceBp = judge(row, rows);
    const before = rows[index - 1];
    return {
      year: row.year,
      poor: row.poor,
      incidenceBp: row.incidenceBp,
      judgedIncidenceBp,
      impliedBase: impliedBase(row.poor, row.incidenceBp),
      judgedBase: impliedBase(row.poor, judgedIncidenceBp),
      fall: before ? before.poor - row.poor : null,
    };
  });
}

/** Checks on the series: the sum of the falls, and each incidence that two sources print differently. */
export function checkSeries(series: PublishedFigures['series'], lines: readonly SeriesLine[]): SeedCheck[] {
  const { from, to, printed } = series.cumulativeFall;
  const falls = lines.filter((line) => line.year > from && line.year <= to).map((line) => line.fall ?? 0);
  const sum = compare('series.cumulative-fall', printed, {
    derived: sumOf(falls), zh: `${from + 1}—${to}年逐年减少之和与“累计完成脱贫任务157万人”`, en: `Sum of yearly falls ${from + 1}–${to} against the printed total`,
  });
  return [sum, ...series.rows.flatMap((row) => contradiction(row, lines))];
}

function contradiction(row: SeriesRow, lines: readonly SeriesLine[]): SeedCheck[] {
  const line = lines.find(({ year }) => year === row.year);
  if (!row.printedOtherwise || !line || line.judgedIncidenceBp === row.incidenceBp) return [];
  const percent = (bp: number): string => (bp / 100).toFixed(2);
  const base = (persons: number | null): string => (persons === null ? '—' : String(Math.round(persons / 10_000)));
  return [{
    id: `series.incidence-${row.year}`,
    zh: `${row.year}年贫困发生率（万分之一）`,
    en: `Incidence ${row.year} in basis points`,
    printed: row.incidenceBp,
    derived: line.judgedIncidenceBp,
    outcome: 'source-error',
    finding: {
      zh: `${percent(row.incidenceBp)}%推算农村牧区人口${base(line.impliedBase)}万，与各年相差过大；${row.printedOtherwise.source}所载${percent(line.judgedIncidenceBp)}%推算${base(line.judgedBase)}万，与各年一致。采用${percent(line.judgedIncidenceBp)}%，前者系数字颠倒。`,
      en: `${percent(row.incidenceBp)} % implies a rural population of ${base(line.impliedBase)}0,000, far from all other years; ${percent(line.judgedIncidenceBp)} % of the other source implies ${base(line.judgedBase)}0,000. The latter is taken; the former is a transposition of digits.`,
    },
  }];
}

function judge(row: SeriesRow, rows: readonly SeriesRow[]): number {
  if (!row.printedOtherwise) return row.incidenceBp;
  const bases = rows.filter((other) => other !== row).flatMap((other) => impliedBase(other.poor, other.incidenceBp) ?? []).sort((a, b) => a - b);
  const median = bases[Math.floor(bases.length / 2)] ?? 0;
  const distance = (bp: number): number => Math.abs((impliedBase(row.poor, bp) ?? 0) - median);
  return distance(row.printedOtherwise.incidenceBp) < distance(row.incidenceBp) ? row.printedOtherwise.incidenceBp : row.incidenceBp;
}
