import { setIncome, type CleanHousehold } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** Wages of the two years, and no other income: a fourth of each is the income per head. */
function wages(household: CleanHousehold, [before, now]: readonly [number, number]): void {
  setIncome(household, 2024, { wageMigrantWork: before });
  setIncome(household, 2025, { wageMigrantWork: now });
}

/** Income per head more than three times, or less than half, of the year before; near: exactly three times, exactly half. */
export const plantA42: CheckPlant = {
  code: 'A42',
  fault(region, n) {
    const household = region.household();
    wages(household, n % 2 === 0 ? [4_000_000, 12_000_400] : [8_000_000, 3_999_600]);
    return [keyOf('A42', household.id)];
  },
  nearMiss(region, n) {
    wages(region.household(), n % 2 === 0 ? [4_000_000, 12_000_000] : [8_000_000, 4_000_000]);
  },
};
