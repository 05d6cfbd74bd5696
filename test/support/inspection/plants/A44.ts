import { cleanPeople, type PersonOptions } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** The usual family with a grandmother who is recorded as able to work. */
const withElder = (birthDate: string): PersonOptions[] => [...cleanPeople.slice(0, 3), { relation: '12', gender: '2', birthDate, year: { labour_skill: '1' } }];

/** Able to work at 15 or 76, or at work without being able to; near: 16 and 75. */
export const plantA44: CheckPlant = {
  code: 'A44',
  fault(region, n) {
    const household = region.household({ people: n % 3 === 1 ? withElder('1949-12-31') : cleanPeople });
    const person = household.members[[2, 3, 0][n % 3] ?? 0];
    if (n % 3 !== 1) Object.assign(person?.years[region.year] ?? {}, { labour_skill: n % 3 === 0 ? '1' : '4' });
    return [keyOf('A44', person?.id ?? '')];
  },
  nearMiss(region, n) {
    region.household({ people: n % 2 === 0 ? withElder('1950-01-01') : [...cleanPeople, { relation: '03', gender: '1', birthDate: '2009-01-01', year: { labour_skill: '1' } }] });
  },
};
