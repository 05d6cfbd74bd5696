import { verifySeeds } from '#divisions';
import type { SeedsToVerify } from '#divisions';
import { loadPublished, loadReference } from './load.js';

function seeds(): SeedsToVerify {
  const { divisions, povertyCounties } = loadReference();
  return { ...loadPublished(), divisions, povertyCounties };
}

describe('published figures', () => {
  const report = verifySeeds(seeds());
  const check = (id: string) => report.checks.find((entry) => entry.id === id);

  it('come out of the seeds again, without one difference that is not explained', () => {
    expect(report.checks.filter(({ outcome }) => outcome === 'differs')).toEqual([]);
    expect(report.ok).toBe(true);
    expect(report.counts).toMatchObject({ 'source-error': 2, 'source-gap': 1, differs: 0 });
    expect(new Set(report.checks.map(({ id }) => id)).size).toBe(report.checks.length);
  });

  it.each([
    [2012, 1_970_000, 1490, 1322, null], [2013, 1_570_000, 1170, 1342, 400_000], [2014, 1_190_000, 826, 1441, 380_000], [2015, 802_000, 585, 1371, 388_000],
    [2016, 578_000, 410, 1410, 224_000], [2018, 152_400, 106, 1438, 225_600], [2019, 16_200, 11, 1473, 136_200],
  ])('%d: %d persons at %d per ten thousand imply a base of %d × 10,000', (year, poor, incidenceBp, base, fall) => {
    const line = report.series.find((entry) => entry.year === year);
    expect(line).toMatchObject({ poor, incidenceBp, judgedIncidenceBp: incidenceBp, fall });
    expect(Math.round((line?.impliedBase ?? 0) / 10_000)).toBe(base);
  });

  it('falls by 1,570,000 persons from 2014 to 2020', () => {
    expect(check('series.cumulative-fall')).toMatchObject({ printed: 1_570_000, derived: 1_570_000, outcome: 'agrees' });
    expect(report.series.at(-1)).toMatchObject({ year: 2020, poor: 0, impliedBase: null, fall: 16_200 });
  });

  it('reports the incidence of 2017 as an error of its source: 2.26 is printed, 2.62 is right', () => {
    expect(report.series.find(({ year }) => year === 2017)).toMatchObject({ incidenceBp: 226, judgedIncidenceBp: 262, impliedBase: 16_725_664, judgedBase: 14_427_481 });
    expect(check('series.incidence-2017')).toMatchObject({ outcome: 'source-error', printed: 226, derived: 262 });
    expect(check('series.incidence-2017')?.finding?.zh).toContain('1673万');
  });

  it('reports the corrupt sentence on the finance project and does not count it as a third source', () => {
    expect(check('funds.corrupt-sentence')).toMatchObject({ outcome: 'source-error', printed: 912, derived: 912 });
    expect(check('funds.corrupt-sentence')?.finding?.zh).toContain('盟.2亿元');
  });

  it.each([
    ['funds.years', 'agrees'], ['funds.year-2018', 'rounding'], ['funds.year-2019', 'rounding'], ['funds.social-by-year', 'rounding'], ['funds.finance-project', 'rounding'],
    ['funds.special-by-source', 'agrees'], ['funds.special-by-project', 'agrees'], ['funds.loans', 'agrees'], ['funds.sectors', 'agrees'], ['funds.social', 'agrees'],
    ['funds.per-head', 'agrees'], ['funds.per-head-special', 'rounding'], ['stock-2016.total', 'agrees'], ['stock-2016.national', 'agrees'], ['exits.2015', 'agrees'],
    ['stock-2015.persons', 'agrees'], ['counties.national', 'agrees'], ['counties.exit-2018-national', 'agrees'], ['tree.12', 'agrees'],
  ])('%s %s', (id, outcome) => {
    expect(check(id)?.outcome).toBe(outcome);
  });

  it('states that the stock and flow of 2016 leave a residual of −4,635 persons', () => {
    expect(check('flow-2016')).toMatchObject({ printed: 555_844, derived: 560_479, outcome: 'source-gap' });
    expect(check('flow-2016')?.finding?.zh).toContain('-4635');
  });

  it('fails when a county of the stock is wrong by one person', () => {
    const given = seeds();
    const [first, ...others] = given.stock;
    if (!first) throw new Error('no stock');
    const wrong = verifySeeds({ ...given, stock: [{ ...first, persons: first.persons + 1 }, ...others] });
    expect(wrong.ok).toBe(false);
    expect(wrong.checks.filter(({ outcome }) => outcome === 'differs').map(({ id }) => id)).toEqual([
      'stock-2016.total', 'stock-2016.county-150125', 'stock-2016.national', 'stock-2016.prefecture-1501',
    ]);
  });

  it('fails when a poor county is missing or a village is', () => {
    const given = seeds();
    const wrong = verifySeeds({ ...given, povertyCounties: given.povertyCounties.slice(1), divisions: given.divisions.slice(0, -1) });
    expect(wrong.checks.filter(({ outcome }) => outcome === 'differs').map(({ id }) => id)).toEqual(['tree.12', 'counties.national', 'counties.exit-2018-national']);
  });
});
