import { cleanIncome } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';
import { onList } from '../region/lists.js';

/** A dead member still counted, paid in the dead person's name, or a household paid in which nobody was left; near: the last day of grace, a payment before, others who live on. */
export const plantA08: CheckPlant = {
  code: 'A08',
  fault(region, n) {
    const household = region.household(n === 2 ? { people: [{ relation: '01', gender: '1', birthDate: '1950-05-06' }], income: { ...cleanIncome, wageMigrantWork: null } } : {});
    const [person] = household.members;
    if (n > 0) household.help.payment['paid_on'] = '2025-12-20';
    if (n === 1) Object.assign(household.help.payment, { member_id: person?.id });
    if (n === 1) Object.assign(household.help.assignment, { member_id: person?.id });
    onList(region, 'death', household, { detail: { deathDate: n === 0 ? '2025-11-30' : '2025-12-19' } });
    return [keyOf('A08', person?.id ?? '')];
  },
  nearMiss(region, n) {
    const household = region.household();
    const [person] = household.members;
    if (n === 0) onList(region, 'death', household, { detail: { deathDate: '2025-12-01' } });
    if (n === 1) {
      Object.assign(household.help.payment, { member_id: person?.id, paid_on: '2025-12-20' });
      Object.assign(household.help.assignment, { member_id: person?.id });
      onList(region, 'death', household, { detail: { deathDate: '2025-12-20' } });
    }
    if (n === 2) {
      household.help.payment['paid_on'] = '2025-12-20';
      onList(region, 'death', household, { detail: { deathDate: '2025-12-19' } });
      onList(region, 'death', region.household(), { detail: { deathDate: '2025-01-01' }, verdict: 'FALSE_ALARM' });
    }
  },
};
