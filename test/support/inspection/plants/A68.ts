import type { CleanRegion, CleanHousehold } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';
import { listCovers, onList } from '../region/lists.js';

function relocated(region: CleanRegion, housingM2: number, village?: string): CleanHousehold {
  const household = region.household(village === undefined ? {} : { village });
  household.row['is_relocated'] = true;
  for (const row of Object.values(household.years)) row['housing_m2'] = housingM2;
  return household;
}

/** Too large, old house still standing, not on the list of demolitions; near: exactly the limit, demolished, perhaps on the list by name alone. */
export const plantA68: CheckPlant = {
  code: 'A68',
  parameters: { max_m2_per_head: 25 },
  fault(region, n) {
    if (n % 3 === 0) return [keyOf('A68', relocated(region, 100.1).id)];
    const household = relocated(region, 100, region.village());
    if (n % 3 === 1) onList(region, 'old_house', household, { detail: { demolishedOn: null } });
    else listCovers(region, 'old_house', household.place.village_code);
    return [keyOf('A68', household.id)];
  },
  nearMiss(region, n) {
    if (n % 3 === 0) {
      relocated(region, 100);
      return;
    }
    const household = relocated(region, 100, region.village());
    onList(region, 'old_house', household, n % 3 === 1 ? { detail: { demolishedOn: '2024-05-01' } } : { strength: 'NAME_BIRTH', detail: { demolishedOn: '2024-05-01' } });
  },
};
