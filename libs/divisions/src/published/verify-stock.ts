import type { PublishedFigures, StockCounty } from './figures.js';
import { stockCategories } from './figures.js';
import { compare, sumOf } from './seed-report.js';
import type { SeedCheck } from './seed-report.js';

/** Exits by prefecture, and the end-2016 stock by county, category, level and prefecture. */
export function checkStock(figures: PublishedFigures, counties: readonly StockCounty[]): SeedCheck[] {
  return [...exits(figures), ...stock2016(figures, counties), ...stock2015(figures), flow2016(figures)];
}

function exits({ exits: { years, region, prefectures } }: PublishedFigures): SeedCheck[] {
  return years.map((year, index) =>
    compare(`exits.${year}`, region.persons[index] ?? 0, {
      derived: sumOf(Object.values(prefectures).map((persons) => persons[index] ?? 0)), zh: `${year}年脱贫人口：各盟市之和`, en: `Exits ${year}: sum of the prefectures`,
    }),
  );
}

function stock2016({ stock2016: printed }: PublishedFigures, counties: readonly StockCounty[]): SeedCheck[] {
  const where = (keep: (county: StockCounty) => boolean): number => sumOf(counties.filter(keep).map(({ persons }) => persons));
  return [
    compare('stock-2016.counties', printed.counties, { derived: counties.length, zh: '2016年底有贫困人口的旗县数', en: 'Counties with registered persons, end of 2016' }),
    compare('stock-2016.total', printed.total, { derived: where(() => true), zh: '2016年底贫困人口：各旗县之和', en: 'Registered persons end of 2016: sum of the counties' }),
    ...counties.filter((county) => sumOf(county.categories) !== county.persons).map((county) =>
      compare(`stock-2016.county-${county.countyCode}`, county.persons, { derived: sumOf(county.categories), zh: `${county.countyCode}各类别之和`, en: `Categories of ${county.countyCode}` }),
    ),
    ...stockCategories.map((category) =>
      compare(`stock-2016.${category}`, printed.categories[category], {
        derived: sumOf(counties.map((county) => county.categories[category])), zh: `2016年底贫困人口：${category}`, en: `Registered persons end of 2016: ${category}`,
      }),
    ),
    ...(['national', 'regional', 'other'] as const).map((level) =>
      compare(`stock-2016.${level}`, printed.levels[level], { derived: where((county) => county.level === level), zh: `2016年底贫困人口：${level}`, en: `Registered persons end of 2016: ${level}` }),
    ),
    ...Object.entries(printed.prefectures).map(([code, persons]) =>
      compare(`stock-2016.prefecture-${code}`, persons, { derived: where((county) => county.countyCode.startsWith(code)), zh: `2016年底贫困人口：盟市${code}`, en: `Registered persons end of 2016: prefecture ${code}` }),
    ),
  ];
}

function stock2015({ stock2015: { persons, households, levels } }: PublishedFigures): SeedCheck[] {
  const sum = (index: 0 | 1): number => sumOf(Object.values(levels).map((pair) => pair[index]));
  return [
    compare('stock-2015.persons', persons, { derived: sum(0), zh: '2015年底贫困人口：三类旗县之和', en: 'Registered persons end of 2015: sum of the levels' }),
    compare('stock-2015.households', households, { derived: sum(1), zh: '2015年底贫困户：三类旗县之和', en: 'Registered households end of 2015: sum of the levels' }),
  ];
}

function flow2016({ flow2016: { opening, exits: exited, closing } }: PublishedFigures): SeedCheck {
  const residual = closing - (opening - exited);
  return {
    id: 'flow-2016',
    zh: '2016年存量流量：年初 − 脱贫 与年末',
    en: 'Stock and flow 2016: opening − exits against closing',
    printed: closing,
    derived: opening - exited,
    outcome: 'source-gap',
    finding: {
      zh: `差额${residual}人，为新识别、返贫、清退与自然增减的净额，原文未分列。`,
      en: `The residual of ${residual} persons is the net of new, returned, cleared-out and natural change, which the source does not print.`,
    },
  };
}
