import { keyOf, type CheckPlant } from '../plant.js';

/** Exited, and the house is dilapidated or graded C or D; near: not exited, grade B, an earlier version of the record. */
export const plantA30: CheckPlant = {
  code: 'A30',
  fault(region, n) {
    const household = region.household({ status: n === 1 ? 'EXITED_NOT_ENTITLED' : 'EXITED_ENTITLED' });
    Object.assign(household.years[2025] ?? {}, [{ housing_grade: 'C' }, { housing_grade: 'D' }, { housing_grade: null, is_dilapidated: true }][n]);
    return [keyOf('A30', household.id)];
  },
  nearMiss(region, n) {
    const household = region.household({ status: n === 0 ? 'REGISTERED' : 'EXITED_ENTITLED' });
    const year = household.years[2025] ?? {};
    if (n === 0) year['housing_grade'] = 'D';
    if (n === 1) year['housing_grade'] = 'B';
    if (n === 2) {
      region.add('household_year', { ...year, id: region.id(), housing_grade: 'C', superseded_at: '2025-12-02T00:00:00Z' });
      year['version'] = 2;
    }
  },
};
