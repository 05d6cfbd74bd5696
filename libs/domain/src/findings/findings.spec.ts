import fc from 'fast-check';
import type { HolidayCalendar } from '../time/business-days.js';
import { addDays } from '../time/calendar-date.js';
import { dueDaysOf, findingColour, type ColourScale } from './colour.js';
import { daysLeft, lastDueWithin, workingDaysAfter } from './deadline.js';
import { findingAnswers, findingDecisions, findingMachine, judgeFinding, possibleFindingActions, runningStates, type FindingAction, type FindingSituation } from './finding-machine.js';
import { findingStates } from './finding-terms.js';

const at = (state: FindingSituation['state'], more: Partial<FindingSituation> = {}): FindingSituation => ({ state, measures: 'm', rectification: 'r', workers: [], lookBackDue: true, ...more });
const actions: FindingAction[] = [...findingAnswers, ...findingDecisions];

describe('a finding', () => {
  it('goes from receipt over rectification and review to closure, back on return, and opens again', () => {
    const moves = findingStates.map((state) => [state, actions.flatMap((action) => {
      const judged = judgeFinding(at(state), action, 'somebody');
      return 'to' in judged ? [`${action} ${judged.to}`] : [];
    })]);
    expect(moves).toEqual([
      ['ISSUED', ['RECEIVE RECTIFYING']],
      ['RECTIFYING', ['PLAN RECTIFYING', 'RECTIFY RECTIFYING', 'SUBMIT IN_REVIEW']],
      ['IN_REVIEW', ['CLOSE CLOSED', 'RETURN RETURNED']],
      ['RETURNED', ['PLAN RECTIFYING', 'RECTIFY RECTIFYING']],
      ['CLOSED', ['REOPEN RECTIFYING', 'HOLD CLOSED', 'RELAPSE RECTIFYING']],
    ]);
    expect(new Set(Object.values(findingMachine).map(({ to }) => to))).toEqual(new Set(findingStates.filter((state) => state !== 'ISSUED')));
  });

  it('is not handed in without measures and a report', () => {
    expect(judgeFinding(at('RECTIFYING', { rectification: null }), 'SUBMIT', 'a')).toEqual({ refusal: 'finding.nothing-to-review' });
    expect(judgeFinding(at('RECTIFYING', { measures: null }), 'SUBMIT', 'a')).toEqual({ refusal: 'finding.nothing-to-review' });
  });

  it.each(['CLOSE', 'RETURN', 'REOPEN', 'HOLD', 'RELAPSE'] as const)('%s is refused to whoever took part in the rectification', (action) => {
    const state = findingMachine[action].from[0] ?? 'CLOSED';
    expect(judgeFinding(at(state, { workers: ['a', 'b'] }), action, 'b')).toEqual({ refusal: 'finding.own-work' });
    expect('to' in judgeFinding(at(state, { workers: ['a', 'b'] }), action, 'c')).toBe(true);
  });

  it('has no look-back result unless one is due', () => {
    expect(possibleFindingActions(at('CLOSED', { lookBackDue: false }), 'c')).toEqual(['REOPEN']);
    expect(possibleFindingActions(at('CLOSED'), 'c')).toEqual(['REOPEN', 'HOLD', 'RELAPSE']);
  });
});

const calendar: HolidayCalendar = { holidays: new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']), workdays: new Set(['2026-10-10']) };

describe('deadlines', () => {
  it('count working days without weekends and holidays, with weekends that are worked', () => {
    // Wednesday 30 September: 8, 9, 10 (worked Saturday), 12 October.
    expect([1, 2, 3, 4].map((n) => workingDaysAfter('2026-09-30', n, calendar))).toEqual(['2026-10-08', '2026-10-09', '2026-10-10', '2026-10-12']);
    expect(daysLeft('2026-10-12', '2026-09-30', 'working', calendar)).toBe(4);
    expect(daysLeft('2026-10-12', '2026-09-30', 'calendar', calendar)).toBe(12);
    expect(daysLeft('2026-09-30', '2026-10-09', 'working', calendar)).toBe(-2);
    expect(daysLeft('2026-09-30', '2026-09-30', 'working', calendar)).toBe(0);
  });

  it('the n-th working day has n working days left', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 60 }), (offset, n) => {
      const today = addDays('2026-06-01', offset);
      return daysLeft(workingDaysAfter(today, n, calendar), today, 'working', calendar) === n;
    }));
  });

  it('the last day within a bound has no more days left, the day after it has more', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: -30, max: 60 }), fc.constantFrom('calendar' as const, 'working' as const), (offset, bound, unit) => {
      const today = addDays('2026-06-01', offset);
      const last = lastDueWithin(bound, today, unit, calendar);
      return daysLeft(last, today, unit, calendar) <= bound && daysLeft(addDays(last, 1), today, unit, calendar) > bound;
    }));
  });
});

describe('colours', () => {
  const scale: ColourScale = { blueDays: 30, yellowDays: 10, redDays: 3, unit: 'calendar' };
  const colour = (left: number, state = 'RECTIFYING' as const, of: ColourScale | null = scale) => findingColour({ state, dueOn: addDays('2026-11-23', left) }, '2026-11-23', of, calendar);

  it('change at their bounds', () => {
    expect([31, 30, 11, 10, 4, 3, 0, -5].map((left) => colour(left))).toEqual(['NONE', 'BLUE', 'BLUE', 'YELLOW', 'YELLOW', 'RED', 'RED', 'RED']);
  });

  it('are not set where nobody has set them, and nobody is asked for anything in review or after', () => {
    expect(colour(-5, 'RECTIFYING', null)).toBe('UNSET');
    expect(findingStates.filter((state) => findingColour({ state, dueOn: '2026-01-01' }, '2026-11-23', scale, calendar) !== 'NONE')).toEqual(runningStates);
  });

  it('asked for by colour, the days of the deadline give the colour back', () => {
    fc.assert(fc.property(fc.integer({ min: -40, max: 60 }), fc.constantFrom('calendar' as const, 'working' as const), (left, unit) => {
      const own = { ...scale, unit };
      const dueOn = addDays('2026-10-03', left);
      const shown = findingColour({ state: 'ISSUED', dueOn }, '2026-10-03', own, calendar);
      const matching = (['BLUE', 'YELLOW', 'RED'] as const).filter((name) => {
        const { after, until } = dueDaysOf(name, '2026-10-03', own, calendar);
        return (after === null || dueOn > after) && dueOn <= until;
      });
      expect(matching).toEqual(shown === 'NONE' ? [] : [shown]);
    }));
  });
});
