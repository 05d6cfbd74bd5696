import { keyOf, type CheckPlant } from '../plant.js';
import { onList } from '../region/lists.js';

/** Everybody lives elsewhere for more than a year; near: one has stayed, or a year to the day. */
export const plantA86: CheckPlant = {
  code: 'A86',
  fault(region) {
    const household = region.household();
    for (const member of household.members) onList(region, 'non_resident', household, { member, detail: { awaySince: '2024-12-30' } });
    return [keyOf('A86', household.id)];
  },
  nearMiss(region, n) {
    const household = region.household();
    for (const member of household.members.slice(n % 2)) onList(region, 'non_resident', household, { member, detail: { awaySince: n % 2 === 0 ? '2024-12-31' : '2020-01-01' } });
  },
};
