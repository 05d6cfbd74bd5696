import { codeItem, codeLabel, codeListNames, codeListOf, codeLists, readCode } from './code-lists.js';
import type { CodeListName } from './code-lists.js';
import { canMove, householdStatuses, isPoor } from './household-status.js';

describe('code lists', () => {
  it('has one list for every name and no list without a name', () => {
    expect(codeLists.map((list) => list.name).sort()).toEqual([...codeListNames].sort());
  });

  it.each(codeLists.map((list) => [list.name, list] as const))('%s has unique codes and no label that means two things', (_name, list) => {
    const codes = list.items.map((item) => item.code);
    expect(new Set(codes).size).toBe(codes.length);
    const owner = new Map<string, string>();
    for (const item of list.items) {
      for (const label of [item.zh, ...item.aliases]) {
        expect([label, owner.get(label) ?? item.code]).toEqual([label, item.code]);
        owner.set(label, item.code);
      }
    }
  });

  it.each(codeLists.map((list) => [list.name, list] as const))('%s reads back every name and alias it shows', (name, list) => {
    for (const item of list.items) {
      for (const label of [item.zh, ...item.aliases]) expect(readCode(name as CodeListName, label)?.code).toBe(item.code);
    }
  });

  it.each([
    ['poorHouseholdType', '五保贫困户', '06'],
    ['poorHouseholdType', ' 低保贫困户 ', '04'],
    ['labourSkill', '弱劳动力或半劳动力', 'WEAK'],
    ['workArea', '乡(镇)内务工', '01'],
    ['workArea', '1', '01'],
    ['relationToHead', '01', '01'],
    ['health', '患有大病', '3'],
    ['householdStatus', '已脱贫(不再享受政策)', 'EXITED_NOT_ENTITLED'],
    ['householdStatus', '已脱贫', 'EXITED_ENTITLED'],
    ['housingGrade', 'c', 'C'],
    ['ethnicGroup', '蒙古族', 'MG'],
    ['ethnicGroup', '蒙古', 'MG'],
  ] as const)('%s reads %s as %s', (name, written, code) => {
    expect(readCode(name, written)?.code).toBe(code);
  });

  it('never reads a number as an ethnic group', () => {
    for (const number of ['01', '02', '2', '04', '11', 'MG']) expect(readCode('ethnicGroup', number)).toBeUndefined();
  });

  it('knows all 56 ethnic groups and "other"', () => {
    expect(codeListOf('ethnicGroup').items).toHaveLength(57);
  });

  it('answers undefined for what it does not know and shows an unknown code as it is', () => {
    expect(readCode('gender', '雄')).toBeUndefined();
    expect(codeItem('gender', '7')).toBeUndefined();
    expect(codeLabel('gender', '7')).toBe('7');
    expect(codeLabel('gender', '1', 'en')).toBe('Male');
  });
});

describe('household status', () => {
  it('has one item in the code list for every status', () => {
    expect(codeListOf('householdStatus').items.map((item) => item.code)).toEqual([...householdStatuses]);
  });

  it('counts registered, pre-exit and returned households as poor, and no others', () => {
    expect(householdStatuses.filter(isPoor)).toEqual(['REGISTERED', 'PRE_EXIT', 'RETURNED']);
  });

  it.each([
    ['REGISTERED', 'EXITED_ENTITLED', true],
    ['EXITED_ENTITLED', 'RETURNED', true],
    ['EXITED_NOT_ENTITLED', 'RETURNED', true],
    ['EXITED_NOT_ENTITLED', 'EXITED_ENTITLED', false],
    ['CLEARED_OUT', 'REGISTERED', false],
    ['DEREGISTERED', 'REGISTERED', false],
    ['CANDIDATE', 'EXITED_ENTITLED', false],
  ] as const)('%s to %s: %s', (from, to, allowed) => {
    expect(canMove(from, to)).toBe(allowed);
  });
});
