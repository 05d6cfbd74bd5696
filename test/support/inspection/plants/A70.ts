import { addAssignment } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';
import { monitored } from '../region/lists.js';

const cancelled = { identifiedMonth: '2024-10', cancelledMonth: '2025-06', cancelMode: 'HELPED' };

/** Cancelled with unsafe housing or water, or without any measure against the risk; near: unsafe in another year, a measure received, the risk not cancelled. */
export const plantA70: CheckPlant = {
  code: 'A70',
  fault(region, n) {
    const household = region.household();
    if (n % 3 === 0) Object.assign(household.years[2025] ?? {}, { housing_safe: false });
    if (n % 3 === 1) Object.assign(household.years[2025] ?? {}, { safe_water: false });
    monitored(region, household, { ...cancelled, risk1: n % 3 === 2 ? '因学' : '务工就业不稳' });
    return [keyOf('A70', `${household.id}:2024-10`)];
  },
  nearMiss(region, n) {
    const household = region.household();
    if (n % 3 === 0) {
      Object.assign(household.years[2025] ?? {}, { housing_safe: false });
      monitored(region, household, { ...cancelled, identifiedMonth: '2024-03', cancelledMonth: '2024-12' });
    } else if (n % 3 === 1) {
      addAssignment(region, household, 'EDU-02', { member_id: household.members[2]?.id, year: 2024, starts_on: '2024-11-01', ends_on: '2024-12-31', decided_on: '2024-10-20', delivered_on: '2024-11-10' });
      monitored(region, household, { ...cancelled, risk1: '因学' });
    } else {
      monitored(region, household, { risk1: '因学' });
    }
  },
};
