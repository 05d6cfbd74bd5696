import { keyOf, type CheckPlant } from '../plant.js';

/** Compulsory items left blank; near: an item that may be blank, and the year before. */
export const plantA45: CheckPlant = {
  code: 'A45',
  fault(region, n) {
    const household = region.household();
    Object.assign(household.years[region.year] ?? {}, [{ has_tv: null }, { fuel_type: null, road_type: null }, { farmland_mu: null }][n % 3]);
    return [keyOf('A45', household.id)];
  },
  nearMiss(region, n) {
    const household = region.household();
    if (n % 2 === 0) Object.assign(household.years[region.year] ?? {}, { livestock_poultry: null, orchard_mu: null });
    else Object.assign(household.years[2024] ?? {}, { has_tv: null });
  },
};
