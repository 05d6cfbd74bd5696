import { incomeItem } from '../income/income-items.js';
import { incomeItemOfMeasure } from './income-source.js';

describe('the income item of a measure', () => {
  it.each([
    ['SSN-01', 'transferMinimumAllowance'], ['EDU-06', 'transferEducationAid'], ['EMP-06', 'wagePublicPost'], ['ECO-02', 'transferGrassland'], ['SSN-08', 'transferOther'],
    ['FIN-01', null], ['HOU-01', null], ['constructor', 'transferOther'],
  ])('%s → %s', (code, item) => {
    expect(incomeItemOfMeasure(code)).toBe(item);
  });

  it('is always an item of the yearly record', () => {
    for (const kind of ['IND', 'REL', 'EMP', 'EDU', 'HEA', 'SSN', 'ECO', 'FIN', 'SOC']) {
      for (let n = 1; n <= 13; n++) {
        const key = incomeItemOfMeasure(`${kind}-${String(n).padStart(2, '0')}`);
        if (key !== null) expect([key, incomeItem(key)?.key]).toEqual([key, key]);
      }
    }
  });
});
