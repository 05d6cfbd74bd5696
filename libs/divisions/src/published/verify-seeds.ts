import type { PovertyCounty } from '../seed/reference-data.js';
import type { PublishedFigures, StockCounty } from './figures.js';
import { compare } from './seed-report.js';
import type { CheckOutcome, SeedCheck, SeedReport } from './seed-report.js';
import { checkFunds } from './verify-funds.js';
import { checkSeries, seriesLines } from './verify-series.js';
import { checkStock } from './verify-stock.js';

export interface SeedsToVerify {
  readonly figures: PublishedFigures;
  readonly stock: readonly StockCounty[];
  readonly povertyCounties: readonly PovertyCounty[];
  readonly divisions: readonly { readonly code: string }[];
}

/** Counts of the tree that the region publishes: prefectures, counties with zones, townships, villages. */
const treeCounts = [[4, 12, '盟市'], [6, 108, '旗县（含5个开发区）'], [9, 1225, '苏木乡镇'], [12, 14592, '嘎查村（社区）']] as const;

/**
 * Derives the published tables again from the seeds. Contradictions inside the sources come out as `source-error` with a
 * judgement; a difference without explanation makes the report fail.
 */
export function verifySeeds({ figures, stock, povertyCounties, divisions }: SeedsToVerify): SeedReport {
  const series = seriesLines(figures.series);
  const checks = [
    ...treeCounts.map(([length, printed, zh]) =>
      compare(`tree.${length}`, printed, { derived: divisions.filter(({ code }) => code.length === length).length, zh: `行政区划：${zh}`, en: `Divisions with ${length}-digit codes` })),
    ...checkSeries(figures.series, series),
    ...checkStock(figures, stock),
    ...checkCounties(figures, povertyCounties),
    ...checkFunds(figures.funds),
  ];
  const counts: Record<CheckOutcome, number> = { agrees: 0, rounding: 0, 'source-error': 0, 'source-gap': 0, differs: 0 };
  for (const { outcome } of checks) counts[outcome] += 1;
  return { series, checks, counts, ok: counts.differs === 0 };
}

function checkCounties({ counties }: PublishedFigures, listed: readonly PovertyCounty[]): SeedCheck[] {
  const count = (level: 'NATIONAL' | 'REGIONAL', year?: number): number =>
    listed.filter((county) => county.level === level && (year === undefined || county.exitYear === year)).length;
  const levels = [['NATIONAL', counties.national, '国贫旗县'], ['REGIONAL', counties.regional, '区贫旗县']] as const;
  return [
    ...levels.map(([level, printed, zh]) => compare(`counties.${level.toLowerCase()}`, printed, { derived: count(level), zh, en: `Poor counties, ${level.toLowerCase()}` })),
    ...Object.entries(counties.exits).flatMap(([year, byLevel]) =>
      levels.map(([level, , zh]) =>
        compare(`counties.exit-${year}-${level.toLowerCase()}`, byLevel[level] ?? 0, { derived: count(level, Number(year)), zh: `${year}年摘帽：${zh}`, en: `Counties off the list in ${year}, ${level.toLowerCase()}` }))),
  ];
}
