import { startYears } from '../../apps/web/src/features/cases/start/start-years.js';

describe('the year that a case is judged by', () => {
  it('is the latest with a record and a poverty line', () => {
    const { usual, offered } = startYears({ recorded: [2018, 2020, 2021], withLine: [2014, 2018, 2020], running: 2026 });
    expect(usual).toBe(2020);
    expect(offered.map(({ year }) => year)).toEqual([2026, 2021, 2020, 2018]);
    expect(offered.find(({ year }) => year === 2021)).toEqual({ year: 2021, recorded: true, lineSet: false });
  });

  it('is the latest record where no line is set, and the running year without any record', () => {
    expect(startYears({ recorded: [2016, 2017], withLine: [], running: 2026 }).usual).toBe(2017);
    expect(startYears({ recorded: [], withLine: [2020], running: 2026 })).toEqual({ usual: 2026, offered: [{ year: 2026, recorded: false, lineSet: false }] });
  });
});
