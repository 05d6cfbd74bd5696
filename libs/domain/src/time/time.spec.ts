import fc from 'fast-check';
import { businessDaysBetween, isBusinessDay, onOrAfterBusinessDay } from './business-days.js';
import { addDays, addMonths, addYears, daysBetween, isCalendarDate, readDate, readMonth, shanghaiDate, shanghaiMidnight, shanghaiMinute, weekday, yearEnd } from './calendar-date.js';

const days = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

describe('calendar days', () => {
  it.each([
    ['2024-02-29', true], ['2023-02-29', false], ['1900-02-29', false], ['2000-02-29', true], ['2026-12-31', true], ['2026-13-01', false],
    ['2026-00-10', false], ['2026-04-31', false], ['2026-1-1', false], ['0000-01-01', false], ['2026-01-01T00:00', false],
  ])('%s exists: %s', (text, exists) => {
    expect(isCalendarDate(text)).toBe(exists);
  });

  it('agrees with the Gregorian calendar of the platform on every day of two centuries', () => {
    fc.assert(fc.property(days, fc.integer({ min: -40_000, max: 40_000 }), (day, shift) => {
      const expected = new Date(Date.parse(`${day}T00:00:00Z`) + shift * 86_400_000);
      const moved = addDays(day, shift);
      expect(moved).toBe(expected.toISOString().slice(0, 10));
      expect(daysBetween(day, moved)).toBe(shift);
      expect(weekday(moved)).toBe(expected.getUTCDay() === 0 ? 7 : expected.getUTCDay());
    }), { numRuns: 500 });
  });

  it.each([
    ['2024-01-31', 1, '2024-02-29'], ['2023-01-31', 1, '2023-02-28'], ['2024-02-29', 12, '2025-02-28'], ['2024-12-31', 2, '2025-02-28'],
    ['2024-03-31', -1, '2024-02-29'], ['2024-01-15', -13, '2022-12-15'],
  ])('%s plus %d months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  it('adds years over 29 February and knows the end of a year', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
    expect(addDays(yearEnd(2024), 1)).toBe('2025-01-01');
    expect(() => addDays('2023-02-29', 1)).toThrow(RangeError);
  });

  it('takes the day in Shanghai, also around midnight and at the end of the year', () => {
    expect(shanghaiDate(new Date('2024-12-31T15:59:59.999Z'))).toBe('2024-12-31');
    expect(shanghaiDate(new Date('2024-12-31T16:00:00Z'))).toBe('2025-01-01');
    expect(shanghaiDate(new Date('2024-02-28T16:00:00Z'))).toBe('2024-02-29');
    expect(shanghaiMinute(new Date('2024-12-31T16:05:59Z'))).toBe('2025-01-01 00:05');
    expect(shanghaiMidnight('2024-02-29').toISOString()).toBe('2024-02-28T16:00:00.000Z');
    fc.assert(fc.property(days, (day) => { expect(shanghaiDate(shanghaiMidnight(day))).toBe(day); }));
  });

  it.each([['201401', '2014-01'], ['2014-1', '2014-01'], ['2014年12月', '2014-12'], ['201413', undefined], ['2014', undefined], ['', undefined]])(
    'reads the month %p as %p', (written, month) => { expect(readMonth(written)).toBe(month); });

  it.each([['20140131', '2014-01-31'], ['2014/1/31', '2014-01-31'], ['2014年1月31日', '2014-01-31'], ['20140231', undefined], ['31.1.2014', undefined]])(
    'reads the day %p as %p', (written, day) => { expect(readDate(written)).toBe(day); });
});

describe('business days', () => {
  const calendar = { holidays: new Set(['2026-10-01', '2026-10-02']), workdays: new Set(['2026-10-10']) };

  it('counts weekdays when no holidays are set', () => {
    expect(isBusinessDay('2026-10-01')).toBe(true);
    expect(isBusinessDay('2026-10-10')).toBe(false);
    expect(businessDaysBetween('2026-10-01', '2026-10-11')).toBe(7);
  });

  it('follows holidays and worked weekends when they are', () => {
    expect(isBusinessDay('2026-10-01', calendar)).toBe(false);
    expect(isBusinessDay('2026-10-10', calendar)).toBe(true);
    expect(businessDaysBetween('2026-10-01', '2026-10-11', calendar)).toBe(6);
    expect(onOrAfterBusinessDay('2026-10-01', calendar)).toBe('2026-10-05');
    expect(businessDaysBetween('2026-10-05', '2026-10-01', calendar)).toBe(0);
  });
});
