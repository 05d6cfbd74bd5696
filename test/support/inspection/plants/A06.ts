import { cleanPeople } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** A father younger than the head, a son who is female, a spouse of the same sex; near: a father one day older, a spouse whose sex is not recorded. */
export const plantA06: CheckPlant = {
  code: 'A06',
  fault(region, n) {
    const people = [...cleanPeople];
    if (n % 3 === 0) people.push({ relation: '11', gender: '1', birthDate: '1980-05-06' });
    if (n % 3 === 1) people[2] = { relation: '03', gender: '2', birthDate: '2015-03-04' };
    if (n % 3 === 2) people[1] = { relation: '02', gender: '1', birthDate: '1982-07-08' };
    const household = region.household({ people });
    return [keyOf('A06', household.members[[4, 2, 1][n % 3] ?? 0]?.id ?? '')];
  },
  nearMiss(region, n) {
    const household = region.household({ people: [...cleanPeople, { relation: '11', gender: '1', birthDate: '1980-05-05' }] });
    if (n > 0 && household.members[1]) household.members[1].row['gender'] = null;
  },
};
