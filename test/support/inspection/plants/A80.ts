import type { CleanRegion } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';
import { onList } from '../region/lists.js';

const HALF_FEN = 40_000_000;
const counties = ['150221', '150222'] as const;

/** A project whose supplier is paid twice the same, so many days apart. */
function twice(region: CleanRegion, second: string): string {
  const { project, fund, budget, expenses: [expense = {}] } = region.project();
  for (const row of [project, fund, budget]) for (const name of ['contract_fen', 'estimate_fen', 'allocated_fen', 'amount_fen']) if (row[name] !== undefined) row[name] = HALF_FEN * 2;
  Object.assign(expense, { amount_fen: HALF_FEN, paid_on: `${region.year}-10-01` });
  region.add('project_expense', { ...expense, id: region.id(), paid_on: second, invoice_no: `${String(expense['invoice_no'])}-2` });
  return String(project['contractor']);
}

/** Split in two within thirty days, nearly all contracts of a county, the relative of a cadre; near: thirty days later, and a false alarm. */
export const plantA80: CheckPlant = {
  code: 'A80',
  parameters: { split_limit_fen: 60_000_000, single_share: 9_000, single_contracts: 3 },
  fault(region, n) {
    if (n % 3 === 0) return [keyOf('A80', `split:${region.year}:${twice(region, `${region.year}-10-30`)}`)];
    if (n % 3 === 1) {
      const county = counties[Math.floor(n / 3) % 2] ?? counties[0];
      const made = region.project(region.villages.find((village) => village.startsWith(county)));
      made.project['contract_fen'] = 100_000_000_000;
      return [keyOf('A80', `single:${region.year}:${String(made.project['contractor'])}`)];
    }
    const household = region.household({ status: 'EXITED_NOT_ENTITLED' });
    onList(region, 'village_cadre', household, { detail: { post: 'OTHER', village: '本村' } });
    const { id, expenses: [expense = {}] } = region.project(household.place.village_code);
    expense['payee'] = household.members[0]?.row['name'];
    return [keyOf('A80', `related:${region.year}:${id}:${String(expense['payee'])}`)];
  },
  nearMiss(region, n) {
    if (n % 2 === 0) {
      twice(region, `${region.year}-10-31`);
      return;
    }
    const household = region.household({ status: 'EXITED_NOT_ENTITLED' });
    onList(region, 'village_cadre', household, { detail: { post: 'OTHER', village: '本村' }, verdict: 'FALSE_ALARM' });
    const { expenses: [expense = {}] } = region.project(household.place.village_code);
    expense['payee'] = household.members[0]?.row['name'];
  },
};
