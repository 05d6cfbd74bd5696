import { checkDigitOf } from '../identity/resident-id.js';
import { fieldCatalogue, fieldsOf } from './catalogue.js';
import { validateFields } from './validate.js';

const idOf = (seventeen: string) => seventeen + checkDigitOf(seventeen);
const faultsOf = (check: { faults: { field: string; fault: string }[] }) => check.faults.map(({ field, fault }) => `${field}:${fault}`);

describe('fields that a person records', () => {
  it('are refused by name when the catalogue has none of that name, also under names of JavaScript itself', () => {
    const given = JSON.parse('{"__proto__": "x", "constructor": "x", "county_code": "150221", "idNoBidx": "x"}') as Record<string, unknown>;
    expect(faultsOf(validateFields('household', given, { partial: true }))).toEqual(['__proto__:unknown', 'constructor:unknown', 'county_code:unknown', 'idNoBidx:unknown']);
  });

  it('may not set what is computed or what this place excludes', () => {
    expect(faultsOf(validateFields('householdYear', { netIncome: 1 }, { partial: true }))).toEqual(['netIncome:derived']);
    expect(faultsOf(validateFields('household', { status: 'REGISTERED' }, { partial: true, except: ['status'] }))).toEqual(['status:protected']);
  });

  it('name what is required, and do not let it be emptied by a correction', () => {
    expect(faultsOf(validateFields('member', { gender: '1' }))).toEqual(['name:required', 'relationToHead:required', 'memberStatus:required']);
    expect(faultsOf(validateFields('member', { name: '  ' }, { partial: true }))).toEqual(['name:required']);
    expect(faultsOf(validateFields('member', { gender: null }, { partial: true }))).toEqual([]);
  });

  it.each([
    ['household', 'phone', '12345', 'phone'],
    ['household', 'phone', 13800001234, 'type'],
    ['household', 'bankAccountNo', '12ab', 'account'],
    ['household', 'mainCause', '77', 'code'],
    ['household', 'otherCauses', ['01', 'x'], 'code'],
    ['household', 'otherCauses', '01', 'type'],
    ['household', 'firstIdentifiedMonth', '2014-13', 'type'],
    ['household', 'exitYear', 20, 'range'],
    ['household', 'isRelocated', 'true', 'type'],
    ['household', 'naturalVillage', 'x'.repeat(201), 'too-long'],
    ['household', 'naturalVillage', 'a\u0000b', 'characters'],
    ['household', 'naturalVillage', '\ud800', 'characters'],
    ['household', 'villageCode', '150221', 'division'],
    ['householdYear', 'wageOther', 10.5, 'type'],
    ['householdYear', 'wageOther', -1, 'range'],
    ['householdYear', 'wageOther', '100', 'type'],
    ['householdYear', 'farmlandMu', 1.005, 'decimals'],
    ['householdYear', 'farmlandMu', Number.NaN, 'type'],
    ['householdYear', 'memberCount', 100, 'range'],
    ['memberYear', 'workMonths', 13, 'range'],
    ['member', 'birthDate', '2023-02-29', 'type'],
    ['member', 'birthDate', '2023-02-28T00:00', 'type'],
  ] as const)('%s.%s = %j is refused: %s', (entity, key, value, fault) => {
    const check = validateFields(entity, { [key]: value }, { partial: true });
    expect(faultsOf(check)).toEqual([`${key}:${fault}`]);
    expect(check.faults[0]?.zh).toMatch(/[一-鿿]/);
    expect(check.values).toEqual({});
  });

  it('come back in their one normal form', () => {
    expect(validateFields('household', { phone: ' +86 138-0000-1234', bankAccountNo: '6228 4800-0000 1234', naturalVillage: '', otherCauses: ['02', '02'] }, { partial: true })).toEqual({
      values: { phone: '13800001234', bankAccountNo: '622848000000' + '1234', naturalVillage: null, otherCauses: ['02'] }, faults: [],
    });
    expect(validateFields('householdYear', { farmlandMu: 12.35, reportedNetIncome: -100 }, { partial: true }).values).toEqual({ farmlandMu: 12.35, reportedNetIncome: -100 });
  });

  it('keep names with middle dots, Mongolian script and rare characters as they are', () => {
    for (const name of ['阿拉坦·其其格', 'ᠪᠠᠲᠤ', '𠮷野']) expect(validateFields('member', { name }, { partial: true })).toEqual({ values: { name }, faults: [] });
  });
});

describe('document numbers', () => {
  const number = idOf('15022119900307123');

  it('fill an empty birth date and sex', () => {
    expect(validateFields('member', { idNo: ` ${number} ` }, { partial: true }).values).toEqual({ idNo: number, idType: 'RESIDENT_ID', birthDate: '1990-03-07', gender: '1' });
  });

  it('must agree with the birth date and sex that are given or held', () => {
    expect(faultsOf(validateFields('member', { idNo: number, birthDate: '1990-03-08' }, { partial: true }))).toEqual(['birthDate:id-number']);
    expect(faultsOf(validateFields('member', { idNo: number }, { partial: true, current: { gender: '2' } }))).toEqual(['gender:id-number']);
  });

  it('have a check digit', () => {
    const wrong = number.slice(0, 17) + (number.endsWith('1') ? '2' : '1');
    const check = validateFields('member', { idNo: wrong }, { partial: true });
    expect(check.faults).toEqual([{ field: 'idNo', fault: 'id-check-digit', zh: '证件号码校验码不符', en: 'document number: the check digit is wrong' }]);
  });

  it('of 20 characters are a disability certificate, and other documents are taken as written', () => {
    expect(validateFields('member', { idType: 'DISABILITY_CERT', idNo: `${number}42` }, { partial: true }).values).toMatchObject({ idNo: `${number}42`, birthDate: '1990-03-07' });
    expect(faultsOf(validateFields('member', { idType: 'DISABILITY_CERT', idNo: number }, { partial: true }))).toEqual(['idNo:id-length']);
    expect(validateFields('member', { idType: 'OTHER', idNo: 'e 12-34567' }, { partial: true })).toEqual({ values: { idType: 'OTHER', idNo: 'E1234567' }, faults: [] });
    expect(faultsOf(validateFields('member', { disabilityCertNo: `${number}82` }, { partial: true }))).toEqual(['disabilityCertNo:id-category']);
  });
});

describe('every field of the catalogue', () => {
  it('refuses an object, an array of objects and a function-like value without throwing', () => {
    for (const field of fieldCatalogue) {
      for (const value of [{}, [{}], { toString: 1 }, Symbol.iterator, () => 1]) {
        expect([field.key, validateFields(field.entity, { [field.key]: value }, { partial: true }).faults.length]).toEqual([field.key, 1]);
      }
    }
  });

  it('may be emptied unless it is required', () => {
    for (const entity of ['household', 'householdYear', 'member', 'memberYear'] as const) {
      const optional = fieldsOf(entity).filter((field) => !field.required && !field.derived);
      expect(validateFields(entity, Object.fromEntries(optional.map((field) => [field.key, null])), { partial: true }).faults).toEqual([]);
    }
  });
});
