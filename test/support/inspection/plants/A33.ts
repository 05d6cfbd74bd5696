import { cleanIncome, setIncome } from '../clean-region.js';
import type { CleanHousehold, CleanRegion } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** A household of four with this net income of 2025. */
function earning(household: CleanHousehold, netFen: number): void {
  const without = Object.entries(cleanIncome).reduce((sum, [key, fen]) => (key === 'wageMigrantWork' ? sum : key.startsWith('businessCost') ? sum - fen : sum + fen), 0);
  setIncome(household, 2025, { ...cleanIncome, wageMigrantWork: netFen - without });
}

/** Exited in 2025, by a case of that year. */
function exitedIn2025(region: CleanRegion): CleanHousehold {
  const household = region.household({ status: 'EXITED_ENTITLED' });
  household.row['exit_year'] = 2025;
  household.episode['exited_on'] = '2025-10-25';
  for (const rows of Object.values(household.exit ?? {})) {
    for (const row of [rows].flat() as Record<string, unknown>[]) {
      for (const [name, value] of Object.entries(row)) if (typeof value === 'string' && value.startsWith('2023-')) row[name] = value.replace('2023-', '2025-');
      if (row['year'] === 2023) row['year'] = 2025;
    }
  }
  return household;
}

/** Exited in the year with a fen too little per head; near: exactly on the line (7,000 yuan), exited earlier, not exited. */
export const plantA33: CheckPlant = {
  code: 'A33',
  fault(region, n) {
    const household = exitedIn2025(region);
    earning(household, 2_799_999 - n);
    return [keyOf('A33', household.id)];
  },
  nearMiss(region, n) {
    const household = n === 0 ? exitedIn2025(region) : region.household({ status: n === 1 ? 'EXITED_ENTITLED' : 'REGISTERED' });
    earning(household, n === 0 ? 2_800_000 : 2_799_999);
  },
};
