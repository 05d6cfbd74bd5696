import { keyOf, type CheckPlant } from '../plant.js';

/** A record of the year corrected after a case on it was decided; near: corrected before, or a case of another year. */
export const plantA85: CheckPlant = {
  code: 'A85',
  fault(region, n) {
    const household = region.household();
    household.identification.file['year'] = region.year;
    Object.assign((n % 2 === 0 ? household.years[region.year] : household.members[0]?.years[region.year]) ?? {}, { version: 2, correction_reason: '更正收入' });
    return [keyOf('A85', household.id)];
  },
  nearMiss(region, n) {
    const household = region.household();
    if (n % 2 === 0) household.identification.file['year'] = region.year;
    Object.assign(household.years[region.year] ?? {}, { version: 2, correction_reason: '更正收入', ...(n % 2 === 0 ? { recorded_at: '2018-04-04T00:00:00Z' } : {}) });
  },
};
