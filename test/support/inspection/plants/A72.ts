import { addAssignment } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';
import { monitored } from '../region/lists.js';
import type { PersonOptions } from '../region/people.js';

const father: PersonOptions = { relation: '01', gender: '1', birthDate: '1975-05-06' };
const mother: PersonOptions = { relation: '02', gender: '2', birthDate: '1976-07-08' };
const grown: PersonOptions = { relation: '03', gender: '1', birthDate: '2001-03-04' };
const child: PersonOptions = { relation: '04', gender: '2', birthDate: '2015-03-04' };
const grandmother: PersonOptions = { relation: '12', gender: '2', birthDate: '1950-01-02' };

/** Three of four, or one of three, able to work; near: two of four, one of four, three of four after the risk was cancelled or under another risk. */
export const plantA72: CheckPlant = {
  code: 'A72',
  fault(region, n) {
    const household = region.household({ people: n % 2 === 0 ? [father, mother, grown, grandmother] : [father, child, grandmother] });
    monitored(region, household, { risk1: '缺劳动力' });
    return [keyOf('A72', `${household.id}:2024-03`)];
  },
  nearMiss(region, n) {
    const people = [[father, mother, child, grandmother], [father, child, { ...child, birthDate: '2013-09-10' }, grandmother], [father, mother, grown, grandmother]][n % 3];
    const household = region.household({ people });
    // Something was done against the risk that was cancelled.
    if (n % 3 === 2) addAssignment(region, household, 'IND-08', {});
    if (n % 3 === 1) monitored(region, region.household({ people: [father, mother, grown, grandmother] }), { risk1: '因意外事故' });
    monitored(region, household, { risk1: '缺劳动力', ...(n % 3 === 2 ? { cancelledMonth: '2025-03', cancelMode: 'HELPED' } : {}) });
  },
};
