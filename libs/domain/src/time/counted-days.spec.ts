import { countedDays } from './counted-days.js';

describe('days that count', () => {
  it('are those that no pause covers, the first and the last day included', () => {
    expect(countedDays('2026-03-01', '2026-03-01', [])).toBe(1);
    expect(countedDays('2026-03-01', '2026-03-10', [])).toBe(10);
    expect(countedDays('2026-03-01', '2026-03-10', [{ from: '2026-03-04', until: '2026-03-07' }])).toBe(7);
    expect(countedDays('2026-03-01', '2026-03-10', [{ from: '2026-03-04', until: '2026-03-07' }, { from: '2026-03-06', until: '2026-03-08' }])).toBe(6);
  });

  it('stand still while a pause is open, and a pause ended on its first day takes none', () => {
    expect(countedDays('2026-03-01', '2026-03-10', [{ from: '2026-03-04' }])).toBe(3);
    expect(countedDays('2026-03-01', '2026-03-10', [{ from: '2026-03-04', until: '2026-03-04' }])).toBe(10);
    expect(countedDays('2026-03-02', '2026-03-01', [])).toBe(0);
  });
});
