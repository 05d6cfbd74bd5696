import { keyOf, type CheckPlant } from '../plant.js';
import { onList } from '../region/lists.js';

/** A flat since before the identification, a shop or a second flat of a relocated household, a flat while policies are enjoyed; near: resettlement, the only flat of a relocated household, bought when no longer entitled. */
export const plantA11: CheckPlant = {
  code: 'A11',
  fault(region, n) {
    const household = region.household({ status: n === 0 ? 'EXITED_NOT_ENTITLED' : 'REGISTERED' });
    if (n > 0) household.row['is_relocated'] = true;
    if (n === 1) onList(region, 'property', household, { detail: { use: 'SHOP', address: '旗所在地南街1号', registeredOn: '2024-02-03' } });
    else onList(region, 'property', household, { detail: { use: 'FLAT', address: '旗所在地花园小区1-1', registeredOn: '2018-04-05' } });
    if (n === 2) onList(region, 'property', household, { detail: { use: 'FLAT', address: '旗所在地花园小区2-2', registeredOn: '2024-02-03' } });
    const plain = region.household();
    onList(region, 'property', plain, { detail: { use: 'FLAT', address: null, registeredOn: null } });
    return [household, plain].map(({ members }) => keyOf('A11', members[0]?.id ?? ''));
  },
  nearMiss(region, n) {
    const household = region.household({ status: n === 0 ? 'EXITED_NOT_ENTITLED' : 'REGISTERED' });
    const flat = { use: 'FLAT', address: '旗所在地花园小区1-1', registeredOn: '2018-04-06' };
    if (n === 1) household.row['is_relocated'] = true;
    onList(region, 'property', household, { detail: n === 2 ? { ...flat, use: 'RESETTLEMENT' } : flat });
    // Husband and wife own the one flat together.
    if (n === 1) onList(region, 'property', household, { member: household.members[1], detail: flat });
  },
};
