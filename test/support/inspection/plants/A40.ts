import { keyOf, type CheckPlant } from '../plant.js';

/** More returned land than forest and grassland; near: exactly as much. */
export const plantA40: CheckPlant = {
  code: 'A40',
  fault(region) {
    const household = region.household();
    Object.assign(household.years[region.year] ?? {}, { forest_mu: 10, grassland_mu: 200, land_returned_to_forest_mu: 210.5 });
    return [keyOf('A40', household.id)];
  },
  nearMiss(region) {
    Object.assign(region.household().years[region.year] ?? {}, { forest_mu: 10, grassland_mu: 200, land_returned_to_forest_mu: 210 });
  },
};
