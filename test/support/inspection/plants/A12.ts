import { keyOf, type CheckPlant } from '../plant.js';
import { onList } from '../region/lists.js';

const firm = { companyName: '演示商贸有限公司', role: 'SHAREHOLDER', capitalFen: 10_000_001, status: 'ACTIVE' };

/** Above the limit set for the test (100,000 yuan) or an active business; near: at the limit, a member of a cooperative, a closed business, no longer entitled. */
export const plantA12: CheckPlant = {
  code: 'A12',
  parameters: { capital_limit_fen: 10_000_000 },
  fault(region, n) {
    const household = region.household();
    onList(region, 'company', household, { detail: { ...firm, ...[{}, { role: 'LEGAL_REPRESENTATIVE' }, { role: 'SOLE_TRADER', capitalFen: null }][n] } });
    return [keyOf('A12', household.members[0]?.id ?? '')];
  },
  nearMiss(region, n) {
    const changes = [{ capitalFen: 10_000_000 }, { role: 'MEMBER' }, { role: 'SOLE_TRADER', status: 'CLOSED' }][n];
    onList(region, 'company', region.household(), { detail: { ...firm, ...changes } });
    onList(region, 'company', region.household({ status: 'EXITED_NOT_ENTITLED' }), { detail: firm });
  },
};
