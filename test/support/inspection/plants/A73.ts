import { cleanIncome, type CleanHousehold, type CleanRegion } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';
import { monitored } from '../region/lists.js';

const { wageMigrantWork: _, ...income } = cleanIncome;

function old(region: CleanRegion): CleanHousehold {
  return region.household({ people: [{ relation: '01', gender: '1', birthDate: '1950-05-06' }, { relation: '02', gender: '2', birthDate: '1952-07-08' }], income });
}

/** Two old people, monitored, not marked; near: marked, or on a list that does not say. */
export const plantA73: CheckPlant = {
  code: 'A73',
  fault(region, n) {
    const household = old(region);
    monitored(region, household, { safetyNet: n % 2 === 0 ? false : null });
    return [keyOf('A73', `${household.id}:2024-03`)];
  },
  nearMiss(region, n) {
    if (n % 3 === 2) monitored(region, region.household(), { safetyNet: false });
    else monitored(region, old(region), { safetyNet: n % 3 === 0 ? true : undefined });
  },
};
