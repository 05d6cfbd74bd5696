import { keyOf, type CheckPlant } from '../plant.js';

/** Exited, and the water is not safe; near: not exited, safe, not safe last year. */
export const plantA32: CheckPlant = {
  code: 'A32',
  fault(region, n) {
    const household = region.household({ status: n === 1 ? 'EXITED_NOT_ENTITLED' : 'EXITED_ENTITLED' });
    Object.assign(household.years[2025] ?? {}, { safe_water: false });
    return [keyOf('A32', household.id)];
  },
  nearMiss(region, n) {
    const household = region.household({ status: n === 0 ? 'REGISTERED' : 'EXITED_ENTITLED' });
    if (n === 0) Object.assign(household.years[2025] ?? {}, { safe_water: false });
    if (n === 2) Object.assign(household.years[2024] ?? {}, { safe_water: false });
  },
};
