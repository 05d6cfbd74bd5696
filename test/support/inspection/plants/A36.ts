import { cleanIncome, setIncome } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** A total without its item, an item without its total, a kind that lacks one; near: an amount that is not split. */
export const plantA36: CheckPlant = {
  code: 'A36',
  fault(region, n) {
    const household = region.household();
    const row = household.years[region.year];
    if (!row) return [];
    const add = (column: string, fen: number) => void (row[column] = Number(row[column] ?? 0) + fen);
    if (n % 3 === 0) for (const [column, fen] of [['wage_income_fen', 400], ['gross_income_fen', 400], ['net_income_fen', 400], ['per_capita_income_fen', 100]] as const) add(column, fen);
    if (n % 3 === 1) add('business_cost_fodder_fen', 400);
    if (n % 3 === 2) row['transfer_pension_fen'] = null;
    return [keyOf('A36', `${household.id}:${['wage', 'business_cost', 'transfer'][n % 3]}`)];
  },
  nearMiss(region) {
    const { wageMigrantWork, ...rest } = cleanIncome;
    setIncome(region.household(), region.year, { ...rest, wageUnsplit: wageMigrantWork ?? 0 });
  },
};
