import fc from 'fast-check';
import { assuranceItems, assuranceStates, carryForward, itemsToLookAt, MAX_CARRIED, type AssuranceAnswer, type KeptAssurance } from './assurances.js';
import { judgeTask, possibleTaskActions, taskActions, taskStatuses, type TaskStatus } from './tasks.js';
import { validateVisit } from './validate-visit.js';
import { visitDay } from './visit-day.js';
import type { VisitDraft } from './visit-draft.js';

const id = '01900000-0000-7000-8000-000000000001';
const other = '01900000-0000-7000-8000-000000000002';
const all = (carried: boolean, state: AssuranceAnswer['state'] = 'OK'): AssuranceAnswer[] => assuranceItems.map((item) => ({ item, state, carried }));
const kept = (count: number, state: AssuranceAnswer['state'] = 'OK'): KeptAssurance[] => assuranceItems.map((item) => ({ item, state, carried: count > 0, count }));
const draft = (more: Partial<VisitDraft> = {}): VisitDraft => ({ id, way: 'HOME', visitedAt: '2026-11-20T09:00:00+08:00', assurances: all(false), ...more });
const faultsOf = (given: Partial<VisitDraft>) => validateVisit(draft(given)).map(({ field, fault }) => `${field}:${fault}`);

describe('carrying answers forward', () => {
  it('counts one more each time and refuses the fourth in a row', () => {
    let before: KeptAssurance[] = kept(0);
    for (let i = 1; i <= MAX_CARRIED; i++) {
      const judged = carryForward(all(true), before);
      expect('kept' in judged && judged.kept.map(({ count }) => count)).toEqual(assuranceItems.map(() => i));
      before = 'kept' in judged ? judged.kept : [];
    }
    expect(carryForward(all(true), before)).toEqual({ refusal: { code: 'visit.carried-too-often', items: [...assuranceItems] } });
    expect(itemsToLookAt(before)).toEqual([...assuranceItems]);
  });

  it('begins again once an item has been looked at, and only for that item', () => {
    const answers = all(true).map((answer) => (answer.item === 'WATER' ? { ...answer, carried: false } : answer));
    expect(carryForward(answers, kept(3))).toEqual({ refusal: { code: 'visit.carried-too-often', items: assuranceItems.filter((item) => item !== 'WATER') } });
    const judged = carryForward(answers, kept(2));
    expect('kept' in judged && judged.kept.find(({ item }) => item === 'WATER')?.count).toBe(0);
  });

  it('carries nothing from nowhere and no other answer than the one before', () => {
    expect(carryForward(all(true), null)).toMatchObject({ refusal: { code: 'visit.nothing-to-carry' } });
    expect(carryForward(all(true, 'PROBLEM'), kept(0))).toMatchObject({ refusal: { code: 'visit.carry-differs' } });
  });

  it('takes a visit that was made without knowing of a later one, and lets nobody past the limit through an old visit', () => {
    expect(carryForward(all(true), kept(0), kept(0, 'PROBLEM'))).toMatchObject({ kept: assuranceItems.map(() => ({ count: 1 })) });
    expect(carryForward(all(true), kept(0), kept(3))).toMatchObject({ refusal: { code: 'visit.carried-too-often' } });
  });

  it('never accepts more than three in a row, whatever the visits say', () => {
    const visits = fc.array(fc.oneof(
      { weight: 4, arbitrary: fc.record({ carried: fc.constant(true), state: fc.constant('OK' as const) }).map((answer) => assuranceItems.map(() => answer)) },
      { weight: 1, arbitrary: fc.array(fc.record({ carried: fc.boolean(), state: fc.constantFrom(...assuranceStates) }), { minLength: 7, maxLength: 7 }) },
      { weight: 1, arbitrary: fc.constant(assuranceItems.map(() => ({ carried: false, state: 'OK' as const }))) },
    ), { maxLength: 20 });
    fc.assert(fc.property(visits, (made) => {
      let latest: KeptAssurance[] | null = null;
      const inARow = new Map<string, number>();
      for (const answers of made) {
        const judged = carryForward(answers.map((answer, i) => ({ ...answer, item: assuranceItems[i] ?? 'FOOD' })), latest);
        if (!('kept' in judged)) continue;
        latest = judged.kept;
        for (const row of latest) inARow.set(row.item, row.carried ? (inARow.get(row.item) ?? 0) + 1 : 0);
        if ([...inARow.values()].some((count) => count > MAX_CARRIED)) return false;
      }
      return true;
    }));
  });
});

describe('a visit by itself', () => {
  it('needs the way, the time and the seven answers, and nothing more', () => {
    expect(validateVisit(draft())).toEqual([]);
    expect(faultsOf({ assurances: [] })).toEqual(assuranceItems.map((item) => `assurances.${item}:required`));
    expect(faultsOf({ visitedAt: '2026-02-30' })).toEqual(['visitedAt:time']);
  });

  it('ends with the reason when nobody was home', () => {
    expect(faultsOf({ way: 'NOT_HOME', assurances: undefined, notHomeReason: '外出务工' })).toEqual([]);
    expect(faultsOf({ way: 'NOT_HOME', personsMet: [other] })).toEqual(['notHomeReason:required', 'personsMet:not-home', 'assurances:not-home']);
  });

  it('takes income changes by item in whole fen, each item once', () => {
    expect(faultsOf({ incomeChanges: [{ item: 'wageMigrantWork', changeFen: -50_000 }] })).toEqual([]);
    expect(faultsOf({ incomeChanges: [{ item: 'gold', changeFen: 0.5 }] })).toEqual(['incomeChanges:code', 'incomeChanges.gold:amount']);
    expect(faultsOf({ incomeChanges: [{ item: 'wageMigrantWork', changeFen: 1 }, { item: 'wageMigrantWork', changeFen: 2 }] })).toEqual(['incomeChanges:repeated']);
  });

  it('wants a description and a deadline for each problem', () => {
    const found = { id: other, kind: 'WATER', description: '井水发黄', dueOn: '2026-12-01' };
    expect(faultsOf({ problems: [found] })).toEqual([]);
    expect(faultsOf({ problems: [{ ...found, description: ' ', dueOn: '2026-02-30', kind: 'X' }] })).toEqual(['problems.kind:code', 'problems.description:required', 'problems.dueOn:date']);
  });

  it('names every place that the earth does not have', () => {
    expect(faultsOf({ position: { latitudeE6: 40_800_000, longitudeE6: 111_700_000, accuracyM: 12 } })).toEqual([]);
    expect(faultsOf({ position: { latitudeE6: 91_000_000, longitudeE6: 0, accuracyM: 0 } })).toEqual(['position:range']);
  });
});

describe('the day of a visit', () => {
  const recorded = { at: new Date('2026-11-20T10:00:00Z'), on: '2026-11-20' };
  it.each([
    ['2026-11-18T23:30:00+08:00', undefined, '2026-11-18', false],
    ['2026-11-18T16:30:00Z', undefined, '2026-11-19', false],
    ['2036-11-18T10:00:00Z', undefined, '2026-11-20', true],
    ['2016-11-18T10:00:00Z', 315_532_800, '2026-11-18', false],
    ['2026-11-20T10:05:00Z', undefined, '2026-11-20', false],
  ])('%s with an offset of %s seconds is %s', (visitedAt, offset, on, clockAhead) => {
    expect(visitDay(visitedAt, offset, recorded)).toEqual({ on, clockAhead });
  });
});

describe('tasks', () => {
  const state = (status: TaskStatus, doneBy: string | null = null) => ({ status, doneBy });

  it('run from open over assigned and done to verified', () => {
    expect(judgeTask(state('OPEN'), { action: 'ASSIGN', actorId: id, ownerName: '李某' })).toEqual({ to: 'ASSIGNED' });
    expect(judgeTask(state('ASSIGNED'), { action: 'DO', actorId: id })).toEqual({ to: 'DONE' });
    expect(judgeTask(state('DONE', id), { action: 'VERIFY', actorId: other })).toEqual({ to: 'VERIFIED' });
    expect(judgeTask(state('VERIFIED', id), { action: 'REOPEN', actorId: other, note: '又漏水' })).toEqual({ to: 'ASSIGNED' });
  });

  it('are not verified by whoever did them, not assigned to nobody and not reopened without a reason', () => {
    expect(judgeTask(state('DONE', id), { action: 'VERIFY', actorId: id })).toEqual({ refusal: 'task.own-work' });
    expect(judgeTask(state('OPEN'), { action: 'ASSIGN', actorId: id })).toEqual({ refusal: 'task.owner-required' });
    expect(judgeTask(state('DONE', id), { action: 'REOPEN', actorId: other, note: ' ' })).toEqual({ refusal: 'reason-required' });
    expect(judgeTask(state('OPEN'), { action: 'VERIFY', actorId: other })).toEqual({ refusal: 'task.wrong-action' });
  });

  it('offer exactly the actions that would not be refused', () => {
    for (const status of taskStatuses) {
      const of = state(status, status === 'DONE' || status === 'VERIFIED' ? id : null);
      for (const actorId of [id, other]) {
        const accepted = taskActions.filter((action) => 'to' in judgeTask(of, { action, actorId, note: '说明', ownerName: '李某' }));
        expect(possibleTaskActions(of, actorId)).toEqual(accepted);
      }
    }
  });
});
