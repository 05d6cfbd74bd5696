import { keyOf, type CheckPlant } from '../plant.js';

/** A listed household without entitlement, and one of another village; near: one that exited with entitlement, and others of the village left out. */
export const plantA82: CheckPlant = {
  code: 'A82',
  fault(region, n) {
    const [village = '', other = ''] = region.villages;
    const wrong = n % 2 === 0 ? region.household({ village, status: 'EXITED_NOT_ENTITLED' }) : region.household({ village: other });
    return [keyOf('A82', region.project(village, [region.household({ village }), wrong]).id)];
  },
  nearMiss(region) {
    const [village = ''] = region.villages;
    region.project(village, [region.household({ village }), region.household({ village, status: 'EXITED_ENTITLED' })]);
  },
};
