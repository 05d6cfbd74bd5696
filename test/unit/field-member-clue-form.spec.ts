import { checkDigitOf, type PackRow } from '#domain';
import { clueMissing, cluePayload, emptyClue, openClues } from '../../apps/web/src/field/features/clue/clue-form.js';
import { changedItems, incomeCorrection } from '../../apps/web/src/field/features/income/income-correction.js';
import { firstYear, memberYearRow, yearRow, yearsToChoose } from '../../apps/web/src/field/features/income/year-row.js';
import { emptyChange, eventPayload, missing, newcomerFaults, related, yearPayload } from '../../apps/web/src/field/features/member/member-change.js';
import { changedFields, correctionFaults, memberCorrection } from '../../apps/web/src/field/features/member/member-correction.js';
import { better, isGoodEnough } from '../../apps/web/src/field/features/position/best-fix.js';
import { partsOf, valueOf, withParts, withValue } from '../../apps/web/src/field/features/visit/form/note-parts.js';
import type { HouseholdRows, PendingEdit } from '../../apps/web/src/field/store/types.js';

const form = emptyChange('2026-11-20', null);
const caseId = (id: string) => `150221-${id}`;
const idNo = `15022120261120001${checkDigitOf('15022120261120001')}`;
const edit = (kind: string, payload: object, more: object = {}) => ({ kind, payload, state: 'waiting', entityId: 'x', occurredAt: '2026-11-19T00:00:00Z', ...more }) as unknown as PendingEdit;

describe('a change of members', () => {
  it('asks only for what its kind needs', () => {
    const asked = (part: object) => missing({ ...form, ...part }, { head: 'h', others: 1 });
    expect(asked({})).toEqual(['type']);
    expect(asked({ type: 'birth' })).toEqual(['name', 'relation']);
    expect(asked({ type: 'marriage' })).toEqual(['direction']);
    expect(asked({ type: 'move', direction: 'out' })).toEqual(['member']);
    expect(asked({ type: 'death', memberId: 'h' })).toEqual(['successor']);
    expect(asked({ type: 'death', memberId: 'm' })).toEqual([]);
    expect(asked({ type: 'health', memberId: 'm' })).toEqual(['value']);
    expect(missing({ ...form, type: 'death', memberId: 'h' }, { head: 'h', others: 0 })).toEqual([]);
  });

  it('takes the sex from the relation and checks a number against day of birth and sex', () => {
    const child = related({ ...form, type: 'birth', name: '王安' }, '04');
    expect(child.gender).toBe('2');
    expect(newcomerFaults({ ...child, idNo: `${idNo.slice(0, 17)}${idNo.endsWith('1') ? '2' : '1'}` }).map(({ field }) => field)).toEqual(['idNo']);
    expect(newcomerFaults({ ...child, idNo }).map(({ field }) => field)).toEqual(['gender']);
    expect(newcomerFaults({ ...child, gender: '1', idNo })).toEqual([]);
  });

  it('says who joins, who leaves and who is the head then', () => {
    expect(eventPayload(related({ ...form, type: 'marriage', direction: 'in', name: '赵云' }, '05'), { head: 'h', caseId })).toEqual({ kind: 'marriage_in', occurredOn: '2026-11-20', values: { name: '赵云', relationToHead: '05', gender: '2' } });
    expect(eventPayload({ ...form, type: 'death', memberId: 'h', successor: 'm' }, { head: 'h', caseId })).toEqual({ kind: 'death', occurredOn: '2026-11-20', relations: [{ memberId: '150221-m', relationToHead: '01' }] });
  });

  it('of school, health and work goes into the year, each field with what stood there', () => {
    const row = { version: 4, workArea: '01' };
    expect(yearPayload({ ...form, type: 'work', memberId: 'm', workArea: '04', workMonths: 9 }, { year: 2026, reason: '务工', row, memberCaseId: caseId('m') })).toEqual({
      year: 2026, reason: '务工', values: {}, base: {}, members: [{ memberId: '150221-m', baseVersion: 4, values: { workArea: '04', workMonths: 9 }, base: { workArea: '01', workMonths: null } }],
    });
  });
});

describe('a correction of a person', () => {
  const row: PackRow = { id: 'm', version: 2, name: '李秀兰', gender: '2', birthDate: '1984-02-03', idNo: '150221********0021' };
  it('holds only what differs, and never empties a number that was left blank', () => {
    expect(changedFields(row, { name: ' 李秀兰 ', gender: '2', idNo: '', phone: '' })).toEqual({});
    expect(changedFields(row, { birthDate: '' })).toEqual({ birthDate: null });
    expect(memberCorrection(row, { name: '李秀蓝' }, 'H')).toEqual({ payload: { householdId: 'H', values: { name: '李秀蓝' }, base: { name: '李秀兰' } }, baseVersion: 2 });
  });

  it('is refused when the number contradicts what is on record', () => {
    expect(correctionFaults(row, { idNo }).map(({ fault }) => fault)).toEqual(['id-number', 'id-number']);
  });
});

describe('income of a year', () => {
  const rows = { years: [{ year: 2025, version: 3, wageOther: 100 }], memberYears: [{ memberId: 'm', year: 2025, health: ['1'] }] } as unknown as HouseholdRows;
  const edits = [edit('year.correct', { year: 2025, values: { wageOther: 200 }, members: [{ memberId: '150221-m', values: { health: ['2'] } }] })];

  it('is shown with what was corrected here and has not come back', () => {
    expect(yearRow({ rows, edits }, 2025)).toMatchObject({ version: 3, wageOther: 200 });
    expect(memberYearRow({ rows, edits }, 'm', 2025)).toMatchObject({ health: ['2'] });
    expect(yearRow({ rows, edits: [{ ...edits[0], state: 'returned' } as PendingEdit] }, 2025)).toMatchObject({ wageOther: 100 });
    expect(yearRow({ rows, edits: [] }, 2024)).toBeNull();
    expect([yearsToChoose({ rows }, '2026-11-20'), firstYear({ rows }, '2026-11-20')]).toEqual([[2026, 2025], 2025]);
  });

  it('is corrected by item with what was read', () => {
    const row = yearRow({ rows, edits }, 2025);
    expect(changedItems(row, { wageOther: 200, wageReward: 5 })).toEqual({ wageReward: 5 });
    expect(incomeCorrection(row, { year: 2025, values: { wageOther: 300 }, reason: '核实' })).toEqual({ payload: { year: 2025, values: { wageOther: 300 }, base: { wageOther: 200 }, reason: '核实' }, baseVersion: 3 });
    expect(incomeCorrection(null, { year: 2026, values: { wageOther: 1 }, reason: '' })).toEqual({ payload: { year: 2026, values: { wageOther: 1 }, base: { wageOther: null }, reason: '' } });
  });
});

describe('a clue', () => {
  it('needs a kind and somebody, and words only when it adds to another', () => {
    expect(clueMissing(emptyClue, false)).toEqual(['who', 'kind']);
    expect(clueMissing({ ...emptyClue, kind: 'WATER' }, true)).toEqual([]);
    expect(clueMissing({ ...emptyClue, kind: 'WATER', appendTo: 'c' }, true)).toEqual(['description']);
  });

  it('of a household that is not on record says the village and what is known of it', () => {
    const around = { householdId: null, villageCode: '150221213200', photos: ['p'], kindName: '因安全饮水' };
    expect(cluePayload({ ...emptyClue, kind: 'WATER', place: ' 东营子 ' }, around)).toEqual({
      villageCode: '150221213200', place: '东营子', kind: 'WATER', severity: 'LOW', channel: 'CADRE', description: '因安全饮水', attachmentIds: ['p'],
    });
  });

  it('that is open is known from the pack and from this phone', () => {
    const rows = { clues: [{ id: 'a', kind: 'WATER', status: 'OPEN', reportedAt: '2026-11-01T00:00:00Z' }, { id: 'b', kind: 'ILLNESS', status: 'SETTLED' }] } as unknown as HouseholdRows;
    const edits = [edit('clue.record', { kind: 'ILLNESS' }, { entityId: '150221-c' })];
    expect(openClues({ rows, edits }).map(({ id, kind }) => [id, kind])).toEqual([['a', 'WATER'], ['c', 'ILLNESS']]);
  });
});

describe('small things', () => {
  it('phrases go into a note and out of it again, the rest stays', () => {
    expect(withParts('井浅；水量不足', ['水量不足', '水质不好'], ['水质不好'])).toBe('水质不好；井浅');
    expect(valueOf(withValue('未参保', '大病自付', '800 元'), '大病自付')).toBe('800 元');
    expect(partsOf(withValue('未参保；大病自付1 元', '大病自付', ''))).toEqual(['未参保']);
  });

  it('the position that is known more closely is kept', () => {
    const near = { latitude: 1, longitude: 1, accuracyM: 20 };
    expect(better(near, { ...near, accuracyM: 90 })).toBe(near);
    expect([isGoodEnough(near), isGoodEnough({ ...near, accuracyM: 31 })]).toEqual([true, false]);
  });
});
