import { keyOf, type CheckPlant } from '../plant.js';
import { onList } from '../region/lists.js';

/** A near relative; near: farther relatives, a row without relation, no longer entitled. */
export const plantA15: CheckPlant = {
  code: 'A15',
  fault(region, n) {
    const household = region.household();
    onList(region, 'cadre_relative', household, { detail: { cadreName: '某干部', relation: ['配偶', '之子', '弟弟'][n] } });
    return [keyOf('A15', household.members[0]?.id ?? '')];
  },
  nearMiss(region, n) {
    onList(region, 'cadre_relative', region.household(), { detail: { cadreName: '某干部', relation: ['表弟', '儿媳', null][n] } });
    onList(region, 'cadre_relative', region.household({ status: 'EXITED_NOT_ENTITLED' }), { detail: { cadreName: '某干部', relation: '配偶' } });
  },
};
