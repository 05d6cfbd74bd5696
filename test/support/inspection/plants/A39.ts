import { keyOf, type CheckPlant } from '../plant.js';

/** Grassland money without any land; near: one mu of one kind. */
export const plantA39: CheckPlant = {
  code: 'A39',
  fault(region) {
    const household = region.household();
    Object.assign(household.years[region.year] ?? {}, { forest_mu: 0, land_returned_to_forest_mu: 0, grassland_mu: 0 });
    return [keyOf('A39', household.id)];
  },
  nearMiss(region, n) {
    Object.assign(region.household().years[region.year] ?? {}, { forest_mu: n === 1 ? 1 : 0, land_returned_to_forest_mu: 0, grassland_mu: n === 1 ? 0 : 1 });
  },
};
