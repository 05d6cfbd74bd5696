import { keyOf, type CheckPlant } from '../plant.js';
import { onList } from '../region/lists.js';

/** On both lists of the year; near: of different years, on one only, a false alarm. */
export const plantA29: CheckPlant = {
  code: 'A29',
  fault(region, n) {
    const household = region.household();
    onList(region, 'resident_insurance', household, { detail: { year: n === 1 ? null : 2025 } });
    onList(region, 'employee_insurance', household, { detail: { year: 2025, unit: '某公司' } });
    return [keyOf('A29', household.members[0]?.id ?? '')];
  },
  nearMiss(region, n) {
    const household = region.household();
    onList(region, 'resident_insurance', household, { member: household.members[n === 1 ? 1 : 0], detail: { year: n === 0 ? 2024 : 2025 } });
    onList(region, 'employee_insurance', household, { detail: { year: 2025, unit: '某公司' }, ...(n === 2 ? { verdict: 'FALSE_ALARM' } : {}) });
  },
};
