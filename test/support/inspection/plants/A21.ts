import { cleanIncome, setIncome } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** Money without a recipient, a recipient without money, less than 200 yuan; near: exactly 200, transfers that are not split, an answer that is missing. */
export const plantA21: CheckPlant = {
  code: 'A21',
  fault(region, n) {
    const household = region.household();
    if (n > 0) Object.assign(household.members[3]?.years[2025] ?? {}, { has_minimum_allowance: true });
    if (n !== 1) setIncome(household, 2025, { ...cleanIncome, transferMinimumAllowance: n === 0 ? 240_000 : 19_999 });
    return [keyOf('A21', household.id)];
  },
  nearMiss(region, n) {
    const household = region.household();
    Object.assign(household.members[3]?.years[2025] ?? {}, { has_minimum_allowance: n === 2 ? null : true });
    setIncome(household, 2025, { ...cleanIncome, ...(n === 1 ? { transferUnsplit: 100_000 } : { transferMinimumAllowance: n === 2 ? 240_000 : 20_000 }) });
  },
};
