import { cleanIncome, cleanPeople, setIncome } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** A pension below the least, or nobody of the age; near: exactly the least, somebody who turns 60 in the year. */
export const plantA41: CheckPlant = {
  code: 'A41',
  fault(region, n) {
    const household = region.household(n % 2 === 0 ? {} : { people: cleanPeople.slice(0, 3) });
    if (n % 2 === 0) setIncome(household, region.year, { ...cleanIncome, transferPension: 8_799 });
    return [keyOf('A41', household.id)];
  },
  nearMiss(region, n) {
    if (n % 2 === 0) setIncome(region.household(), region.year, { ...cleanIncome, transferPension: 8_800 });
    else region.household({ people: [...cleanPeople.slice(0, 3), { relation: '12', gender: '2', birthDate: '1965-12-31' }] });
  },
};
