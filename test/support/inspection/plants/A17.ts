import { keyOf, type CheckPlant } from '../plant.js';
import { onList } from '../region/lists.js';

/** Deposits of a household above 50,000 yuan or premiums above 3,000 (set for the test); near: exactly as much, without consent, consent signed after the question. */
export const plantA17: CheckPlant = {
  code: 'A17',
  parameters: { deposit_limit_fen: 5_000_000, premium_limit_fen: 300_000 },
  fault(region, n) {
    const household = region.household();
    const consentOn = '2025-12-01';
    if (n === 1) onList(region, 'insurance_policy', household, { detail: { premiumFen: 300_001, consentOn } });
    else onList(region, 'deposit', household, { detail: { amountFen: n === 0 ? 2_500_000 : 5_000_001, consentOn } });
    if (n === 0) onList(region, 'deposit', household, { member: household.members[1], detail: { amountFen: 2_500_001, consentOn } });
    return [keyOf('A17', household.id)];
  },
  nearMiss(region, n) {
    const detail = [{ amountFen: 5_000_000, consentOn: '2025-11-01' }, { amountFen: 9_000_000, consentOn: null }, { amountFen: 9_000_000, consentOn: '2025-12-02' }][n];
    onList(region, 'deposit', region.household(), { detail });
    onList(region, 'insurance_policy', region.household(), { detail: { premiumFen: 300_000, consentOn: '2025-11-01' } });
  },
};
