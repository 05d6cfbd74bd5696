import { cleanIncome, setIncome } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';
import { monitored } from '../region/lists.js';

/** One fen above, by the list or far above by the record of that year; near: exactly the limit, and a list that says less than the record. */
export const plantA74: CheckPlant = {
  code: 'A74',
  fault(region, n) {
    const household = region.household();
    if (n % 2 === 1) for (const year of [2024, 2025]) setIncome(household, year, { ...cleanIncome, wageMigrantWork: 9_000_000 });
    monitored(region, household, { perHeadIncomeFen: n % 2 === 0 ? 2_000_001 : undefined });
    return [keyOf('A74', `${household.id}:2024-03`)];
  },
  nearMiss(region, n) {
    const household = region.household();
    if (n % 2 === 1) for (const year of [2024, 2025]) setIncome(household, year, { ...cleanIncome, wageMigrantWork: 9_000_000 });
    monitored(region, household, { perHeadIncomeFen: n % 2 === 0 ? 2_000_000 : 1_500_000 });
  },
};
