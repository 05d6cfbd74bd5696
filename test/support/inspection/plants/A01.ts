import { maskIdNumber } from '#domain';
import { idNumber } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** A number of 17 digits, one with a letter, one whose check character is wrong; near: one that ends with X, a passport, an unknown number. */
export const plantA01: CheckPlant = {
  code: 'A01',
  fault(region, n) {
    const person = region.household().members[1];
    const masked = String(person?.row['id_no_masked']);
    const last = masked.endsWith('1') ? '2' : '1';
    const written = [`${masked.slice(0, 6)}*******${masked.slice(-4)}`, `1A${masked.slice(2)}`, masked.slice(0, -1) + last][n % 3];
    if (person) person.row['id_no_masked'] = written;
    const keys = [keyOf('A01', person?.id ?? '')];
    return n % 3 === 2 ? [...keys, keyOf('A02', person?.id ?? '')] : keys;
  },
  nearMiss(region, n) {
    const person = region.household().members[1];
    if (!person) return;
    if (n === 0) {
      let serial = 1;
      while (!idNumber(serial, '1982-07-08', '2').endsWith('X')) serial += 1;
      person.row['id_no_masked'] = maskIdNumber(idNumber(serial, '1982-07-08', '2'));
    } else if (n === 1) Object.assign(person.row, { id_type: 'OTHER', id_no_masked: 'E*******1' });
    else Object.assign(person.row, { id_no_masked: null, id_no_enc: null });
  },
};
