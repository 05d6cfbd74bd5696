import fc from 'fast-check';
import { isPhone, maskBankAccount, maskIdNumber, maskPhone, normaliseBankAccount, normaliseName, normalisePhone } from './masking.js';
import { ageOn, checkDigitOf, idFaultText, readDisabilityCertificate, readResidentId } from './resident-id.js';

const synthetic = fc
  .tuple(fc.constantFrom('150221', '152522', '150125'), fc.date({ min: new Date('1920-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }), fc.integer({ min: 0, max: 999 }))
  .map(([division, birth, order]) => {
    const seventeen = division + birth.toISOString().slice(0, 10).replaceAll('-', '') + String(order).padStart(3, '0');
    return seventeen + checkDigitOf(seventeen);
  });

describe('resident identity number', () => {
  // The specimen of GB 11643-1999 itself, a number of no living person.
  it('accepts the specimen of the standard', () => {
    expect(readResidentId('11010519491231002x')).toEqual({
      ok: true,
      value: { number: '11010519491231002X', birthDate: '1949-12-31', gender: '2', divisionCode: '110105' },
    });
  });

  it.each([
    ['110105194912310021', 'check-digit'],
    ['11010519490229002X', 'birth-date'],
    ['110105194913310020', 'birth-date'],
    ['1101051949123100', 'length'],
    ['', 'length'],
    ['11010519491231002Y', 'characters'],
    ['01010519491231002X', 'characters'],
    ['1.5E+17', 'length'],
    ['11010549123100X', 'characters'],
  ])('refuses %p: %s', (written, fault) => {
    expect(readResidentId(written)).toEqual({ ok: false, fault });
    expect(idFaultText(fault as 'length').zh).toMatch(/[一-鿿]/);
  });

  it('upgrades 15 digits to the 18 of the same person', () => {
    expect(readResidentId('110105491231002')).toEqual(readResidentId('11010519491231002X'));
  });

  it('reads full-width digits, spaces and apostrophes left by a spreadsheet', () => {
    expect(readResidentId(" '１１０１０５ 19491231 002ｘ")).toEqual(readResidentId('11010519491231002X'));
  });

  it('accepts every well-formed number and refuses it after any one digit changed', () => {
    fc.assert(fc.property(synthetic, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
      const read = readResidentId(number);
      expect(read.ok && read.value.gender).toBe(Number(number[16]) % 2 === 1 ? '1' : '2');
      const changed = number.slice(0, at) + String((Number(number[at]) + by) % 10) + number.slice(at + 1);
      expect(readResidentId(changed).ok).toBe(false);
    }));
  });

  it('refuses two neighbouring digits that were swapped', () => {
    fc.assert(fc.property(synthetic, fc.integer({ min: 0, max: 15 }), (number, at) => {
      fc.pre(number[at] !== number[at + 1]);
      const swapped = number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2);
      expect(readResidentId(swapped).ok).toBe(false);
    }));
  });
});

describe('disability certificate', () => {
  it('reads the identity number, the category and the level', () => {
    const read = readDisabilityCertificate('11010519491231002X42');
    expect(read).toMatchObject({ ok: true, value: { category: 4, level: 2, residentId: { birthDate: '1949-12-31' } } });
  });

  it.each([
    ['11010519491231002X82', 'category'],
    ['11010519491231002X45', 'level'],
    ['11010519491231002142', 'check-digit'],
    ['11010519491231002X', 'length'],
  ])('refuses %s: %s', (written, fault) => {
    expect(readDisabilityCertificate(written)).toEqual({ ok: false, fault });
  });
});

describe('age', () => {
  it.each([
    ['2000-02-29', '2015-02-28', 14],
    ['2000-02-29', '2015-03-01', 15],
    ['2000-12-31', '2020-12-31', 20],
    ['2000-12-31', '2020-12-30', 19],
    ['2020-01-01', '2020-01-01', 0],
  ])('of one born on %s is on %s %d', (birth, day, age) => {
    expect(ageOn(birth, day)).toBe(age);
  });
});

describe('masking', () => {
  it.each([
    ['15022119900101123X', '150221********123X'],
    ['15022119900101123X42', '150221**********3X42'],
    ['E1234567', 'E******7'],
    ['', ''],
  ])('shows the document %s as %s', (value, masked) => {
    expect(maskIdNumber(value)).toBe(masked);
  });

  it('shows 138****1234 and the last four digits of an account', () => {
    expect(maskPhone('13800001234')).toBe('138****1234');
    expect(maskPhone('12345')).toBe('***45');
    expect(maskBankAccount('6228480000000001234')).toBe('**** 1234');
    expect(maskBankAccount('')).toBe('');
  });

  it('never shows a whole value', () => {
    fc.assert(fc.property(fc.stringMatching(/^[0-9]{3,22}$/), (value) => {
      for (const mask of [maskIdNumber, maskPhone, maskBankAccount]) expect(mask(value)).not.toContain(value);
    }));
  });
});

describe('normalisation', () => {
  it.each([
    ['+86 138-0000-1234', '13800001234', true],
    ['0471-1234567', '04711234567', false],
    ['0471-6234567', '04716234567', true],
    ['１３８００００１２３４', '13800001234', true],
    ['12345', '12345', false],
  ])('phone %s becomes %s (valid: %s)', (written, normalised, valid) => {
    expect(normalisePhone(written)).toBe(normalised);
    expect(isPhone(normalised)).toBe(valid);
  });

  it.each([
    [' 王　小明 ', '王小明'],
    ['乌兰 • 图雅', '乌兰·图雅'],
    ['Bayar  Saikhan', 'Bayar Saikhan'],
  ])('name %p becomes %p', (written, normalised) => {
    expect(normaliseName(written)).toBe(normalised);
    expect(normaliseName(normalised)).toBe(normalised);
  });

  it('account loses its spaces', () => {
    expect(normaliseBankAccount('6228 4800-0000')).toBe('622848000000');
  });
});
