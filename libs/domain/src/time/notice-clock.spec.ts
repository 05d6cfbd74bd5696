import fc from 'fast-check';
import { isBusinessDay } from './business-days.js';
import { addDays } from './calendar-date.js';
import { noticeClock } from './notice-clock.js';
import type { NoticeRule } from './notice-clock.js';

const sevenDays: NoticeRule = { minDays: 7, unit: 'calendar', startDayCounts: true };

describe('notice clock', () => {
  it.each([
    ['2026-06-01', sevenDays, '2026-06-07'],
    ['2026-06-01', { ...sevenDays, startDayCounts: false }, '2026-06-08'],
    // Monday 1 June: seven working days end on Tuesday 9 June.
    ['2026-06-01', { ...sevenDays, unit: 'working' as const }, '2026-06-09'],
    ['2024-02-25', sevenDays, '2024-03-02'],
    ['2023-02-25', sevenDays, '2023-03-03'],
    ['2024-12-29', sevenDays, '2025-01-04'],
    ['2026-06-06', { minDays: 1, unit: 'working' as const, startDayCounts: true }, '2026-06-08'],
  ])('posted %s with %j is up until %s', (start, rule, lastDay) => {
    const clock = noticeClock(start, start, { rule });
    expect(clock.lastDay).toBe(lastDay);
    expect(clock.nextStepFrom).toBe(addDays(lastDay, 1));
    expect(noticeClock(start, lastDay, { rule }).complete).toBe(false);
    expect(noticeClock(start, addDays(lastDay, 1), { rule })).toMatchObject({ complete: true, daysRemaining: 0 });
  });

  it('stands still from an objection until it is settled', () => {
    const pauses = [{ from: '2026-06-03', until: '2026-06-06' }];
    expect(noticeClock('2026-06-01', '2026-06-04', { rule: sevenDays, pauses })).toMatchObject({ paused: true, daysElapsed: 2, complete: false });
    expect(noticeClock('2026-06-01', '2026-06-06', { rule: sevenDays, pauses })).toMatchObject({ paused: false, lastDay: '2026-06-10' });
  });

  it('has no end while an objection is open', () => {
    const pauses = [{ from: '2026-06-03' }];
    const clock = noticeClock('2026-06-01', '2026-07-01', { rule: sevenDays, pauses });
    expect(clock).toEqual({ daysElapsed: 2, daysRemaining: 5, paused: true, lastDay: null, nextStepFrom: null, complete: false });
  });

  it('is not complete while an objection filed after the last day is open', () => {
    const clock = noticeClock('2026-06-01', '2026-06-09', { rule: sevenDays, pauses: [{ from: '2026-06-08' }] });
    expect(clock).toMatchObject({ complete: false, paused: true });
  });

  it('counts an overlapping pause once', () => {
    const pauses = [{ from: '2026-06-02', until: '2026-06-05' }, { from: '2026-06-03', until: '2026-06-06' }];
    expect(noticeClock('2026-06-01', '2026-06-06', { rule: sevenDays, pauses }).lastDay).toBe('2026-06-11');
  });

  it('follows the holiday calendar in working days', () => {
    const calendar = { holidays: new Set(['2026-06-02']), workdays: new Set(['2026-06-06']) };
    const rule: NoticeRule = { minDays: 5, unit: 'working', startDayCounts: true };
    expect(noticeClock('2026-06-01', '2026-06-01', { rule, calendar }).lastDay).toBe('2026-06-06');
  });

  it('refuses a rule without a whole number of days', () => {
    expect(() => noticeClock('2026-06-01', '2026-06-01', { rule: { ...sevenDays, minDays: 1.5 } })).toThrow(RangeError);
    expect(() => noticeClock('2026-06-01', '2026-06-01', { rule: { ...sevenDays, minDays: -1 } })).toThrow(RangeError);
  });

  it('has counted exactly the required days when it is complete, and never one fewer', () => {
    const rules = fc.record({ minDays: fc.integer({ min: 1, max: 12 }), unit: fc.constantFrom('calendar' as const, 'working' as const), startDayCounts: fc.boolean() });
    const pauses = fc.array(fc.record({ at: fc.integer({ min: 0, max: 15 }), length: fc.integer({ min: 1, max: 6 }) }), { maxLength: 3 });
    fc.assert(fc.property(rules, pauses, fc.integer({ min: 0, max: 800 }), (rule, breaks, offset) => {
      const start = addDays('2024-01-01', offset);
      const list = breaks.map(({ at, length }) => ({ from: addDays(start, at), until: addDays(start, at + length) }));
      const { lastDay } = noticeClock(start, start, { rule, pauses: list });
      let counted = 0;
      for (let day = start; lastDay !== null && day <= lastDay; day = addDays(day, 1)) {
        const free = list.some((pause) => pause.from <= day && day < pause.until) || (rule.unit === 'working' && !isBusinessDay(day)) || (day === start && !rule.startDayCounts);
        if (!free) counted += 1;
      }
      expect(counted).toBe(rule.minDays);
      const after = addDays(lastDay ?? start, 8);
      expect(noticeClock(start, addDays(after, 20), { rule, pauses: list }).complete).toBe(true);
    }));
  });
});
