import { cleanPeople } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

const people = [...cleanPeople.slice(0, 2), { relation: '12', gender: '2', birthDate: '1955-01-02' }, { relation: '99', gender: '1', birthDate: '1985-05-06' }] as const;

/** The sex of the number is another, or the birth date is a day off (which the check character shows, too); near: a sex that is not recorded. */
export const plantA02: CheckPlant = {
  code: 'A02',
  fault(region, n) {
    const person = region.household({ people }).members[3];
    if (!person) return [];
    if (n % 2 === 0) person.row['gender'] = '2';
    else person.row['birth_date'] = '1985-05-07';
    const keys = [keyOf('A02', person.id)];
    return n % 2 === 0 ? keys : [...keys, keyOf('A01', person.id)];
  },
  nearMiss(region) {
    const person = region.household({ people }).members[3];
    if (person) person.row['gender'] = null;
  },
};
