import { uuidV7 } from '#domain';
import { findHouseholds, inOrder } from '../../apps/web/src/field/features/households/find-households.js';
import { editKey, withEdits } from '../../apps/web/src/field/features/households/with-edits.js';
import { baseOf } from '../../apps/web/src/field/features/inbox/mend-base.js';
import { mendable, withValue } from '../../apps/web/src/field/features/inbox/mendable.js';
import { dueHouseholds, longNotVisited } from '../../apps/web/src/field/features/today/due-households.js';
import { entryOf, noRows } from '../../apps/web/src/field/store/entry-of.js';
import type { HouseholdEntry, PackHousehold, PendingEdit } from '../../apps/web/src/field/store/types.js';

const entry = (more: Partial<HouseholdEntry>): HouseholdEntry => ({
  id: uuidV7(), village: '150221213200', code: '', headName: '', py: '', phoneLast4: '', memberCount: 1, status: 'REGISTERED', type: '01', lastVisitOn: null, openTasks: 0, openClues: 0, contested: 0,
  returned: 0, dueOn: null, risk: false, lacking: 0, unsent: 0, isPractice: false, ...more,
});
const edit = (more: Partial<PendingEdit>): PendingEdit => ({ opId: uuidV7(), kind: 'year.correct', entityId: `150221-${uuidV7()}`, title: '', occurredAt: '2026-11-22T20:00:00Z', payload: {}, state: 'waiting', reason: null, ...more });

describe('finding households on the phone', () => {
  const village = inOrder([
    entry({ headName: '乌云其木格', py: 'wyqmg', code: '150221213200123', phoneLast4: '6677' }), entry({ headName: '巴图·苏和', py: 'btsh', code: 'HH-9', type: '02', unsent: 1 }), entry({ headName: '无名', py: '', openTasks: 1 }),
  ]);
  const found = (words: string, more: object = {}) => findHouseholds(village, { words, type: null, problem: false, unsent: false, ...more }).map(({ headName }) => headName);

  it('stand by their initials, those without at the end', () => {
    expect(village.map(({ headName }) => headName)).toEqual(['巴图·苏和', '乌云其木格', '无名']);
  });

  it.each([['其木', '乌云其木格'], ['WYQ', '乌云其木格'], ['00123', '乌云其木格'], ['6677', '乌云其木格'], ['巴图苏和', '巴图·苏和'], ['巴图•苏和', '巴图·苏和'], ['hh-9', '巴图·苏和']])('%s finds %s', (words, name) => {
    expect(found(words)).toEqual([name]);
  });

  it('three digits of a phone find nobody, and chips narrow together with words', () => {
    expect(found('667')).toEqual([]);
    expect([found('', { type: '02' }), found('', { unsent: true }), found('', { problem: true }), found('巴', { problem: true })]).toEqual([['巴图·苏和'], ['巴图·苏和'], ['无名'], []]);
  });
});

describe('what is to be done today', () => {
  it('is in the order sent back, due, at risk, each with the nearest day and the longest not visited first', () => {
    const list = [
      entry({ headName: '风险', risk: true, lastVisitOn: '2026-11-01' }), entry({ headName: '久未访风险', risk: true, lastVisitOn: '2026-01-01' }), entry({ headName: '晚到期', dueOn: '2026-12-01' }),
      entry({ headName: '早到期', dueOn: '2026-11-20', risk: true }), entry({ headName: '退回', returned: 1 }), entry({ headName: '待选', contested: 1, dueOn: '2026-11-25' }), entry({ headName: '无事', lastVisitOn: '2026-02-01' }),
      entry({ headName: '从未', lastVisitOn: null }), entry({ headName: '演示', isPractice: true }),
    ];
    const names = (rows: readonly HouseholdEntry[]) => rows.map(({ headName }) => headName);
    expect(names(dueHouseholds(list, 'all'))).toEqual(['待选', '退回', '早到期', '晚到期', '久未访风险', '风险']);
    expect(names(dueHouseholds(list, 'risk'))).toEqual(['早到期', '久未访风险', '风险']);
    expect(names(longNotVisited(list, 5))).toEqual(['从未', '无事']);
  });
});

describe('how far the houses are', () => {
  const names = (rows: readonly HouseholdEntry[]) => rows.map(({ headName }) => headName);
  const list = [
    entry({ headName: '远', risk: true, lastVisitOn: '2026-05-01' }), entry({ headName: '不知', risk: true, lastVisitOn: '2026-05-01' }), entry({ headName: '近', risk: true, lastVisitOn: '2026-05-01' }),
    entry({ headName: '更久未访', risk: true, lastVisitOn: '2026-01-01' }), entry({ headName: '退回', returned: 1 }), entry({ headName: '顺路远' }), entry({ headName: '顺路近' }),
  ];
  const metres: Readonly<Record<string, number>> = { 远: 9_000, 近: 300, 更久未访: 5_000, 顺路远: 800, 顺路近: 700 };
  const away = ({ headName }: HouseholdEntry) => metres[headName] ?? null;

  it('breaks ties only, and what is not known is far', () => {
    expect(names(dueHouseholds(list, 'all', { away }))).toEqual(['退回', '更久未访', '近', '远', '不知']);
    expect(names(longNotVisited(list, 5, { away }))).toEqual(['顺路近', '顺路远']);
  });

  it('comes first when that is wished', () => {
    expect(names(dueHouseholds(list, 'all', { away, near: true }))).toEqual(['近', '更久未访', '远', '退回', '不知']);
    expect(names(longNotVisited(list, 1, { away, near: true }))).toEqual(['顺路近']);
    expect(names(dueHouseholds(list, 'all', { near: true }))[0]).toBe('退回');
  });

  it('is worked out from what the pack says of the house, beside the first day on which a clue stands still', () => {
    const id = uuidV7();
    const household = { id, householdCode: 'H', housePosition: 'geo:44.123456,115.000000;u=12;on=2026-11-20;by=phone' };
    const clues = [{ id: '1', pause: { from: '2026-11-05', reason: '等', by: '甲' } }, { id: '2' }, { id: '3', pause: { from: '2026-11-02', reason: '等', by: '甲' } }];
    expect(entryOf({ ...noRows(), households: [household], clues }, '150221213200')).toMatchObject({ house: { latitudeE6: 44_123_456, longitudeE6: 115_000_000 }, pausedFrom: '2026-11-02' });
    const bare = entryOf({ ...noRows(), households: [{ id, housePosition: 'somewhere' }], clues: [{ id: '2' }] }, '150221213200');
    expect([bare?.house, bare?.pausedFrom]).toEqual([undefined, undefined]);
  });
});

describe('a household with what was done here', () => {
  const id = uuidV7();
  const rows = { ...noRows(), households: [{ id, memberCount: 2 }], years: [{ householdId: id, year: 2025, version: 3, memberCount: 2, wageMigrantWork: 300_000, wageIncome: 300_000, netIncome: 300_000, perCapitaIncome: 150_000 }] };
  const change = edit({ payload: { year: 2025, values: { wageMigrantWork: 500_000, businessLivestock: 100_001 } } });

  it('has the sums of the year that the server will compute, and says which fields were changed', () => {
    const { rows: shown, edited } = withEdits({ id, rows, edits: [change] });
    expect(shown.years[0]).toMatchObject({ wageMigrantWork: 500_000, wageIncome: 500_000, businessIncome: 100_001, netIncome: 600_001, perCapitaIncome: 300_000 });
    expect([edited.get(editKey('householdYear', 2025, 'wageMigrantWork')), edited.has(editKey('householdYear', 2025, 'wageOther'))]).toEqual([change, false]);
    expect(rows.years[0]).toMatchObject({ wageMigrantWork: 300_000 });
  });

  it('leaves out what the server sent back', () => {
    expect(withEdits({ id, rows, edits: [{ ...change, state: 'returned' }] }).rows.years[0]).toMatchObject({ wageMigrantWork: 300_000 });
  });

  it('shows births, departures, visits by the day in Shanghai and help that was delivered', () => {
    const [child, old, visit, help] = [uuidV7(), uuidV7(), uuidV7(), uuidV7()];
    const at = (row: string) => `150221-${row}`;
    const { rows: shown } = withEdits({
      id, rows: { ...rows, members: [{ id: old }], assignments: [{ id: help, status: 'APPROVED' }] }, edits: [
        edit({ kind: 'household.event', entityId: at(child), payload: { values: { name: '新生' }, occurredOn: '2026-11-01' } }), edit({ kind: 'household.event', entityId: at(old), payload: { occurredOn: '2026-11-02' } }),
        edit({ kind: 'visit.record', entityId: at(visit), payload: { way: 'HOME' } }), edit({ kind: 'assignment.deliver', entityId: at(help), payload: { on: '2026-11-03' } }),
      ],
    });
    expect(shown.members).toEqual([{ id: old, leftOn: '2026-11-02' }, { id: child, householdId: id, name: '新生', joinedOn: '2026-11-01' }]);
    expect(shown.visits).toMatchObject([{ id: visit, visitedOn: '2026-11-23' }]);
    expect(shown.assignments).toEqual([{ id: help, status: 'DELIVERED', deliveredOn: '2026-11-03', startsOn: '2026-11-03' }]);
  });

  it('sent back is mended with the faulty field first, on the record as it is now', () => {
    const payload = { year: 2025, reason: '核对', values: { wageMigrantWork: -1, wageOther: 5 }, base: { wageMigrantWork: 1, wageOther: null } };
    const fields = mendable('year.correct', payload, { code: 'validation', fields: [{ field: 'payload.values.wageOther', faults: ['min'] }] });
    expect(fields.map(({ name, faulty }) => [name, faulty])).toEqual([['wageOther', true], ['wageMigrantWork', false], ['reason', false]]);
    expect(mendable('assignment.deliver', { on: '2026-01-01', deliveredBy: '甲' }, { code: 'assignment.delivered-before-approval' })[0]).toMatchObject({ name: 'on', faulty: true });
    const mended = withValue(payload, ['values', 'wageOther'], 7);
    expect(mended).toMatchObject({ year: 2025, values: { wageMigrantWork: -1, wageOther: 7 } });
    expect(baseOf(edit({}), mended, { rows } as Pick<PackHousehold, 'rows'>)).toMatchObject({ baseVersion: 3, payload: { base: { wageMigrantWork: 300_000, wageOther: null } } });
  });
});
