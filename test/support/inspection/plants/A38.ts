import { cleanIncome, setIncome, type CleanHousehold } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** The same wages in both years, so that nothing changes suddenly. */
function wages(household: CleanHousehold, wageMigrantWork: number): void {
  for (const year of [2024, 2025]) setIncome(household, year, { ...cleanIncome, businessLivestock: 5_400_000, wageMigrantWork });
}

/** Wages below the floor, above the ceiling, or without any month of work; near: exactly at floor and ceiling. */
export const plantA38: CheckPlant = {
  code: 'A38',
  fault(region, n) {
    const household = region.household();
    wages(household, [29_999, 30_000_001, 3_000_000][n % 3] ?? 0);
    const head = household.members[0]?.years[region.year];
    if (n % 3 === 2 && head) Object.assign(head, { work_months: 0, work_area: null });
    return [keyOf('A38', household.id)];
  },
  nearMiss(region, n) {
    wages(region.household(), n % 2 === 0 ? 30_000 : 30_000_000);
  },
};
