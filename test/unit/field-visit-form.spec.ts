import { assuranceItems, carryForward, MAX_CARRIED, validateVisit, type PackRow } from '#domain';
import { openItems, visitDoubts, visitFaults } from '../../apps/web/src/field/features/visit/form/check-visit.js';
import { jumps, latestIncome, previewIncome, withChanges } from '../../apps/web/src/field/features/visit/form/income-preview.js';
import { lastVisit, visitToCorrect, type LastVisit } from '../../apps/web/src/field/features/visit/form/last-visit.js';
import { nextHousehold } from '../../apps/web/src/field/features/visit/form/next-household.js';
import { answered, correctionOf, explained, incomeChange, newVisit, sameAsLast, type VisitForm } from '../../apps/web/src/field/features/visit/form/visit-form.js';
import { changesOf, notHomeContent, visitContent } from '../../apps/web/src/field/features/visit/form/visit-payload.js';
import type { HouseholdEntry, HouseholdRows, PendingEdit } from '../../apps/web/src/field/store/types.js';

const id = (n: number) => `01900000-0000-7000-8000-00000000000${n}`;
const kept = (count: number, state = 'OK') => assuranceItems.map((item) => ({ item, state, carried: count > 0, count }));
const row = (n: number, more: PackRow = {}): PackRow => ({
  id: id(n), way: 'HOME', visitedOn: `2026-10-0${n}`, recordedAt: `2026-10-0${n}T01:00:00Z`, visitor: '李干部', assurances: kept(0), personsMet: [id(8)], needs: ['WATER'], ...more,
});
const household = (visits: readonly PackRow[], edits: readonly PendingEdit[] = []) => ({ rows: { visits } as unknown as HouseholdRows, edits });
const last = (more: PackRow = {}): LastVisit => lastVisit(household([row(1, more)])) as LastVisit;
const around = { base: last(), visitedAt: '2026-11-20T09:00:00.000Z', clockOffsetSeconds: -2, photos: [], kindName: (kind: string) => `kind ${kind}`, excuse: '', excused: (text: string) => `because ${text}` };
const saved = (form: VisitForm, more: Partial<typeof around> = {}) => visitContent(form, { ...around, ...more });

describe('a visit begins with what the last one said', () => {
  it('way, persons who are still there and needs, but no answer before somebody gives one', () => {
    expect(newVisit(last({ way: 'PHONE' }), [id(8)])).toMatchObject({ way: 'PHONE', met: [id(8)], needs: ['WATER'], answers: {} });
    expect(newVisit(last(), [id(9)])).toMatchObject({ met: [] });
    expect(newVisit(null, [])).toMatchObject({ way: 'HOME', met: [], needs: [] });
  });

  it('where somebody was met; a visit to a locked door tells nothing', () => {
    expect(lastVisit(household([row(1), row(2, { way: 'NOT_HOME', assurances: [] })]))?.id).toBe(id(1));
    expect(lastVisit(household([row(2, { way: 'NOT_HOME' })]))).toBeNull();
  });

  it('also when it is still on this phone, counted as the server will count it', () => {
    const content = saved(sameAsLast(newVisit(last(), []), last()));
    const edit = { opId: id(7), kind: 'visit.record', entityId: `150221-${id(5)}`, title: '', occurredAt: '2026-11-19T17:00:00Z', payload: content, state: 'waiting', reason: null } as unknown as PendingEdit;
    const found = lastVisit(household([row(1)], [edit]));
    expect(found).toMatchObject({ id: id(5), on: '2026-11-20', visitor: null });
    expect(found?.answers.map(({ count }) => count)).toEqual(assuranceItems.map(() => 1));
    expect(lastVisit(household([row(1)], [{ ...edit, state: 'returned' }]))?.id).toBe(id(1));
  });
});

describe('七项均与上次一致', () => {
  it('makes a whole visit of one tap that the server takes', () => {
    const content = saved(sameAsLast(newVisit(last(), []), last()));
    expect(validateVisit({ ...content, id: id(3) })).toEqual([]);
    expect(carryForward(content.assurances ?? [], last().answers)).toHaveProperty('kept');
    expect(content.baseVisitId).toBe(id(1));
  });

  it('leaves open what was carried three times, and keeps what was answered by hand', () => {
    const before = last({ assurances: kept(MAX_CARRIED).map((entry) => (entry.item === 'WATER' ? { ...entry, count: 1 } : entry)) });
    const form = sameAsLast(answered(newVisit(before, []), 'FOOD', 'UNCLEAR'), before);
    expect(form.answers).toMatchObject({ WATER: { carried: true }, FOOD: { state: 'UNCLEAR', carried: false } });
    expect(openItems(form)).toEqual(assuranceItems.filter((item) => item !== 'WATER' && item !== 'FOOD'));
  });

  it('is no longer carried once it is answered or explained again', () => {
    const form = sameAsLast(newVisit(last({ assurances: kept(0, 'PROBLEM') }), []), last({ assurances: kept(0, 'PROBLEM') }));
    expect(explained(form, 'WATER', '取水难').answers.WATER).toEqual({ state: 'PROBLEM', carried: false, note: '取水难' });
    expect(answered(explained(form, 'WATER', '取水难'), 'WATER', 'OK').answers.WATER).toEqual({ state: 'OK', carried: false, note: '' });
  });
});

describe('what is sent', () => {
  it('holds nothing that is empty, and no position that was taken away', () => {
    const position = { latitude: 40.8412345, longitude: 111.75, accuracyM: 12.4 };
    const form = { ...newVisit(null, []), position };
    expect(saved(form)).toEqual({ way: 'HOME', visitedAt: around.visitedAt, clockOffsetSeconds: -2, position: { latitudeE6: 40_841_235, longitudeE6: 111_750_000, accuracyM: 12 } });
    expect(saved({ ...form, withoutPosition: true })).not.toHaveProperty('position');
  });

  it('names a problem by its kind when nobody described it, and says why an odd visit was saved', () => {
    const form = { ...newVisit(null, []), notes: '家中有客', problems: [{ id: id(6), kind: 'ILLNESS', description: ' ', dueOn: '2026-12-20' }] };
    expect(saved(form, { excuse: '羊价上涨' })).toMatchObject({ problems: [{ description: 'kind ILLNESS' }], notes: '家中有客\nbecause 羊价上涨' });
  });

  it('holds income changes only where there is one', () => {
    const form = incomeChange(incomeChange({ ...newVisit(null, []), incomeChanged: true }, 'businessLivestock', { byFen: 120_000 }), 'wageMigrantWork', { byFen: 5_000, falls: true, note: '停工' });
    expect(changesOf(form)).toEqual([{ item: 'businessLivestock', changeFen: 120_000 }, { item: 'wageMigrantWork', changeFen: -5_000, note: '停工' }]);
    expect(changesOf(incomeChange(form, 'wageMigrantWork', null))).toHaveLength(1);
    expect(changesOf({ ...form, incomeChanged: false })).toEqual([]);
  });

  it('ends with the reason when nobody was at home', () => {
    const content = notHomeContent('外出务工', newVisit(last(), [id(8)]), around);
    expect(visitFaults(content, id(4))).toEqual([]);
    expect(content).toEqual({ way: 'NOT_HOME', notHomeReason: '外出务工', visitedAt: around.visitedAt, clockOffsetSeconds: -2 });
  });

  it('is stopped by the server’s rules and by nothing else', () => {
    expect(visitFaults(saved(newVisit(null, [])), id(4)).map(({ field }) => field)).toEqual(assuranceItems.map((item) => `assurances.${item}`));
  });
});

describe('what looks odd', () => {
  const odd = { incomeJumps: true, visitedToday: true };
  it('is asked about: income that jumps, a problem without a word, a second visit on a day', () => {
    const form = answered({ ...newVisit(null, []), incomeChanged: true }, 'WATER', 'PROBLEM');
    expect(visitDoubts(form, odd)).toEqual(['incomeJumps', 'problemUnexplained', 'visitedToday']);
    expect(visitDoubts(explained(form, 'WATER', '水量不足'), { incomeJumps: false, visitedToday: false })).toEqual([]);
    expect(visitDoubts({ ...form, incomeChanged: false, problems: [{ id: id(6), kind: 'WATER', description: '', dueOn: '2026-12-20' }] }, { ...odd, visitedToday: false })).toEqual([]);
  });
});

describe('income after the change', () => {
  const years = [{ year: 2025, version: 3, memberCount: 2, wageMigrantWork: 1_000_000, businessCostFodder: 200_000 }, { year: 2024, memberCount: 2 }, { year: 2027, memberCount: 2 }];
  it('is that of the latest year on record, four blocks less costs by persons', () => {
    const year = latestIncome(years, '2026-11-20');
    expect(year).toMatchObject({ year: 2025, version: 3, members: 2, result: { perCapitaFen: 400_000 } });
    const amounts = withChanges(year?.amounts ?? {}, [{ item: 'businessLivestock', changeFen: 600_001 }, { item: 'businessCostFodder', changeFen: -900_000 }]);
    expect(previewIncome({ before: year?.result ?? null, amounts, members: 2, lineFen: 400_000 })).toEqual({ beforeFen: 400_000, afterFen: 800_000, lineFen: 400_000, jumps: true });
    expect(latestIncome([], '2026-11-20')).toBeNull();
  });

  it('jumps when it moves by more than half', () => {
    expect([jumps(400_000, 600_000), jumps(400_000, 600_001), jumps(400_000, 199_999), jumps(null, 1)]).toEqual([false, true, true, false]);
  });
});

describe('a correction', () => {
  it('begins with what the visit said; what it carried counts only if the visit before says the same', () => {
    const visits = [row(1), row(2, { assurances: kept(1).map((entry) => (entry.item === 'FOOD' ? { ...entry, state: 'PROBLEM' } : entry)), notes: '旧', incomeChanges: [{ item: 'wageOther', changeFen: -100 }] })];
    const found = visitToCorrect(household(visits), id(2));
    expect(found?.before?.id).toBe(id(1));
    const form = correctionOf(found?.visit as LastVisit, found?.before ?? null);
    expect(openItems(form)).toEqual(['FOOD']);
    expect(form).toMatchObject({ notes: '旧', incomeChanged: true, income: { wageOther: { byFen: 100, falls: true } } });
  });

  it('of a correction is counted from the visit before the first record', () => {
    const visits = [row(1), row(2), row(3, { correctsId: id(2) })];
    expect(visitToCorrect(household(visits), id(3))?.before?.id).toBe(id(1));
    expect(visitToCorrect(household(visits), id(9))).toBeNull();
  });
});

describe('the next household', () => {
  const entry = (n: number, more: Partial<HouseholdEntry> = {}) => ({ id: id(n), village: 'v', code: String(n), returned: 0, dueOn: null, risk: false, lastVisitOn: `2026-10-1${n}`, isPractice: false, ...more }) as HouseholdEntry;
  it('is returned work, then what is due first, then risk, then who was visited longest ago; never one of today', () => {
    const list = [entry(1), entry(2, { lastVisitOn: null }), entry(3, { risk: true }), entry(4, { dueOn: '2026-12-01' }), entry(5, { dueOn: '2026-11-25' }), entry(6, { returned: 1 }), entry(7, { lastVisitOn: '2026-11-20', returned: 1 })];
    const order: string[] = [];
    for (let rest: readonly HouseholdEntry[] = list; ; rest = rest.filter(({ id: other }) => other !== order.at(-1))) {
      const next = nextHousehold(rest, id(1), '2026-11-20');
      if (!next) break;
      order.push(next.id);
    }
    expect(order).toEqual([6, 5, 4, 3, 2].map(id));
  });
});
