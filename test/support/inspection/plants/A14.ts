import { keyOf, type CheckPlant } from '../plant.js';
import { onList } from '../region/lists.js';

/** Secretary or head; near: another village cadre, no longer entitled, a false alarm. */
export const plantA14: CheckPlant = {
  code: 'A14',
  fault(region, n) {
    const household = region.household();
    onList(region, 'village_cadre', household, { detail: { post: n === 1 ? 'HEAD' : 'SECRETARY', village: '某嘎查' } });
    return [keyOf('A14', household.members[0]?.id ?? '')];
  },
  nearMiss(region, n) {
    const household = region.household({ status: n === 1 ? 'EXITED_NOT_ENTITLED' : 'REGISTERED' });
    onList(region, 'village_cadre', household, { detail: { post: n === 0 ? 'OTHER' : 'HEAD', village: '某嘎查' }, ...(n === 2 ? { verdict: 'FALSE_ALARM' } : {}) });
  },
};
