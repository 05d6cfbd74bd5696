import { keyOf, type CheckPlant } from '../plant.js';
import { listCovers, onList } from '../region/lists.js';

/** Type 特困 and nobody on the compared list, or somebody on it and the ordinary type; near: both fit, a doubtful match, no list for the village. */
export const plantA20: CheckPlant = {
  code: 'A20',
  fault(region, n) {
    const household = region.household({ village: region.village() });
    household.row['poor_household_type'] = ['03', '06', '01'][n];
    listCovers(region, 'tekun', household.place.village_code);
    if (n === 2) onList(region, 'tekun', household, { detail: { since: '2019-01-01' } });
    return [keyOf('A20', household.id)];
  },
  nearMiss(region, n) {
    const household = region.household({ village: region.village() });
    household.row['poor_household_type'] = ['06', '03', '06'][n];
    if (n === 0) onList(region, 'tekun', household, { detail: { since: '2019-01-01' } });
    if (n === 1) onList(region, 'tekun', household, { strength: 'NAME_BIRTH' });
    const ordinary = region.household();
    onList(region, 'tekun', ordinary, { strength: 'DOUBTFUL' });
  },
};
