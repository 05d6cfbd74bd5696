import { type CleanHousehold } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** Moves one of the figures by so many fen. */
function off(household: CleanHousehold, n: number, fen: number): void {
  const row = household.years[2025];
  if (!row) return;
  const [column, from] = [['net_income_fen', 'net_income_fen'], ['per_capita_income_fen', 'per_capita_income_fen'], ['reported_net_income_fen', 'net_income_fen']][n % 3] ?? ['', ''];
  row[column ?? ''] = Number(row[from ?? '']) + fen;
}

/** Net income, income per head or what was reported is more than a yuan off; near: exactly a yuan. */
export const plantA35: CheckPlant = {
  code: 'A35',
  fault(region, n) {
    const household = region.household();
    off(household, n, 101);
    return [keyOf('A35', household.id)];
  },
  nearMiss(region, n) {
    off(region.household(), n, n === 1 ? -100 : 100);
  },
};
