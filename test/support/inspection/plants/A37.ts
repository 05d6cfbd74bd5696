import { cleanIncome, setIncome } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** Business income with no cost, or with the cost left out; near: no business at all. */
export const plantA37: CheckPlant = {
  code: 'A37',
  fault(region, n) {
    const household = region.household();
    setIncome(household, region.year, { ...cleanIncome, businessCostFodder: n % 2 === 0 ? 0 : null });
    return [keyOf('A37', household.id)];
  },
  nearMiss(region) {
    setIncome(region.household(), region.year, { ...cleanIncome, businessLivestock: 0, businessCostFodder: 0 });
  },
};
