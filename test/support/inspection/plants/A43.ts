import { setIncome } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** Transfers carry a household with labour; near: exactly the share. */
export const plantA43: CheckPlant = {
  code: 'A43',
  fault(region) {
    const household = region.household();
    setIncome(household, region.year, { wageMigrantWork: 1_199_999, transferGrassland: 4_800_001 });
    return [keyOf('A43', household.id)];
  },
  nearMiss(region) {
    setIncome(region.household(), region.year, { wageMigrantWork: 1_200_000, transferGrassland: 4_800_000 });
  },
};
