import { keyOf, type CheckPlant } from '../plant.js';
import { onList } from '../region/lists.js';

const car = { vehicleKind: 'PASSENGER', plate: '蒙B****1', registeredOn: '2018-04-05', scrapped: false };

/** A car since before the identification (2018-04-05), or while policies are enjoyed; near: bought when no longer entitled, a motorcycle, a scrapped car, a match nobody judged. */
export const plantA10: CheckPlant = {
  code: 'A10',
  fault(region, n) {
    const household = region.household({ status: (['EXITED_NOT_ENTITLED', 'EXITED_ENTITLED', 'REGISTERED'] as const)[n] ?? 'REGISTERED' });
    onList(region, 'vehicle', household, { detail: { ...car, registeredOn: ['2018-04-05', '2024-02-03', null][n] } });
    return [keyOf('A10', household.members[0]?.id ?? '')];
  },
  nearMiss(region, n) {
    const household = region.household({ status: n === 0 ? 'EXITED_NOT_ENTITLED' : 'REGISTERED' });
    onList(region, 'vehicle', household, { detail: { ...car, ...[{ registeredOn: '2018-04-06' }, { vehicleKind: 'MOTORCYCLE' }, { scrapped: true }][n] } });
    onList(region, 'vehicle', region.household(), { detail: car, strength: 'NAME_BIRTH' });
  },
};
