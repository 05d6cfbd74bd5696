import { keyOf, type CheckPlant } from '../plant.js';
import { listCovers, onList } from '../region/lists.js';

/** Type 低保 and nobody on the compared list; near: somebody on it, a doubtful match that nobody judged, no list for the village. */
export const plantA18: CheckPlant = {
  code: 'A18',
  fault(region, n) {
    const household = region.household({ village: region.village() });
    household.row['poor_household_type'] = n === 0 ? '02' : '04';
    listCovers(region, 'dibao', household.place.village_code);
    if (n === 2) onList(region, 'dibao', household, { strength: 'DOUBTFUL', verdict: 'FALSE_ALARM' });
    return [keyOf('A18', household.id)];
  },
  nearMiss(region, n) {
    const household = region.household({ village: region.village() });
    household.row['poor_household_type'] = '04';
    if (n === 0) onList(region, 'dibao', household, { member: household.members[1], detail: { since: '2019-01-01', category: 'RURAL' } });
    if (n === 1) onList(region, 'dibao', household, { strength: 'DOUBTFUL' });
  },
};
